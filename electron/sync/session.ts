/** What one account's sync works with; everything that is not ours to decide comes in from outside. */
import type { AfilnetClient, ApiFailure, ApiResult } from '../afilnet/client.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { backoff, entryBackoff } from './backoff.ts';

export interface SyncLimits {
  /** Writes in flight at the same time, over all contacts; never more than one for a contact. */
  readonly parallelWrites: number;
  /** Contacts in one `addcontactlist`. */
  readonly listSize: number;
  /** Failures in a row, after a read went well, before the server is left alone for a while. */
  readonly failuresInARow: number;
  /** Tries of one entry before the user is asked. */
  readonly attempts: number;
}

export const defaultLimits: SyncLimits = {
  parallelWrites: 4,
  listSize: 500,
  failuresInARow: 3,
  attempts: 8,
};

export interface SyncSession {
  readonly store: AccountStore;
  readonly client: AfilnetClient;
  readonly now: () => number;
  readonly random: () => number;
  readonly limits: SyncLimits;
  /** Aborted when the account is left or the app ends. */
  readonly signal: AbortSignal;
  /** True when no further request shall leave: offline by the user's word, paused for sign-in, or ending. */
  readonly halted: () => boolean;
  /** Lets other work run between batches. */
  readonly pause: () => Promise<void>;
  readonly report: (work: {
    kind: 'pull' | 'replay';
    groupId: GroupId;
    done: number;
    total: number;
  }) => void;
  /** Told of every reply, so that connectivity believes requests and nothing else. */
  readonly heard: (result: ApiResult<unknown>) => void;
}

/** How a piece of sync ended. `stopped`: the rest of the round is of no use now, `failure` says why. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'held' }
  | { readonly kind: 'stopped'; readonly failure: ApiFailure };

export const done: Outcome = { kind: 'done' };

export function stopped(failure: ApiFailure): Outcome {
  return { kind: 'stopped', failure };
}

export const cancelledFailure: ApiFailure = {
  class: 'cancelled',
  code: 'cancelled',
  applied: 'no',
};

/** When an entry may be tried again after so many attempts. */
export function retryAt(session: SyncSession, attempts: number): number {
  return session.now() + backoff(entryBackoff, attempts, session.random());
}
