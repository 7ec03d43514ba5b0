import { decode, encode } from '../codec.ts';
import { ElectronEvent, strictPrototype } from './strict.ts';
import type { FromPage, ToPage } from '../page/isolatedWorld.ts';

type Handler = (event: ElectronEvent, ...args: unknown[]) => unknown;

/** Who called: what ipcMain puts into each event. */
export interface Sender {
  readonly sender: unknown;
  readonly senderFrame: unknown;
  readonly processId: number;
  readonly frameId: number;
}

/** `ipcMain`: at most one handler for a channel's calls, any number of listeners for its messages. */
class IpcMain {
  readonly #handlers = new Map<string, Handler>();
  readonly #listeners = new Map<string, Handler[]>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    this.#handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }
  on(channel: string, listener: Handler): this {
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
    return this;
  }
  removeListener(channel: string, listener: Handler): this {
    const others = (this.#listeners.get(channel) ?? []).filter((known) => known !== listener);
    this.#listeners.set(channel, others);
    return this;
  }
  removeAllListeners(channel: string): this {
    this.#listeners.delete(channel);
    return this;
  }

  /** For the pages: a line of text came from a preload script; the answer, if any, goes back as one. */
  async receive(
    text: string,
    who: (message: FromPage) => Sender,
    answer: (text: string) => void,
  ): Promise<void> {
    const end = text.indexOf('\n');
    const message = JSON.parse(text.slice(0, end)) as FromPage;
    const args = decode(text.slice(end + 1)) as unknown[];
    const event = new ElectronEvent({ type: 'frame', ...who(message) });
    if (message.kind === 'send') {
      for (const listener of this.#listeners.get(message.channel) ?? []) listener(event, ...args);
      return;
    }
    const { id, channel } = message;
    const reply = (head: ToPage, body: string): void => answer(`${JSON.stringify(head)}\n${body}`);
    const handler = this.#handlers.get(channel);
    if (!handler) {
      const failure = `Error: No handler registered for '${channel}'`;
      console.error(`Error occurred in handler for '${channel}': ${failure}`);
      reply({ kind: 'failure', id, message: failure }, '');
      return;
    }
    try {
      reply({ kind: 'reply', id }, encode(await handler(event, ...args)));
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      reply({ kind: 'failure', id, message: String(error) }, '');
    }
  }
}

Object.setPrototypeOf(IpcMain.prototype, strictPrototype('ipcMain'));
export const ipcMain = new IpcMain();
