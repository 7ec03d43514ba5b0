/** Adds travel in lists (rule 8): few requests, and the JSON form carries every value. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import type { ContactEntry, EntryFailure } from '../../store/entry.ts';
import { cancelledFailure, type SyncSession } from '../session.ts';
import { send, type Sent } from './send.ts';

/** Sends adds in lists of the session's size; answers the first failure that makes the rest of no use. */
export async function sendAdds(
  session: SyncSession,
  groupServerId: ServerId,
  entries: readonly ContactEntry[],
): Promise<Sent> {
  const { listSize } = session.limits;
  for (let start = 0; start < entries.length; start += listSize) {
    if (session.halted()) return { kind: 'failed', failure: cancelledFailure, consequence: 'stop' };
    const sent = await sendList(session, groupServerId, entries.slice(start, start + listSize));
    if (sent.kind === 'failed' && sent.consequence === 'stop') return sent;
    // A list that the server could not take says the same of the next one.
    if (sent.kind === 'failed' && sent.failure.class === 'transient') return sent;
  }
  return { kind: 'answered' };
}

async function sendList(
  session: SyncSession,
  groupServerId: ServerId,
  planned: readonly ContactEntry[],
): Promise<Sent> {
  // Read again: the user may have changed or discarded some since the plan was made.
  const entries = planned.flatMap(({ id }) => {
    const entry = session.store.outbox.get(id);
    return entry?.phase === 'waiting' ? [entry] : [];
  });
  if (entries.length === 0) return { kind: 'answered' };
  const contacts = entries.flatMap(({ intent }): ContactFields[] =>
    intent.kind === 'addContact' ? [intent.fields] : [],
  );
  const { store, client, signal } = session;
  const sent = await send(session, entries, () =>
    client.addContactList(groupServerId, contacts, { signal }),
  );
  if (sent.kind === 'answered' || entries.length === 1) return sent;
  const { failure } = sent;
  if (failure.class === 'refusedHere' && failure.code === 'request-too-long') {
    // A transport with a limit: the same list in two halves.
    store.transaction(() => {
      for (const entry of entries) store.outbox.requeue(entry.id);
    });
    const middle = Math.ceil(planned.length / 2);
    const first = await sendList(session, groupServerId, planned.slice(0, middle));
    if (first.kind === 'failed' && first.consequence === 'stop') return first;
    return sendList(session, groupServerId, planned.slice(middle));
  }
  if (
    failure.applied === 'no' &&
    (failure.class === 'rejected' ||
      failure.class === 'exists' ||
      failure.class === 'notUnderstood')
  ) {
    // One row may have cost all the others: each is sent alone and gets an answer of its own.
    const alone: EntryFailure = {
      class: 'notStored',
      code: failure.code,
      raw: failure.raw ?? null,
    };
    store.transaction(() => {
      for (const entry of entries) store.outbox.fail(entry.id, 'waiting', entry.attempts, 0, alone);
      store.touch.outbox();
    });
  }
  return sent;
}
