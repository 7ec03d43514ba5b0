/** Taking rows out of the mirror together with what the outbox still holds of them. History stays. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';

/** The contact and its entries. Only for contacts that the server does not have, or no longer. */
export function dropContact(store: AccountStore, contact: Contact): void {
  for (const entry of store.outbox.ofContact(contact.id)) store.outbox.remove(entry.id);
  store.contacts.remove(contact.id);
  store.touch.contacts(contact.groupId);
}

/** The group, its contacts and everything queued for it. */
export function dropGroup(store: AccountStore, groupId: GroupId): void {
  for (const entry of store.outbox.ofGroup(groupId)) store.outbox.remove(entry.id);
  store.groups.remove(groupId);
  store.touch.contacts(groupId);
  store.touch.groups();
}

/** Takes a column's values out of the group's contacts and of what is queued for them. */
export function stripColumn(store: AccountStore, groupId: GroupId, column: string): void {
  const without = (fields: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== column));
  for (const entry of store.outbox.ofGroup(groupId)) {
    if (entry.intent.kind === 'addContact') {
      store.outbox.setIntent(entry.id, { ...entry.intent, fields: without(entry.intent.fields) });
    } else if (entry.intent.kind === 'editContact' && column in entry.intent.changes) {
      const changes = Object.fromEntries(
        Object.entries(entry.intent.changes).filter(([name]) => name !== column),
      );
      if (Object.keys(changes).length > 0 || entry.phase === 'sending') {
        store.outbox.setIntent(entry.id, { ...entry.intent, changes });
      } else store.outbox.remove(entry.id);
    } else if (entry.intent.kind === 'deleteContact') {
      store.outbox.setIntent(entry.id, { ...entry.intent, base: without(entry.intent.base) });
    }
  }
  for (const contact of store.contacts.withColumn(groupId, column)) {
    const { base, serverId } = contact;
    if (base !== null) store.contacts.setBase(contact.id, serverId, without(base));
    store.refold(contact.id);
  }
  store.touch.contacts(groupId);
}
