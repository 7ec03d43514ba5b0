import { createBridge } from './bridge.ts';
import { decode, encode } from '../codec.ts';

/** What the isolated world needs from the main process to start. */
export interface PreloadSetting {
  readonly token: string;
  readonly platform: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** A line of text each way: a JSON head, a line break, then the arguments as the codec wrote them. */
export type FromPage = { readonly url: string; readonly channel: string } & (
  { readonly kind: 'invoke'; readonly id: number } | { readonly kind: 'send' }
);

export type ToPage =
  | { readonly kind: 'event'; readonly channel: string }
  | { readonly kind: 'reply'; readonly id: number }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (
  require: (name: string) => unknown,
  exports: object,
  module: object,
  process: object,
) => void;

/** Gives the preload script its `require('electron')` and runs it in the isolated world. */
export function startIsolatedWorld(
  setting: PreloadSetting,
  post: (text: string) => void,
  preload: Preload,
): (text: string) => void {
  const { token } = setting;
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, (message: ToPage, text: string) => void>();
  const exposed = new Set<string>();
  let lastId = 0;

  // The members are inherited, so that an object of these that is handed to the page arrives empty.
  const strict = <T extends object>(owner: string, members: T): T => {
    const known = new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === '__esModule') {
          return Reflect.get(target, key) as unknown;
        }
        throw new Error(`The stand-in for Electron has no ${owner}.${key} in a preload script.`);
      },
    });
    return Object.create(known) as T;
  };

  const bridge = createBridge(`${token}:main`, `${token}:isolated`, () => undefined);

  const on = (channel: string, listener: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const off = (channel: string, listener: Listener): object => {
    const known = listeners.get(channel) ?? [];
    const index = known.lastIndexOf(listener);
    if (index >= 0) listeners.set(channel, known.toSpliced(index, 1));
    return ipcRenderer;
  };
  const head = (message: FromPage, args: unknown[]): string =>
    `${JSON.stringify(message)}\n${encode(args)}`;

  const ipcRenderer: object = strict('ipcRenderer', {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const id = (lastId += 1);
      const text = head({ kind: 'invoke', id, channel, url: location.href }, args);
      return new Promise((resolve, reject) => {
        waiting.set(id, (message, reply) => {
          if (message.kind === 'failure') {
            reject(new Error(`Error invoking remote method '${channel}': ${message.message}`));
          } else {
            resolve(decode(reply));
          }
        });
        post(text);
      });
    },
    send: (channel: string, ...args: unknown[]): void =>
      post(head({ kind: 'send', channel, url: location.href }, args)),
    on,
    addListener: on,
    off,
    removeListener: off,
    removeAllListeners: (channel: string): void => void listeners.delete(channel),
  });

  const electron = strict('electron', {
    ipcRenderer,
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown): void => {
        if (key in window || exposed.has(key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        }
        exposed.add(key);
        bridge.expose(key, api);
      },
    }),
  });

  const requireInSandbox = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const process = strict('process', {
    platform: setting.platform,
    versions: setting.versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: {},
  });
  const module = { exports: {} };
  preload(requireInSandbox, module.exports, module, process);

  return (text) => {
    const end = text.indexOf('\n');
    const message = JSON.parse(text.slice(0, end)) as ToPage;
    const body = text.slice(end + 1);
    if (message.kind !== 'event') {
      waiting.get(message.id)?.(message, body);
      waiting.delete(message.id);
      return;
    }
    for (const listener of listeners.get(message.channel) ?? []) {
      // Each listener gets a copy of its own, and a failing one does not silence the next.
      try {
        listener({ sender: ipcRenderer, ports: [] }, ...(decode(body) as unknown[]));
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    }
  };
}
