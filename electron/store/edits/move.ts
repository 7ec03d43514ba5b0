/** Moving a contact to another group: it is added there, and goes where it was once it has arrived. */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { isInFlight, type ContactEntry } from '../entry.ts';
import { addContact, contactFor, deleteContacts, editContact } from './contacts.ts';
import { giveUpEntry } from './discard.ts';
import { dropContact, succeed } from './drop.ts';

/**
 * `fields`: what the other group takes of it. One that is moved back before it has left is where it was, with what was
 * changed meanwhile. Answers the contact that is seen in the other group. Refused, it leaves nothing half done, also
 * inside a transaction that goes on.
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
    // Its last edit may be refused when the others have written, and the caller may go on with other contacts.
    if (leaving !== null) return store.undo.wholly(() => moveBack(store, contact, leaving));
    contactFor(store, contact.id);
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
  const values = broughtBack(store, contact, leaving.groupId);
  editContact(store, leaving.contactId, values, 'modify', 'askWhenSent');
  return leaving.contactId;
}

/** What the contact brings to where it was. What the group between did not take is still there. */
function broughtBack(store: AccountStore, contact: Contact, home: GroupId): ContactFields {
  const between = new Map(
    store.columns.of(contact.groupId).map(({ name, state }) => [name, state]),
  );
  const values = store.columns.of(home).flatMap(({ name, state }) => {
    const value = valueOf(contact.fields, name);
    const there = between.get(name);
    // A column that is being deleted takes no more values; one between may have taken this before, if it has any.
    const taken = there !== undefined && (there !== 'deleting' || value !== '');
    return state !== 'deleting' && taken ? [[name, value] as const] : [];
  });
  return Object.fromEntries(values);
}
