/** Ties the router to Electron's IPC. */
import { ipcMain, type WebFrameMain } from 'electron';
import { isListChannel, type ChannelName } from '#shared/ipc/channels.ts';
import type { Result } from '#shared/ipc/errors.ts';
import { writeList, writeReply, type Listed } from '#shared/ipc/replyText.ts';
import type { Listener } from '../ipc/router.ts';
import type { Sender } from '../ipc/sender.ts';

export function registerChannel(channel: ChannelName, listener: Listener): void {
  const isList = isListChannel(channel);
  ipcMain.handle(channel, async (event, request: unknown) => {
    const reply = await listener(senderOf(event.senderFrame), request);
    return isList ? writeList(reply as Result<Listed>) : writeReply(reply);
  });
}

/** The main frame of a window has no parent. */
function senderOf(frame: WebFrameMain | null): Sender | null {
  return frame === null ? null : { url: frame.url, mainFrame: frame.parent === null };
}
