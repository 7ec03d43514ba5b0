/**
 * The creation of a group: the one request that cannot be read back, since Afilnet lists no groups.
 * It is never sent twice by itself; without a clear id the user is asked (open point 1).
 */
import type { ServerId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import type { ApiFailure } from '../../afilnet/client.ts';
import type { Entry } from '../../store/entry.ts';
import { done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { acknowledgeGroupEntry } from './acknowledgeGroup.ts';
import { send } from './send.ts';

export async function createGroupOnServer(
  session: SyncSession,
  entry: Entry,
  intent: IntentOf<'createGroup'>,
): Promise<Outcome> {
  if (entry.phase !== 'waiting') {
    askWhetherCreated(session, entry, null);
    return done;
  }
  const { name, type, columns } = intent;
  const reply: { id: ServerId | null } = { id: null };
  const sent = await send(session, [entry], async () => {
    const result = await session.client.createGroup(
      { name, type, columns },
      { signal: session.signal },
    );
    if (result.ok) reply.id = result.value.id;
    return result;
  });
  if (sent.kind === 'failed') {
    // A code that no document names does not say that nothing was created.
    const unclear = sent.failure.applied === 'unknown' || sent.failure.class === 'notUnderstood';
    if (unclear) askWhetherCreated(session, entry, sent.failure);
    return sent.consequence === 'stop' ? stopped(sent.failure) : done;
  }
  const { id } = reply;
  if (id === null || session.store.groups.byServerId(id) !== null) {
    askWhetherCreated(session, entry, null);
    return done;
  }
  session.store.transaction(() => {
    session.store.groups.setServerId(entry.groupId, id);
    acknowledgeGroupEntry(session.store, entry);
  });
  return done;
}

function askWhetherCreated(
  { store }: SyncSession,
  { id, groupId, intent }: Entry,
  failure: ApiFailure | null,
): void {
  store.transaction(() => {
    const { code = null, raw = null } = failure ?? {};
    store.outbox.ask(id, { kind: 'createdUnknown', code, raw });
    store.history.add({
      groupId,
      contactId: null,
      intent,
      outcome: 'asked',
      code: code ?? 'createdUnknown',
    });
    store.touch.outbox();
    store.touch.groups();
  });
}
