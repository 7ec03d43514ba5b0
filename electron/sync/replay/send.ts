/** Sending one entry: marked durably before the request leaves (rule 5), and the answer written before anything else happens. */
import type { ApiFailure, ApiResult } from '../../afilnet/client.ts';
import type { Entry } from '../../store/entry.ts';
import type { SyncSession } from '../session.ts';
import { entryFailed, type Consequence } from './failed.ts';

export type Sent =
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly failure: ApiFailure; readonly consequence: Consequence };

/** Marks the entries, sends, and writes what came of it to each of them. `step` is written with the mark. */
export async function send(
  session: SyncSession,
  entries: readonly Entry[],
  request: () => Promise<ApiResult<unknown>>,
  mark: { readonly step?: number } = {},
): Promise<Sent> {
  const { store } = session;
  store.transaction(() => {
    for (const entry of entries) {
      store.outbox.setPhase(entry.id, 'sending');
      if (mark.step !== undefined) store.outbox.setStep(entry.id, mark.step);
    }
    store.touch.outbox();
  });
  const result = await request();
  session.heard(result);
  if (result.ok) {
    store.transaction(() => {
      for (const { id, groupId, contactId, intent } of entries) {
        store.outbox.setPhase(id, 'sent');
        store.history.add({ groupId, contactId, intent, outcome: 'sent' });
      }
      store.touch.outbox();
    });
    return { kind: 'answered' };
  }
  const { failure } = result;
  const consequences = store.transaction(() =>
    entries.map((entry) => entryFailed(session, entry, failure)),
  );
  return {
    kind: 'failed',
    failure,
    consequence: consequences.includes('stop') ? 'stop' : 'goOn',
  };
}
