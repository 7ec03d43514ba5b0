/**
 * Contacts become one: the kept one gets the chosen values, the others are deleted, all of it queued. One in another
 * group is not deleted on the server before the values that it gave have arrived where they are kept.
 */
import type { MergeRequest } from '#shared/ipc/duplicates.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { deleteContacts, editContact } from '../store/edits/contacts.ts';

/**
 * One transaction and one step of undo, which it answers.
 * @throws LibretaError contactUnknown, invalidInput (a column that the kept one's group lacks), mainFieldMissing,
 * mainFieldTaken, cannotCarry
 */
export function mergeContacts(
  store: AccountStore,
  { keep, remove, fields, carry }: MergeRequest,
): number | null {
  const kept = store.contacts.get(keep);
  if (kept === null) throw new LibretaError('contactUnknown');
  const others = remove.map((id) => {
    const other = store.contacts.get(id);
    if (other === null) throw new LibretaError('contactUnknown');
    if (id === keep) throw new LibretaError('invalidInput');
    return other;
  });
  const idsWhere = (inKeptGroup: boolean) =>
    others.filter(({ groupId }) => (groupId === kept.groupId) === inKeptGroup).map(({ id }) => id);
  const step = store.undo.open({ kind: 'bulk', action: 'merge', count: remove.length + 1 });
  step.run(() => {
    // First, so that the kept one may take over the main field of another.
    for (const id of idsWhere(true)) {
      deleteContacts(store, [id]);
      store.undo.succeeds(id, keep);
    }
    editContact(store, keep, fields, carry);
    deleteContacts(store, idsWhere(false), keep);
  });
  return step.id();
}
