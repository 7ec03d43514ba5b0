/** Ties the router to Electron's IPC. */
import { ipcMain, type WebFrameMain } from 'electron';
import type { ChannelName } from '#shared/ipc/channels.ts';
import { writeReply } from '#shared/ipc/replyText.ts';
import type { Listener } from '../ipc/router.ts';
import type { Sender } from '../ipc/sender.ts';

export function registerChannel(channel: ChannelName, listener: Listener): void {
  ipcMain.handle(channel, async (event, request: unknown) =>
    writeReply(await listener(senderOf(event.senderFrame), request)),
  );
}

/** The main frame of a window has no parent. */
function senderOf(frame: WebFrameMain | null): Sender | null {
  return frame === null ? null : { url: frame.url, mainFrame: frame.parent === null };
}
