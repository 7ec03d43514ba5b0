/**
 * A list that lacks too much is held until the user decides. *Keep mine* makes unsent edits of what would go:
 * contacts that are missing there are added again, a lost column too, with its values behind it.
 */
import { isReservedColumn } from '#shared/domain/columnName.ts';
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { HeldDecision } from '#shared/ipc/views.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { queueEdit } from './contacts.ts';
import { rebaseEntries } from './rebase.ts';

/** The history's word for what was queued because the user keeps it. */
const kept = 'kept';

/**
 * What the user wants of a held list, or null to be asked again; the next read of the group carries it out.
 * `heldAt`: which list they were shown.
 * @throws LibretaError groupUnknown, settlementDoesNotFit: another list is held by now
 */
export function decideHeldPull(
  store: AccountStore,
  groupId: GroupId,
  { heldAt, decision }: { heldAt: number; decision: HeldDecision | null },
): void {
  store.transaction(() => {
    const group = store.groups.get(groupId);
    if (group === null) throw new LibretaError('groupUnknown');
    const { held } = group;
    // A list that was whole again has ended it: nothing is left to decide.
    if (held === null || held.decision === decision) return;
    if (held.heldAt !== heldAt) throw new LibretaError('settlementDoesNotFit');
    store.groups.setHeld(groupId, { ...held, decision });
    const code = `held:${decision ?? 'asked'}`;
    store.history.add({ groupId, contactId: null, intent: null, outcome: 'settled', code });
    store.touch.groups();
  });
}

/** Contacts that the server has no longer become unsent adds of what is seen here; what was queued for them is in that. */
export function keepContacts(store: AccountStore, contactIds: readonly ContactId[]): void {
  store.transaction(() => {
    for (const id of contactIds) {
      const contact = store.contacts.get(id);
      if (contact !== null && !contact.tombstone) keepContact(store, contact);
    }
    store.touch.groups();
  });
}

function keepContact(store: AccountStore, { id, groupId, fields }: Contact): void {
  for (const entry of store.outbox.ofContact(id)) store.outbox.remove(entry.id);
  store.contacts.setBase(id, null, null);
  const intent = { kind: 'addContact', fields: withoutReserved(fields) } as const;
  store.outbox.add({ groupId, contactId: id, intent });
  store.history.add({ groupId, contactId: id, intent, outcome: 'saved', code: kept });
  store.refold(id);
}

/** The values of a lost column become unsent edits, some contacts at a time; answers the last row, or null when there are none left. */
export function keepValues(
  store: AccountStore,
  groupId: GroupId,
  column: string,
  some: { after: number; limit: number },
): number | null {
  return store.transaction(() => {
    const contacts = store.contacts.withColumn(groupId, column, some.after, some.limit);
    for (const contact of contacts) keepValue(store, contact, column);
    store.touch.groups();
    return contacts.at(-1)?.row ?? null;
  });
}

function keepValue(store: AccountStore, contact: Contact, column: string): void {
  const { id, groupId, serverId, base, fields } = contact;
  if (base === null || valueOf(base, column) === '') return;
  store.contacts.setBase(id, serverId, without(base, column));
  rebaseEntries(store, id, { [column]: '' });
  store.refold(id);
  const now = store.contacts.get(id);
  if (now === null || now.tombstone) return;
  const change = { from: valueOf(now.fields, column), to: valueOf(fields, column) };
  if (change.from === change.to) return;
  const changes = { [column]: change };
  queueEdit(store, now, changes, 'modify', 'askWhenSent');
  const intent = { kind: 'editContact', changes, carry: 'modify' } as const;
  const event = { groupId, contactId: id, intent, changes };
  store.history.add({ ...event, outcome: 'saved', code: kept });
  store.refold(id);
}

/** Lost columns become unsent additions; their values are to be kept before. */
export function keepColumns(
  store: AccountStore,
  groupId: GroupId,
  columns: readonly string[],
): void {
  store.transaction(() => {
    for (const column of columns) {
      const intent = { kind: 'addColumn', column } as const;
      store.columns.setState(groupId, column, 'adding');
      store.outbox.add({ groupId, contactId: null, intent });
      store.history.add({ groupId, contactId: null, intent, outcome: 'saved', code: kept });
    }
    store.touch.outbox();
    store.touch.groups();
  });
}

function withoutReserved(fields: ContactFields): ContactFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isReservedColumn(name)));
}

function without(fields: ContactFields, column: string): ContactFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== column));
}
