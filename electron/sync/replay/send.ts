/** Sending entries: marked durably before their request leaves (rule 5), and each answer written to the entries it is about. */
import type { ApiFailure, ApiResult } from '../../afilnet/client.ts';
import type { Entry } from '../../store/entry.ts';
import type { SyncSession } from '../session.ts';
import { entryFailed, type Consequence } from './failed.ts';

export interface Failed {
  readonly kind: 'failed';
  readonly failure: ApiFailure;
  readonly consequence: Consequence;
}
export type Sent = { readonly kind: 'answered' } | Failed;

/** What is to be marked: `step` 1 says that the delete of a re-creation may be applied from now on. */
export interface Marked {
  readonly entry: Entry;
  readonly step?: number;
}

/** Marks, sends one request for all the entries, and writes what came of it to each of them. */
export async function send(
  session: SyncSession,
  entries: readonly Entry[],
  request: () => Promise<ApiResult<unknown>>,
): Promise<Sent> {
  mark(
    session,
    entries.map((entry) => ({ entry })),
  );
  const result = await request();
  session.heard(result);
  if (!result.ok) return failed(session, entries, result.failure);
  answered(session, entries);
  return { kind: 'answered' };
}

/** Durable before it returns: a crash from now on finds these entries with an unknown outcome. */
export function mark({ store }: SyncSession, marked: readonly Marked[]): void {
  store.transaction(() => {
    for (const { entry, step } of marked) {
      store.outbox.setPhase(entry.id, 'sending');
      if (step !== undefined) store.outbox.setStep(entry.id, step);
    }
    store.touch.outbox();
  });
}

/** A success, to be believed when it is seen. */
export function answered({ store }: SyncSession, entries: readonly Entry[]): void {
  store.transaction(() => {
    for (const { id, groupId, contactId, intent } of entries) {
      store.outbox.setPhase(id, 'sent');
      store.history.add({ groupId, contactId, intent, outcome: 'sent' });
    }
    store.touch.outbox();
  });
}

export function failed(
  session: SyncSession,
  entries: readonly Entry[],
  failure: ApiFailure,
): Failed {
  const consequences = session.store.transaction(() =>
    entries.map((entry) => entryFailed(session, entry, failure)),
  );
  const consequence = consequences.includes('stop') ? 'stop' : 'goOn';
  return { kind: 'failed', failure, consequence };
}
