/** The pull of a group: its columns, then its contacts. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { Column } from '../store/columns.ts';
import type { Group } from '../store/groups.ts';
import { codedFailure } from './codedFailure.ts';
import { passColumns } from './held.ts';
import { readGroup } from './readGroup.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from './session.ts';

/** Pulls a group that exists on the server; one that does not, or is being deleted, has nothing to pull. */
export async function pullGroup(
  session: SyncSession,
  groupId: GroupId,
  options: { signal: AbortSignal },
): Promise<Outcome> {
  const { store } = session;
  const group = store.groups.get(groupId);
  if (group === null || group.serverId === null || group.state === 'deleting') return done;
  session.report({ kind: 'pull', groupId, done: 0, total: 0 });
  const outcome = await pullColumnsAndContacts(
    session,
    { ...group, serverId: group.serverId },
    options,
  );
  store.transaction(() => {
    if (store.groups.get(groupId) === null) return;
    if (outcome.kind === 'done') store.groups.setPulled(groupId);
    else if (outcome.kind === 'stopped' && outcome.failure.class !== 'cancelled') {
      store.groups.setPullError(groupId, codedFailure(outcome.failure));
    }
    store.touch.groups();
  });
  return outcome;
}

async function pullColumnsAndContacts(
  session: SyncSession,
  group: Group & { readonly serverId: NonNullable<Group['serverId']> },
  options: { signal: AbortSignal },
): Promise<Outcome> {
  const { store, client } = session;
  const columns = await client.getGroupColumns(group.serverId, { signal: options.signal });
  session.heard(columns);
  if (!columns.ok) return stopped(columns.failure);
  if (store.groups.get(group.id) === null) return stopped(cancelledFailure);
  const lost = lostColumns(store.columns.of(group.id), columns.value);
  const { pause } = session;
  const isOver = (): boolean => options.signal.aborted || store.groups.get(group.id) === null;
  const passage = await passColumns(store, group, lost, { pause, isOver });
  if (passage === 'held') return { kind: 'held' };
  if (passage === 'cancelled') return stopped(cancelledFailure);
  const going = passage === 'kept' ? [] : lost;
  store.transaction(() => writeColumns(session, group, columns.value, going));
  return readGroup(session, group, { kind: 'pull', ...options });
}

function lostColumns(known: readonly Column[], arrived: readonly string[]): string[] {
  return known
    .filter(({ name, state }) => state === 'saved' && !arrived.includes(name))
    .map(({ name }) => name);
}

/** Columns that we are adding or deleting ourselves are left to the replay. */
function writeColumns(
  { store }: SyncSession,
  group: Group,
  arrived: readonly string[],
  lost: readonly string[],
): void {
  const known = new Set(store.columns.of(group.id).map(({ name }) => name));
  for (const name of arrived.filter((column) => !known.has(column))) {
    store.columns.add(group.id, name, 'saved');
  }
  for (const name of lost) store.columns.remove(group.id, name);
  store.touch.groups();
}
