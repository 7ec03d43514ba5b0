/** Reading a group's contacts and laying them over the mirror: the one read that serves pull and replay alike. */
import type { ApiResult, RemoteContact } from '../afilnet/client.ts';
import { typeFromContacts } from '#shared/domain/group.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import type { Group } from '../store/groups.ts';
import { notOursToLose, reconcile } from './reconcile.ts';
import {
  cancelledFailure,
  done,
  retryAt,
  stopped,
  type Outcome,
  type SyncSession,
} from './session.ts';

export async function readGroup(
  session: SyncSession,
  group: Group & { readonly serverId: ServerId },
  options: { kind: 'pull' | 'replay'; signal?: AbortSignal },
): Promise<Outcome> {
  const signal = options.signal ?? session.signal;
  const contacts = await readContacts(session, group, signal);
  session.heard(contacts);
  if (!contacts.ok) return stopped(contacts.failure);
  const settled = options.kind === 'pull' ? withType(session, group, contacts.value) : group;
  const reconciled = await reconcile(session.store, settled, contacts.value, {
    onProgress: (doneNow, total) => {
      if (options.kind === 'pull') {
        session.report({ kind: 'pull', groupId: group.id, done: doneNow, total });
      }
    },
    pause: session.pause,
    signal,
    retryAt: (attempts) => retryAt(session, attempts),
    attempts: session.limits.attempts,
  });
  switch (reconciled) {
    case 'applied':
      return done;
    case 'held':
      return { kind: 'held' };
    case 'cancelled':
      return stopped(cancelledFailure);
  }
}

/** Codes that say themselves that there is nothing. */
const speaksOfNothing = /EMPTY|NO_?CONTACT|NOT_?FOUND|NO_?RESULT|NO_?DATA/iu;

/**
 * An empty group may be answered by an error of an unknown code (open point 2). It is believed only where the group
 * still answers its columns, and where nothing can be lost by it: all that stood there are our own deletes, or the code
 * itself speaks of nothing, in which case the guard holds the empty snapshot for the user.
 */
async function readContacts(
  { client, store }: SyncSession,
  group: Group & { readonly serverId: ServerId },
  signal: AbortSignal,
): Promise<ApiResult<RemoteContact[]>> {
  const read = await client.getContacts(group.serverId, { signal });
  if (read.ok || read.failure.class !== 'notUnderstood' || read.failure.applied !== 'no')
    return read;
  const nothingToLose = notOursToLose(store, group.id).length === 0;
  if (!nothingToLose && !speaksOfNothing.test(read.failure.code)) return read;
  const columns = await client.getGroupColumns(group.serverId, { signal });
  return columns.ok ? { ok: true, value: [] } : read;
}

/** At the first pull of a group that was added by its id, its contacts show which column is the main field. */
function withType<Known extends Group>(
  { store }: SyncSession,
  group: Known,
  contacts: readonly RemoteContact[],
): Known {
  const untouched = group.pulledAt === null && store.contacts.count(group.id) === 0;
  if (!untouched || contacts.length === 0 || store.outbox.ofGroup(group.id).length > 0)
    return group;
  const columns = store.columns.of(group.id).map(({ name }) => name);
  const type = typeFromContacts(
    columns,
    contacts.map(({ fields }) => fields),
  );
  if (type === null || type === group.type) return group;
  store.transaction(() => {
    store.groups.setType(group.id, type);
    store.touch.groups();
  });
  return { ...group, type };
}
