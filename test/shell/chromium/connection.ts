import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

/** A call was cut off because its page or Chromium itself went away. */
export class SessionClosed extends Error {
  override name = 'SessionClosed';
}

/** Ignores that a page went away meanwhile; any other failure stays one. */
export async function unlessClosed<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof SessionClosed) return undefined;
    throw error;
  }
}

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Pending {
  method: string;
  session: Session;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

type Post = (method: string, params: unknown) => Promise<unknown>;

/** One conversation of the DevTools protocol: with the browser, or with one page. */
export class Session {
  closed = false;
  readonly #events = new EventEmitter();
  readonly #post: Post;

  constructor(post: Post) {
    this.#post = post;
  }

  /** Calls a method; the calls of one session are carried out in the order they were made. */
  send<Method extends keyof Protocol.CommandParameters>(
    method: Method,
    params?: Protocol.CommandParameters[Method],
  ): Promise<Protocol.CommandReturnValues[Method]> {
    return this.#post(method, params) as Promise<Protocol.CommandReturnValues[Method]>;
  }

  /** Like `send` where nobody needs the answer and the page may be gone by now. */
  tell<Method extends keyof Protocol.CommandParameters>(
    method: Method,
    params?: Protocol.CommandParameters[Method],
  ): void {
    void unlessClosed(this.send(method, params));
  }

  on<Event extends keyof Protocol.Events>(
    event: Event,
    listener: (payload: Protocol.Events[Event]) => void,
  ): void {
    this.#events.on(event, listener);
  }

  /** The page or Chromium itself went away. */
  onClosed(listener: () => void): void {
    this.#events.once('closed', listener);
  }

  /** For the connection: an event came in. */
  deliver(event: string, payload: unknown): void {
    this.#events.emit(event, payload);
  }

  /** For the connection: there is nobody at the other end any more. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#events.emit('closed');
  }
}

/** The DevTools protocol over a pair of pipes, messages ended by a zero byte. */
export class Connection {
  readonly browser: Session;
  readonly #sessions = new Map<string, Session>();
  readonly #pending = new Map<number, Pending>();
  readonly #write: Writable;
  #rest: Buffer[] = [];
  #lastId = 0;
  #ended = false;

  constructor(write: Writable, read: Readable) {
    this.#write = write;
    this.browser = new Session((method, params) => this.#post(undefined, method, params));
    read.on('data', (chunk: Buffer) => this.#receive(chunk));
    read.on('close', () => this.#end());
    // A dead reader shows as an error on the writing side; the closed pipe tells the rest.
    write.on('error', () => this.#end());
    read.on('error', () => this.#end());
    this.browser.on('Target.attachedToTarget', ({ sessionId }) => this.session(sessionId));
    this.browser.on('Target.detachedFromTarget', ({ sessionId }) => this.#close(sessionId));
  }

  /** The session of that id, opened by the browser. */
  session(sessionId: string): Session {
    const known = this.#sessions.get(sessionId);
    if (known) return known;
    const session = new Session((method, params) => this.#post(sessionId, method, params));
    this.#sessions.set(sessionId, session);
    return session;
  }

  #post(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    const session = sessionId === undefined ? this.browser : this.#sessions.get(sessionId);
    if (this.#ended || session === undefined || session.closed) {
      return Promise.reject(new SessionClosed(`${method}: the page or Chromium is gone.`));
    }
    const id = (this.#lastId += 1);
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { method, session, resolve, reject });
      this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...this.#rest, chunk.subarray(start, end)]).toString('utf8');
      this.#rest = [];
      start = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      const { sessionId, method = '' } = message;
      const session = sessionId === undefined ? this.browser : this.#sessions.get(sessionId);
      session?.deliver(method, message.params);
      return;
    }
    const call = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) {
      const text = `${call?.method}: ${message.error.message}`;
      const gone = /target closed|session with given id not found|not attached|detached/i.test(
        text,
      );
      call?.reject(gone ? new SessionClosed(text) : new Error(text));
    } else {
      call?.resolve(message.result);
    }
  }

  #close(sessionId: string): void {
    const session = this.#sessions.get(sessionId);
    if (session) this.#drop(session);
    this.#sessions.delete(sessionId);
  }

  #drop(session: Session): void {
    session.close();
    for (const [id, call] of this.#pending) {
      if (call.session !== session) continue;
      this.#pending.delete(id);
      call.reject(new SessionClosed(`${call.method}: the page or Chromium is gone.`));
    }
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const session of [...this.#sessions.values(), this.browser]) this.#drop(session);
  }
}
