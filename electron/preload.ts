/**
 * The bridge: `window.libreta` with one method per channel. Sandboxed, so everything is in this one file;
 * the window never holds ipcRenderer, and a listener gets the event's data without Electron's event.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { channels, eventChannel } from '#shared/ipc/channels.ts';
import type { LibretaBridge } from '#shared/ipc/contract.ts';
import type { AppEvent } from '#shared/ipc/events.ts';

type Method = (request?: unknown) => Promise<unknown>;

const areas: Record<string, Record<string, Method>> = {};
for (const channel of channels) {
  const [area, method] = channel.split('.') as [string, string];
  (areas[area] ??= {})[method] = (request) => ipcRenderer.invoke(channel, request);
}

const onEvent: LibretaBridge['onEvent'] = (listener) => {
  const pass = (_: unknown, event: AppEvent) => {
    listener(event);
  };
  ipcRenderer.on(eventChannel, pass);
  return () => {
    ipcRenderer.removeListener(eventChannel, pass);
  };
};

contextBridge.exposeInMainWorld('libreta', { ...areas, onEvent });
