/** An outbox entry as it is kept: an intent, how far it has come, and what stopped it. */
import type { EntryState, Question } from '#shared/domain/entryState.ts';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import type { ContactIntent, Intent } from '#shared/domain/intent.ts';

/**
 * `waiting`: not sent since the last change, may be coalesced with.
 * `sending`: durably marked before the request leaves; found at start, it is `unknown`.
 * `unknown`: the request left and no clear answer came; the server is read before it is sent again.
 * `sent`: answered with success; the read-back decides.
 * `needsYou`: holds a question; may be coalesced with, since nothing of it is on its way.
 */
export type Phase = 'waiting' | 'sending' | 'unknown' | 'sent' | 'needsYou';

/** The last failure, kept for the row on the Pending page. */
export interface EntryFailure {
  readonly class: string;
  readonly code: string;
  readonly raw: string | null;
}

export interface Entry {
  readonly seq: number;
  readonly id: EntryId;
  readonly groupId: GroupId;
  readonly contactId: ContactId | null;
  readonly intent: Intent;
  readonly phase: Phase;
  readonly question: Question | null;
  /** `recreate` only: 1 once the delete has been marked as leaving, so that its absence is ours. */
  readonly step: number;
  readonly attempts: number;
  /** Milliseconds since 1970; not sent before. */
  readonly nextTryAt: number;
  readonly failure: EntryFailure | null;
  readonly createdAt: number;
}

/** An entry about one contact. */
export interface ContactEntry extends Entry {
  readonly contactId: ContactId;
  readonly intent: ContactIntent;
}

/** True while a request of this entry may be on its way, so that nothing may be merged into it. */
export function isInFlight(entry: Entry): boolean {
  switch (entry.phase) {
    case 'sending':
    case 'unknown':
    case 'sent':
      return true;
    case 'waiting':
    case 'needsYou':
      // A re-creation that has deleted the contact is under way even while it waits for its second half.
      return entry.step > 0;
  }
}

/**
 * The state as the window sees it. `blockedBy`: the entry that this one waits for and that is itself held up; `list`: the
 * group, by its label, whose list the user is to decide about before it can leave.
 */
export function stateOf(
  entry: Entry,
  blockedBy: EntryId | null,
  list: string | null = null,
): EntryState {
  switch (entry.phase) {
    case 'sending':
      return { kind: 'sending' };
    case 'unknown':
      return { kind: 'checking', why: 'unknown' };
    case 'sent':
      return { kind: 'checking', why: 'readBack' };
    case 'needsYou':
      return entry.question === null
        ? { kind: 'waiting' }
        : { kind: 'needsYou', question: entry.question };
    case 'waiting':
      if (blockedBy !== null) return { kind: 'blocked', by: blockedBy };
      if (list !== null) return { kind: 'waitsForList', group: list };
      if (entry.attempts > 0 && entry.failure !== null) {
        const { attempts, nextTryAt, failure } = entry;
        return { kind: 'retrying', code: failure.code, attempts, nextTryAt };
      }
      return { kind: 'waiting' };
  }
}
