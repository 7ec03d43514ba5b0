/** Requests to a process that may hang or crash: one at a time, each with a limit, restarted when needed. */
import type { IsolatedProcess, StartProcess } from './isolatedProcess.ts';
import { answerEnvelope } from './protocol.ts';

export type Reply =
  /** `first`: the process was started for this request, so nothing in it can be out of date. */
  | { readonly kind: 'answered'; readonly body: unknown; readonly first: boolean }
  /** The process was ended, because it did not answer in time. */
  | { readonly kind: 'timedOut' }
  /** The process ended by itself, or could not be started. */
  | { readonly kind: 'crashed'; readonly what: string };

interface Waiting {
  readonly body: unknown;
  readonly limitMs: number;
  readonly settle: (reply: Reply) => void;
}

export class RestartingProcess {
  readonly #start: StartProcess;
  readonly #isSound: (body: unknown) => boolean;
  readonly #waiting: Waiting[] = [];
  #process: IsolatedProcess | null = null;
  #hasAnswered = false;
  #isClosed = false;
  #current: {
    readonly id: number;
    readonly request: Waiting;
    readonly timer: NodeJS.Timeout;
  } | null = null;
  #lastId = 0;

  /** `isSound`: whether a process that gave this answer may serve on; if not, the next request gets a new one. */
  constructor(start: StartProcess, isSound: (body: unknown) => boolean) {
    this.#start = start;
    this.#isSound = isSound;
  }

  /**
   * Sends one request; never throws. The limit counts from the moment the request is sent.
   * A request that waited behind one that timed out is answered `timedOut` with it: it would meet
   * the same silence, and the user a second prompt.
   */
  request(body: unknown, limitMs: number): Promise<Reply> {
    if (this.#isClosed) return Promise.resolve({ kind: 'crashed', what: 'closed' });
    return new Promise((settle) => {
      this.#waiting.push({ body, limitMs, settle });
      this.#next();
    });
  }

  /** Ends the process and answers what is open; a later request starts it anew. */
  stop(): void {
    const open = this.#waiting.splice(0);
    this.#end({ kind: 'crashed', what: 'stopped' });
    for (const { settle } of open) settle({ kind: 'crashed', what: 'stopped' });
  }

  /** Ends it for good: what is requested later starts nothing. */
  close(): void {
    this.#isClosed = true;
    this.stop();
  }

  #next(): void {
    if (this.#current) return;
    const request = this.#waiting.shift();
    if (!request) return;
    const id = ++this.#lastId;
    const timer = setTimeout(() => {
      this.#timeOut();
    }, request.limitMs);
    this.#current = { id, request, timer };
    try {
      this.#process ??= this.#started();
      this.#process.postMessage({ id, body: request.body });
    } catch {
      // The error's text is left out: it could quote the message, and the message holds a password.
      this.#end({ kind: 'crashed', what: 'could not be started' });
      this.#next();
    }
  }

  #started(): IsolatedProcess {
    const process = this.#start();
    this.#hasAnswered = false;
    process.onMessage((message) => {
      const answer = answerEnvelope.safeParse(message);
      if (process !== this.#process || !answer.success) return;
      if (answer.data.id !== this.#current?.id) return;
      const { body } = answer.data;
      const reply: Reply = { kind: 'answered', body, first: !this.#hasAnswered };
      this.#hasAnswered = true;
      if (this.#isSound(body)) this.#settle(reply);
      else this.#end(reply);
      this.#next();
    });
    process.onExit((what) => {
      if (process !== this.#process) return;
      this.#process = null;
      this.#settle({ kind: 'crashed', what });
      this.#next();
    });
    return process;
  }

  #timeOut(): void {
    const behind = this.#waiting.splice(0);
    this.#end({ kind: 'timedOut' });
    for (const { settle } of behind) settle({ kind: 'timedOut' });
  }

  /** Drops the process before it is killed, so that its exit is not taken for a crash of the next. */
  #end(reply: Reply): void {
    const process = this.#process;
    this.#process = null;
    process?.kill();
    this.#settle(reply);
  }

  #settle(reply: Reply): void {
    const current = this.#current;
    if (!current) return;
    clearTimeout(current.timer);
    this.#current = null;
    current.request.settle(reply);
  }
}
