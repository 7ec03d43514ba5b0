/** Moving a contact to another group: it is added there, and goes where it was once it has arrived. */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { isInFlight, type ContactEntry } from '../entry.ts';
import { addContact, deleteContacts, editContact } from './contacts.ts';
import { giveUpEntry } from './discard.ts';
import { dropContact, succeed } from './drop.ts';

/**
 * `fields`: what the other group takes of it. One that is moved back before it has left is where it was, with what was
 * changed meanwhile. Answers the contact that is seen in the other group.
 * @throws LibretaError as addContact and editContact
 */
export function moveContact(
  store: AccountStore,
  contact: Contact,
  groupId: GroupId,
  fields: ContactFields,
): ContactId {
  return store.transaction(() => {
    const leaving = stillThere(store, contact, groupId);
    if (leaving !== null) return moveBack(store, contact, leaving);
    const added = addContact(store, groupId, fields);
    deleteContacts(store, [contact.id], added);
    return added;
  });
}

/** The deletion in the other group that waits for this contact to arrive, while nothing of it is on its way. */
function stillThere(store: AccountStore, contact: Contact, groupId: GroupId): ContactEntry | null {
  if (contact.serverId !== null || store.outbox.ofContact(contact.id).some(isInFlight)) return null;
  const deletions = store.outbox.afterContact(contact.id);
  return deletions.find((entry) => entry.groupId === groupId && !isInFlight(entry)) ?? null;
}

function moveBack(store: AccountStore, contact: Contact, leaving: ContactEntry): ContactId {
  giveUpEntry(store, leaving, 'movedBack');
  succeed(store, contact.id, leaving.contactId);
  dropContact(store, contact);
  // What the group between had no column for was not taken there, and is here still.
  const between = new Set(store.columns.of(contact.groupId).map(({ name }) => name));
  const shared = store.columns.of(leaving.groupId).filter(({ name }) => between.has(name));
  const values = shared.map(({ name }) => [name, valueOf(contact.fields, name)] as const);
  editContact(store, leaving.contactId, Object.fromEntries(values), 'modify', 'askWhenSent');
  store.undo.succeeds(contact.id, leaving.contactId);
  return leaving.contactId;
}
