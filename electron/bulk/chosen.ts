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

const page = 500;

/** `pause` lets other work run while a large choice is read. */
export async function chosenOf(
  store: AccountStore,
  selection: Selection,
  pause: () => Promise<void>,
): Promise<Chosen> {
  const ids = selection.kind === 'ids' ? [...new Set(selection.contactIds)] : [];
  if (selection.kind === 'query') {
    const except = new Set(selection.except);
    for (let offset = 0; ; offset += page) {
      const found = store.list.window({ ...selection.query, sort: null }, offset, page);
      for (const { id } of found) if (!except.has(id)) ids.push(id);
      if (found.length < page) break;
      await pause();
    }
  }
  return {
    total: ids.length,
    read: (from, count) =>
      ids.slice(from, from + count).flatMap((id: ContactId) => {
        const contact = store.contacts.get(id);
        return contact === null || contact.tombstone ? [] : [contact];
      }),
  };
}
