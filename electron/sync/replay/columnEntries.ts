/** Columns added and deleted here: the server's columns are read before the first and after the last, and the reading decides. */
import type { ServerId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import { stripSome } from '../../store/edits/drop.ts';
import type { Entry } from '../../store/entry.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { acknowledgeGroupEntry } from './acknowledgeGroup.ts';
import { send } from './send.ts';

/** Contacts that lose a deleted column's value in one transaction. */
const strippedAtOnce = 250;

export type ColumnIntent = IntentOf<'addColumn'> | IntentOf<'deleteColumn'>;
export interface ColumnEntry {
  readonly entry: Entry;
  readonly intent: ColumnIntent;
}

export async function replayColumns(
  session: SyncSession,
  serverId: ServerId,
  due: readonly ColumnEntry[],
): Promise<Outcome> {
  const before = await readColumns(session, serverId);
  if ('kind' in before) return before;
  const open = due.filter((one) => !settledBySight(session, one, before.columns));
  let written = 0;
  for (const { entry: planned, intent } of open) {
    const { client, signal, store } = session;
    // Read again: the user may have discarded it since.
    const entry = store.outbox.get(planned.id);
    if (entry?.phase !== 'waiting') continue;
    if (session.halted()) return stopped(cancelledFailure);
    const sent = await send(session, [entry], () =>
      intent.kind === 'addColumn'
        ? client.addColumn(serverId, intent.column, { signal })
        : client.deleteColumn(serverId, intent.column, { signal }),
    );
    if (sent.kind === 'failed' && sent.consequence === 'stop') return stopped(sent.failure);
    written += 1;
  }
  if (written === 0) {
    await stripDeleted(session, due);
    return done;
  }
  const after = await readColumns(session, serverId);
  if ('kind' in after) return after;
  for (const one of open) settledBySight(session, one, after.columns);
  await stripDeleted(session, due);
  return done;
}

/** Takes the values of columns that are gone out of the mirror. Cut short, the next pull does it. */
async function stripDeleted(session: SyncSession, due: readonly ColumnEntry[]): Promise<void> {
  const { store, pause, signal } = session;
  for (const { entry, intent } of due) {
    if (intent.kind !== 'deleteColumn') continue;
    const { groupId } = entry;
    const gone = (): boolean =>
      store.groups.get(groupId) !== null &&
      store.columns.of(groupId).every(({ name }) => name !== intent.column);
    let after: number | null = 0;
    while (after !== null && !signal.aborted && gone()) {
      after = stripSome(store, groupId, intent.column, { after, limit: strippedAtOnce });
      await pause();
    }
  }
}

/** True when the entry needs no sending: it is seen to be done, or a success that is not seen was asked about, or it was discarded. */
function settledBySight(
  { store }: SyncSession,
  { entry: planned, intent }: ColumnEntry,
  columns: readonly string[],
): boolean {
  const entry = store.outbox.get(planned.id);
  if (entry === null) return true;
  const there = columns.includes(intent.column);
  if (there === (intent.kind === 'addColumn')) {
    acknowledgeGroupEntry(store, entry);
    return true;
  }
  if (entry.phase !== 'sent') {
    // Not there after an unknown outcome: it can be sent again.
    if (entry.phase === 'unknown') {
      store.transaction(() => store.outbox.setPhase(entry.id, 'waiting'));
    }
    return false;
  }
  store.transaction(() => {
    store.outbox.ask(entry.id, { kind: 'rejected', code: 'not-stored', raw: null });
    const { groupId } = entry;
    store.history.add({ groupId, contactId: null, intent, outcome: 'asked', code: 'not-stored' });
    store.touch.outbox();
    store.touch.groups();
  });
  return true;
}

async function readColumns(
  session: SyncSession,
  serverId: ServerId,
): Promise<{ columns: string[] } | Outcome> {
  const read = await session.client.getGroupColumns(serverId, { signal: session.signal });
  session.heard(read);
  return read.ok ? { columns: read.value } : stopped(read.failure);
}
