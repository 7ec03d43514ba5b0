/** The contacts of a choice, fixed when the work begins: what it changes must not change what it is about. */
import type { ContactId } from '#shared/domain/ids.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { Contact } from '../store/contacts.ts';

export interface Chosen {
  readonly total: number;
  /** Some of them as they are now; those that have gone are left out. */
  readonly read: (from: number, count: number) => Contact[];
}

const batch = 5_000;

/**
 * Kept by their ids: the number of a row may be another contact's by the time that it is its turn.
 * @throws LibretaError cancelled, when the account is closed
 */
export async function chosenOf(
  store: AccountStore,
  selection: Selection,
  pause: () => Promise<void>,
): Promise<Chosen> {
  const ids = [...new Set(await idsOf(store, selection, pause))];
  return {
    total: ids.length,
    read: (from, count) =>
      ids.slice(from, from + count).flatMap((id) => {
        const contact = store.contacts.get(id);
        return contact === null || contact.tombstone ? [] : [contact];
      }),
  };
}

async function idsOf(
  store: AccountStore,
  selection: Selection,
  pause: () => Promise<void>,
): Promise<readonly ContactId[]> {
  if (selection.kind === 'ids') return selection.contactIds;
  const rows = await store.list.rowsOf(selection);
  const ids: ContactId[] = [];
  for (let from = 0; from < rows.length; from += batch) {
    for (const id of store.list.idsAt(rows.slice(from, from + batch))) ids.push(id);
    await pause();
  }
  return ids;
}
