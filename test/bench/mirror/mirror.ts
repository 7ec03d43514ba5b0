/** The product's mirror of one group, filled the way a first pull fills it. */
import { v7 } from 'uuid';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import type { RemoteContact } from '../../../electron/afilnet/client.ts';
import { openAccountStore, type AccountStore } from '../../../electron/store/accountStore.ts';
import { addExistingGroup } from '../../../electron/store/edits/groups.ts';
import type { Group } from '../../../electron/store/groups.ts';
import { reconcile } from '../../../electron/sync/reconcile.ts';

export interface Mirror {
  readonly store: AccountStore;
  readonly group: Group;
}

/** A new store with one empty group. */
export function openMirror(path: string, columns: readonly string[]): Mirror {
  const store = openAccountStore({
    path,
    now: Date.now,
    newId: () => v7(),
    onChange: () => undefined,
  });
  const groupId = addExistingGroup(store, {
    serverId: '1001' as ServerId,
    label: 'Clientes',
    columns,
  });
  const group = store.groups.get(groupId);
  if (group === null) throw new Error('The group was not kept.');
  return { store, group };
}

/** Contacts as the server answers them. */
export function asRemote(contacts: readonly ContactFields[]): RemoteContact[] {
  return contacts.map((fields, at) => ({ id: String(10_000 + at) as ServerId, fields }));
}

/** Lays a snapshot over the mirror, in the batches of the product. */
export async function pullInto(
  { store, group }: Mirror,
  remote: readonly RemoteContact[],
): Promise<void> {
  const outcome = await reconcile(store, group, remote, {
    onProgress: () => undefined,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    signal: new AbortController().signal,
    retryAt: () => 0,
    attempts: 8,
  });
  if (outcome !== 'applied') throw new Error(`The snapshot was ${outcome}.`);
}
