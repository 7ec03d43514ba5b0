/** What becomes of an entry whose request failed: the class decides (rule 6). */
import type { Question } from '#shared/domain/entryState.ts';
import type { ApiFailure } from '../../afilnet/client.ts';
import type { Entry } from '../../store/entry.ts';
import { longestWait } from '../backoff.ts';
import { retryAt, type SyncSession } from '../session.ts';

/** Whether the rest of the round is of use: `stop` when the network, the password or the group is gone. */
export type Consequence = 'goOn' | 'stop';

/** Writes the consequence of a failure to the entry; nothing is dropped, nothing is retried in silence for ever. */
export function entryFailed(session: SyncSession, entry: Entry, failure: ApiFailure): Consequence {
  const { store } = session;
  return store.transaction(() => {
    store.touch.outbox();
    store.touch.groups();
    if (entry.contactId !== null) store.touch.contacts(entry.groupId);
    switch (failure.class) {
      case 'offline':
      case 'signIn':
        // Costs no attempt: it says nothing about the entry.
        store.outbox.setPhase(entry.id, 'waiting');
        return 'stop';
      case 'cancelled':
        store.outbox.setPhase(entry.id, failure.applied === 'no' ? 'waiting' : 'unknown');
        return 'stop';
      case 'transient':
        later(session, entry, failure);
        return 'goOn';
      case 'groupGone':
        ask(session, entry, failure, { kind: 'groupGone', code: failure.code });
        return 'stop';
      case 'contactGone':
        // The read that follows tells whether it is really gone.
        later(session, entry, { ...failure, applied: 'unknown' });
        return 'goOn';
      case 'exists':
        ask(session, entry, failure, { kind: 'exists', theirs: null });
        return 'goOn';
      case 'rejected':
      case 'refusedHere':
        ask(session, entry, failure, {
          kind: 'rejected',
          code: failure.code,
          raw: failure.raw ?? null,
        });
        return 'goOn';
      case 'notUnderstood':
        if (failure.applied === 'unknown') later(session, entry, failure);
        else {
          const { code, raw } = failure;
          ask(session, entry, failure, { kind: 'notUnderstood', code, raw: raw ?? null });
        }
        return 'goOn';
    }
  });
}

/** Tried again after a while, or read first where the outcome is unknown; after many tries the user is asked. */
function later({ store, ...session }: SyncSession, entry: Entry, failure: ApiFailure): void {
  const attempts = entry.attempts + 1;
  const phase = failure.applied === 'no' ? 'waiting' : 'unknown';
  const kept = { class: failure.class, code: failure.code, raw: failure.raw ?? null };
  // What a contact's entry came to is seen at the next read; a group's own may never be.
  const last = phase === 'waiting' || entry.contactId === null;
  if (attempts >= session.limits.attempts && last) {
    store.outbox.ask(entry.id, { kind: 'noProgress', code: failure.code, attempts });
    return;
  }
  const planned = retryAt({ store, ...session }, attempts);
  const asked =
    failure.retryAfterMs === undefined
      ? 0
      : session.now() + Math.min(failure.retryAfterMs, longestWait);
  store.outbox.fail(entry.id, phase, attempts, Math.max(planned, asked), kept);
  note({ store, ...session }, entry, 'failed', failure.code);
}

function ask(session: SyncSession, entry: Entry, failure: ApiFailure, question: Question): void {
  session.store.outbox.ask(entry.id, question);
  note(session, entry, 'asked', failure.code);
}

function note(
  { store }: SyncSession,
  { groupId, contactId, intent }: Entry,
  outcome: 'failed' | 'asked',
  code: string,
): void {
  store.history.add({ groupId, contactId, intent, outcome, code });
}
