/** Two contacts of a group become one: the kept one gets the chosen values, the others are deleted, all of it queued. */
import type { MergeRequest } from '#shared/ipc/duplicates.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { deleteContacts, editContact } from '../store/edits/contacts.ts';

/**
 * One transaction and one step of undo, which it answers.
 * @throws LibretaError contactUnknown, invalidInput (not of one group), mainFieldMissing, mainFieldTaken, cannotCarry
 */
export function mergeContacts(
  store: AccountStore,
  { keep, remove, fields, carry }: MergeRequest,
): number | null {
  const kept = store.contacts.get(keep);
  const others = remove.map((id) => store.contacts.get(id));
  if (kept === null) throw new LibretaError('contactUnknown');
  for (const other of others) {
    if (other === null) throw new LibretaError('contactUnknown');
    if (other.groupId !== kept.groupId || other.id === keep) throw new LibretaError('invalidInput');
  }
  const step = store.undo.open({ kind: 'bulk', action: 'merge', count: remove.length + 1 });
  step.run(() => {
    // First, so that the kept one may take over the main field of another.
    deleteContacts(store, remove);
    editContact(store, keep, fields, carry);
  });
  return step.id();
}
