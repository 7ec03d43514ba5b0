import type { StartProcess } from './isolatedProcess.ts';
import {
  answerSchema,
  type KeychainAnswer,
  type KeychainRequest,
  type Unavailable,
} from './protocol.ts';
import { RestartingProcess } from './restartingProcess.ts';

/** How long an operation may take, in milliseconds. */
export interface KeychainLimits {
  /** Right after an operation that proved the keychain open: it answers within milliseconds. */
  readonly unlockedMs: number;
  /** When the system may ask the user for the keychain's password first. */
  readonly mayPromptMs: number;
}

export const defaultLimits: KeychainLimits = { unlockedMs: 10_000, mayPromptMs: 60_000 };

/** Whether the system may show a prompt before it answers. */
export type Readiness = 'unlocked' | 'mayPrompt';

export type ProbeResult = { readonly code: 'ok' } | Unavailable;
export type WriteResult = { readonly code: 'ok' } | Unavailable;
export type RemoveResult = { readonly code: 'ok' } | { readonly code: 'missing' } | Unavailable;
export type ReadResult =
  { readonly code: 'ok'; readonly password: string } | { readonly code: 'missing' } | Unavailable;

/**
 * The system's keychain, kept at arm's length in a process of its own.
 * No method throws, and none waits longer than its limit. `missing` also stands for a locked keyring:
 * only `probe` tells whether the keychain works.
 */
export class Keychain {
  readonly #process: RestartingProcess;
  readonly #limits: KeychainLimits;

  constructor(start: StartProcess, limits: KeychainLimits = defaultLimits) {
    this.#process = new RestartingProcess(start, isSound);
    this.#limits = limits;
  }

  /** Writes, reads and removes a value of no worth. */
  async probe(): Promise<ProbeResult> {
    return doneOrUnavailable(await this.#ask({ operation: 'probe' }, 'mayPrompt'));
  }

  async write(account: string, password: string): Promise<WriteResult> {
    return doneOrUnavailable(
      await this.#ask({ operation: 'write', account, password }, 'mayPrompt'),
    );
  }

  async read(account: string, readiness: Readiness = 'mayPrompt'): Promise<ReadResult> {
    const answer = await this.#ask({ operation: 'read', account }, readiness);
    switch (answer.code) {
      case 'found':
        return { code: 'ok', password: answer.password };
      case 'done':
        return unexpected;
      case 'missing':
      case 'unavailable':
        return answer;
    }
  }

  async remove(account: string, readiness: Readiness = 'mayPrompt'): Promise<RemoveResult> {
    const answer = await this.#ask({ operation: 'remove', account }, readiness);
    return answer.code === 'missing' ? answer : doneOrUnavailable(answer);
  }

  /** Ends the process; a later call starts it anew. */
  stop(): void {
    this.#process.stop();
  }

  /** Ends it for good: what is asked later is unavailable at once, so that an app that is closing prompts nobody. */
  close(): void {
    this.#process.close();
  }

  async #ask(request: KeychainRequest, readiness: Readiness): Promise<KeychainAnswer> {
    const { answer, first } = await this.#askOnce(request, readiness);
    const mayBeOutOfDate = answer.code === 'unavailable' && outOfDate.has(answer.reason);
    if (first || !mayBeOutOfDate) return answer;
    return (await this.#askOnce(request, readiness)).answer;
  }

  async #askOnce(
    request: KeychainRequest,
    readiness: Readiness,
  ): Promise<{ readonly answer: KeychainAnswer; readonly first: boolean }> {
    const limitMs = readiness === 'unlocked' ? this.#limits.unlockedMs : this.#limits.mayPromptMs;
    const reply = await this.#process.request(request, limitMs);
    const name = request.operation;
    switch (reply.kind) {
      case 'answered': {
        const answer = answerSchema.safeParse(reply.body);
        return { answer: answer.success ? answer.data : unexpected, first: reply.first };
      }
      case 'timedOut': {
        const detail = `${name}: no answer within ${limitMs} ms`;
        return { answer: unavailable('timedOut', detail), first: true };
      }
      case 'crashed':
        return { answer: unavailable('crashed', `${name}: ${reply.what}`), first: true };
    }
  }
}

/**
 * libsecret keeps its connection for the life of the process, and that one fails for good once the keyring's
 * service was restarted. So a process that refused serves no more, and where a restart may have been
 * the cause, a new one is asked the same again; a locked keyring is not, since that could prompt twice.
 */
const outOfDate: ReadonlySet<Unavailable['reason']> = new Set(['noService', 'noBus', 'unknown']);

function isSound(body: unknown): boolean {
  const answer = answerSchema.safeParse(body);
  return answer.success && answer.data.code !== 'unavailable';
}

function unavailable(reason: Unavailable['reason'], detail: string): Unavailable {
  return { code: 'unavailable', reason, detail };
}

const unexpected = unavailable('unknown', 'The keychain process gave an answer of another kind.');

function doneOrUnavailable(answer: KeychainAnswer): { readonly code: 'ok' } | Unavailable {
  switch (answer.code) {
    case 'done':
      return { code: 'ok' };
    case 'unavailable':
      return answer;
    case 'found':
    case 'missing':
      return unexpected;
  }
}
