/** Taking rows out of the mirror together with what the outbox still holds of them. History stays. */
import type { GivenUpReason } from '#shared/domain/givenUp.ts';
import type { Question } from '#shared/domain/entryState.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { isInFlight, type Entry } from '../entry.ts';

/**
 * The contact and its entries. Only for contacts that the server does not have, or no longer.
 * What was to be deleted once it had arrived goes without it: see `keepWhatItReplaces`.
 */
export function dropContact(store: AccountStore, contact: Contact): void {
  for (const entry of store.outbox.ofContact(contact.id)) store.outbox.remove(entry.id);
  store.contacts.remove(contact.id);
  store.touch.contacts(contact.groupId);
}

/** The group, its contacts and everything queued for it. */
export function dropGroup(store: AccountStore, groupId: GroupId): void {
  const entries = store.outbox.ofGroup(groupId);
  for (const { contactId, intent } of entries) {
    if (contactId !== null && intent.kind !== 'deleteContact') keepWhatItReplaces(store, contactId);
  }
  for (const entry of entries) store.outbox.remove(entry.id);
  store.groups.remove(groupId);
  store.touch.contacts(groupId);
  store.touch.groups();
}

/** What a contact was to bring before others go is given up: they stay where they are. */
export function keepWhatItReplaces(store: AccountStore, successor: ContactId): void {
  for (const entry of store.outbox.afterContact(successor)) {
    if (isInFlight(entry)) continue;
    recordGivenUp(store, [entry], 'successorDiscarded');
    store.outbox.remove(entry.id);
    store.refold(entry.contactId);
    store.touch.contacts(entry.groupId);
    store.touch.outbox();
  }
}

/**
 * Another contact takes the place of the one that was to replace others. One in their own group needs the number
 * that they still hold there, so they go first.
 */
export function succeed(store: AccountStore, from: ContactId, to: ContactId): void {
  const groupId = store.contacts.get(to)?.groupId;
  for (const entry of store.outbox.afterContact(from)) {
    if (entry.intent.kind !== 'deleteContact') continue;
    const { after: _, ...intent } = entry.intent;
    store.outbox.setIntent(entry.id, entry.groupId === groupId ? intent : { ...intent, after: to });
  }
}

/** Entries that are given up along with something else, line by line in the history. */
export function recordGivenUp(
  store: AccountStore,
  entries: readonly Entry[],
  code: GivenUpReason,
): void {
  for (const { groupId, contactId, intent } of entries) {
    store.history.add({ groupId, contactId, intent, outcome: 'discarded', code });
  }
}

/** Takes a column's values out of the group's contacts and of what is queued for them. */
export function stripColumn(store: AccountStore, groupId: GroupId, column: string): void {
  stripQueued(store, groupId, column);
  for (const contact of store.contacts.withColumn(groupId, column)) {
    stripContact(store, contact, column);
  }
}

/** The same for what is queued alone, and the contacts that it is queued for. */
export function stripQueued(store: AccountStore, groupId: GroupId, column: string): void {
  const entries = store.outbox.ofGroup(groupId);
  for (const entry of entries) stripEntry(store, entry, column);
  for (const id of new Set(entries.map(({ contactId }) => contactId))) {
    const contact = id === null ? null : store.contacts.get(id);
    if (contact !== null) stripContact(store, contact, column);
  }
  store.touch.contacts(groupId);
}

/** The same for some contacts behind a row; answers the last of them, or null when there are none left. */
export function stripSome(
  store: AccountStore,
  groupId: GroupId,
  column: string,
  some: { after: number; limit: number },
): number | null {
  return store.transaction(() => {
    const contacts = store.contacts.withColumn(groupId, column, some.after, some.limit);
    for (const contact of contacts) stripContact(store, contact, column);
    return contacts.at(-1)?.row ?? null;
  });
}

function stripContact(store: AccountStore, contact: Contact, column: string): void {
  const { base, serverId } = contact;
  if (base !== null) store.contacts.setBase(contact.id, serverId, without(base, column));
  store.refold(contact.id);
}

function stripEntry(store: AccountStore, entry: Entry, column: string): void {
  const { intent } = entry;
  switch (intent.kind) {
    case 'addContact':
      store.outbox.setIntent(entry.id, { ...intent, fields: without(intent.fields, column) });
      return;
    case 'deleteContact':
      store.outbox.setIntent(entry.id, { ...intent, base: without(intent.base, column) });
      return;
    case 'editContact':
      if (Object.hasOwn(intent.changes, column)) stripEdit(store, entry, intent, column);
      return;
    case 'createGroup':
    case 'deleteGroup':
    case 'addColumn':
    case 'deleteColumn':
    case 'assignCountry':
      return;
  }
}

function stripEdit(
  store: AccountStore,
  entry: Entry,
  intent: IntentOf<'editContact'>,
  column: string,
): void {
  const changes = without(intent.changes, column);
  if (Object.keys(changes).length === 0 && !isInFlight(entry)) {
    recordGivenUp(store, [entry], 'columnDeleted');
    store.outbox.remove(entry.id);
    return;
  }
  store.outbox.setIntent(entry.id, { ...intent, changes });
  const { question } = entry;
  if (question?.kind !== 'conflict' && question?.kind !== 'storedDifferently') return;
  const asked = questionWithout(question, column);
  if (asked.fields.length === 0) store.outbox.requeue(entry.id);
  else store.outbox.ask(entry.id, asked);
}

function questionWithout<
  Asked extends Extract<Question, { kind: 'conflict' | 'storedDifferently' }>,
>(question: Asked, column: string): Asked {
  const fields = question.fields.filter((field) => field.column !== column);
  return { ...question, fields };
}

function without<T>(values: Readonly<Record<string, T>>, column: string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== column));
}
