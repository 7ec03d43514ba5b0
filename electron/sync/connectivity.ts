/** Whether the server can be reached, as requests tell it; `navigator.onLine` is only a hint to try. Pure state. */
import type { CodedError } from '#shared/ipc/errors.ts';
import type { ApiResult } from '../afilnet/client.ts';
import { backoff, networkBackoff, waitFor } from './backoff.ts';
import { codedFailure } from './codedFailure.ts';

export type Reach = 'unknown' | 'online' | 'offline';

export class Connectivity {
  reach: Reach = 'unknown';
  /** Why the last request did not get a proper answer; null once one did. */
  problem: CodedError | null = null;
  /** Not tried by itself before; milliseconds since 1970. */
  nextProbeAt = 0;
  #attempts = 0;
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(now: () => number, random: () => number) {
    this.#now = now;
    this.#random = random;
  }

  /** Takes note of a reply. True when it changed what the user is told. */
  heard(result: ApiResult<unknown>): boolean {
    const before = JSON.stringify([this.reach, this.problem]);
    if (result.ok) this.#answered();
    else {
      switch (result.failure.class) {
        case 'offline':
          this.#silent('offline', codedFailure(result.failure));
          break;
        case 'transient':
          // Something answered, or broke off: not the server as it should be.
          this.#silent(this.reach, codedFailure(result.failure));
          break;
        case 'cancelled':
        case 'refusedHere':
          break;
        case 'signIn':
        case 'groupGone':
        case 'contactGone':
        case 'exists':
        case 'rejected':
        case 'notUnderstood':
          this.#answered();
          break;
      }
    }
    return before !== JSON.stringify([this.reach, this.problem]);
  }

  /** The network may be back: the next try is due now. */
  hope(): void {
    this.nextProbeAt = 0;
    this.#attempts = 0;
  }

  #answered(): void {
    this.reach = 'online';
    this.problem = null;
    this.hope();
  }

  #silent(reach: Reach, problem: CodedError): void {
    this.reach = reach;
    this.problem = problem;
    if (waitFor(this.nextProbeAt, this.#now()) > 0) return;
    this.#attempts += 1;
    this.nextProbeAt = this.#now() + backoff(networkBackoff, this.#attempts, this.#random());
  }
}
