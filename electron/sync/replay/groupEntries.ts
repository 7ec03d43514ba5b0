/** The entries of a group itself, before its contacts: its creation, its columns, its country, its end. */
import type { EntryId, GroupId, ServerId } from '#shared/domain/ids.ts';
import { waitFor } from '../backoff.ts';
import type { Entry } from '../../store/entry.ts';
import { isContactEntry } from '../../store/outbox.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { acknowledgeGroupEntry } from './acknowledgeGroup.ts';
import { replayColumns, type ColumnEntry } from './columnEntries.ts';
import { createGroupOnServer } from './createGroup.ts';
import { send } from './send.ts';

/** Replays what is due of a group's own entries; `stopped` when the round is of no further use. */
export async function replayGroupEntries(session: SyncSession, groupId: GroupId): Promise<Outcome> {
  const { store } = session;
  const due = store.outbox
    .ofGroup(groupId)
    .filter((entry) => !isContactEntry(entry))
    .filter((entry) => entry.phase !== 'needsYou' && waitFor(entry.nextTryAt, session.now()) === 0);
  for (const entry of due) {
    if (entry.intent.kind !== 'createGroup') continue;
    const outcome = await createGroupOnServer(session, entry, entry.intent);
    if (outcome.kind === 'stopped') return outcome;
  }
  const serverId = store.groups.get(groupId)?.serverId ?? null;
  if (serverId === null) return done;
  const columns = due.flatMap((entry): ColumnEntry[] =>
    entry.intent.kind === 'addColumn' || entry.intent.kind === 'deleteColumn'
      ? [{ entry, intent: entry.intent }]
      : [],
  );
  if (columns.length > 0) {
    const outcome = await replayColumns(session, serverId, columns);
    if (outcome.kind === 'stopped') return outcome;
  }
  for (const { id } of due) {
    const outcome = await replaySafeToRepeat(session, serverId, id);
    if (outcome.kind === 'stopped') return outcome;
  }
  return done;
}

/** What cannot be read back but may be sent twice: the same country again, the end of a group that is gone. */
async function replaySafeToRepeat(
  session: SyncSession,
  serverId: ServerId,
  id: EntryId,
): Promise<Outcome> {
  const { client, signal, store } = session;
  // Read again: the user may have changed or discarded it since the others before it were sent.
  const entry = store.outbox.get(id);
  if (entry === null || entry.phase === 'needsYou') return done;
  const { intent } = entry;
  if (intent.kind !== 'assignCountry' && intent.kind !== 'deleteGroup') return done;
  if (intent.kind === 'assignCountry' && isSecondCountry(session, entry)) return done;
  if (session.halted()) return stopped(cancelledFailure);
  const sent = await send(session, [entry], () =>
    intent.kind === 'assignCountry'
      ? client.assignCountry(serverId, intent.country, { signal })
      : client.deleteGroup(serverId, { signal }),
  );
  const gone =
    sent.kind === 'failed' && sent.failure.class === 'groupGone' && intent.kind === 'deleteGroup';
  if (sent.kind === 'answered' || gone) {
    acknowledgeGroupEntry(store, entry);
    return done;
  }
  return sent.consequence === 'stop' ? stopped(sent.failure) : done;
}

/** A country that was chosen later must not arrive before the one chosen first. */
function isSecondCountry({ store }: SyncSession, entry: Entry): boolean {
  const first = store.outbox
    .ofGroup(entry.groupId)
    .find(({ intent }) => intent.kind === 'assignCountry');
  return first !== undefined && first.id !== entry.id;
}
