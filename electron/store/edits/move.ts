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
  const base = leaving.intent.kind === 'deleteContact' ? leaving.intent.base : {};
  const { contactId: home } = leaving;
  giveUpEntry(store, leaving, 'movedBack');
  succeed(store, contact.id, home);
  dropContact(store, contact);
  const values = broughtBack(store, contact, leaving.groupId, base);
  editContact(store, home, values, 'modify', 'askWhenSent');
  startFrom(store, home, base);
  store.undo.succeeds(contact.id, home);
  return home;
}

/**
 * What was changed in the group between, which the contact brings to where it was; `base`: what it was there when it was
 * moved. What someone else wrote there meanwhile stays, and what the group between did not take is still there.
 */
function broughtBack(
  store: AccountStore,
  contact: Contact,
  home: GroupId,
  base: ContactFields,
): ContactFields {
  const between = new Map(
    store.columns.of(contact.groupId).map(({ name, state }) => [name, state]),
  );
  const values = store.columns.of(home).flatMap(({ name, state }) => {
    const value = valueOf(contact.fields, name);
    const there = between.get(name);
    // A column that is being deleted takes no more values; one between may have taken this before, if it has any.
    const taken = there !== undefined && (there !== 'deleting' || value !== '');
    const isChanged = value !== valueOf(base, name);
    return state !== 'deleting' && taken && isChanged ? [[name, value] as const] : [];
  });
  return Object.fromEntries(values);
}

/** Nobody has looked at what someone else wrote meanwhile: a value that both changed is asked about when it is sent. */
function startFrom(store: AccountStore, contactId: ContactId, base: ContactFields): void {
  const edit = store.outbox.ofContact(contactId).at(-1);
  if (edit?.intent.kind !== 'editContact' || isInFlight(edit)) return;
  const changes = Object.entries(edit.intent.changes).map(
    ([column, { to }]) => [column, { from: valueOf(base, column), to }] as const,
  );
  store.outbox.setIntent(edit.id, { ...edit.intent, changes: Object.fromEntries(changes) });
}
