/** What the user decides where a program must not. Each settlement fits some questions only; it works offline like any edit. */
import { valueOf, withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import type { FieldConflict, Question, Settlement } from '#shared/domain/entryState.ts';
import { serverIdSchema, type EntryId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import type { ContactEntry, Entry } from '../entry.ts';
import { isContactEntry } from '../outbox.ts';
import { discardEntry } from './discard.ts';
import { dropContact } from './drop.ts';
import { rebaseEntries } from './rebase.ts';

/** @throws LibretaError entryUnknown, settlementDoesNotFit, groupExists */
export function settleEntry(store: AccountStore, id: EntryId, settlement: Settlement): void {
  store.transaction(() => {
    const entry = store.outbox.get(id);
    if (entry === null) throw new LibretaError('entryUnknown');
    const { question, groupId, contactId, intent } = entry;
    if (entry.phase !== 'needsYou' || question === null) {
      throw new LibretaError('settlementDoesNotFit');
    }
    settle(store, entry, question, settlement);
    store.history.add({
      groupId,
      contactId,
      intent,
      outcome: 'settled',
      code: `${question.kind}:${settlement.kind}`,
    });
    if (contactId !== null) store.refold(contactId);
    store.touch.outbox();
    store.touch.groups();
  });
}

function settle(
  store: AccountStore,
  entry: Entry,
  question: Question,
  settlement: Settlement,
): void {
  switch (question.kind) {
    case 'rejected':
    case 'groupGone':
    case 'notUnderstood':
    case 'noProgress':
      if (settlement.kind === 'retry') return retry(store, entry);
      break;
    case 'cannotCarry':
      if (settlement.kind === 'recreate' && entry.intent.kind === 'editContact') {
        store.outbox.setIntent(entry.id, { ...entry.intent, carry: 'recreate' });
        return retry(store, entry);
      }
      if (settlement.kind === 'retry') return retry(store, entry);
      break;
    case 'createdUnknown':
      if (settlement.kind === 'notCreated') return retry(store, entry);
      if (settlement.kind === 'createdAs') return createdAs(store, entry, settlement.serverId);
      break;
    case 'conflict':
      if (isContactEntry(entry)) return conflict(store, entry, question.fields, settlement);
      break;
    case 'storedDifferently':
      if (settlement.kind === 'mine' || settlement.kind === 'retry') return retry(store, entry);
      if (settlement.kind === 'theirs') return drop(store, entry);
      break;
    case 'deletedThere':
      if (isContactEntry(entry)) return deletedThere(store, entry, settlement);
      break;
    case 'exists':
      if (isContactEntry(entry)) return exists(store, entry, question.theirs, settlement);
      break;
  }
  throw new LibretaError('settlementDoesNotFit');
}

function retry(store: AccountStore, entry: Entry): void {
  store.outbox.requeue(entry.id);
}

function drop(store: AccountStore, entry: Entry): void {
  discardEntry(store, entry.id);
}

function createdAs(store: AccountStore, entry: Entry, text: string): void {
  const serverId = serverIdSchema.safeParse(text);
  if (!serverId.success) throw new LibretaError('invalidInput', { detail: 'serverId' });
  if (store.groups.byServerId(serverId.data) !== null) throw new LibretaError('groupExists');
  store.groups.setServerId(entry.groupId, serverId.data);
  store.outbox.remove(entry.id);
}

/** For each contested field the value that shall stand: mine, theirs, or what was typed. */
function picked(fields: readonly FieldConflict[], settlement: Settlement): Map<string, string> {
  const choose = (field: FieldConflict): string => {
    switch (settlement.kind) {
      case 'mine':
        return field.mine;
      case 'theirs':
        return field.theirs;
      case 'values':
        return settlement.values[field.column] ?? field.theirs;
      default:
        throw new LibretaError('settlementDoesNotFit');
    }
  };
  return new Map(fields.map((field) => [field.column, choose(field)]));
}

function conflict(
  store: AccountStore,
  entry: ContactEntry,
  fields: readonly FieldConflict[],
  settlement: Settlement,
): void {
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) throw new LibretaError('contactUnknown');
  if (entry.intent.kind === 'deleteContact') {
    if (settlement.kind === 'theirs') return drop(store, entry);
    if (settlement.kind !== 'mine') throw new LibretaError('settlementDoesNotFit');
    store.outbox.setIntent(entry.id, { ...entry.intent, base: contact.base ?? {} });
    return retry(store, entry);
  }
  if (entry.intent.kind !== 'editContact') throw new LibretaError('settlementDoesNotFit');
  const picks = picked(fields, settlement);
  const changes = { ...entry.intent.changes };
  for (const { column, theirs } of fields) {
    const value = picks.get(column) ?? theirs;
    if (value === theirs) Reflect.deleteProperty(changes, column);
    else changes[column] = { from: theirs, to: value };
  }
  if (Object.keys(changes).length === 0) store.outbox.remove(entry.id);
  else {
    store.outbox.setIntent(entry.id, { ...entry.intent, changes });
    retry(store, entry);
  }
  rebaseEntries(store, contact.id, {});
}

function deletedThere(store: AccountStore, entry: ContactEntry, settlement: Settlement): void {
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) throw new LibretaError('contactUnknown');
  if (settlement.kind === 'letGo') return dropContact(store, contact);
  if (settlement.kind !== 'bringBack') throw new LibretaError('settlementDoesNotFit');
  const [first, ...others] = store.outbox.ofContact(contact.id);
  if (first === undefined) return;
  for (const other of others) store.outbox.remove(other.id);
  store.contacts.setBase(contact.id, null, null);
  store.outbox.setIntent(first.id, { kind: 'addContact', fields: contact.fields });
  store.outbox.setStep(first.id, 0);
  retry(store, first);
}

/** The contact that we meant to add stands there already: ours becomes an edit of that one, or goes. */
function exists(
  store: AccountStore,
  entry: ContactEntry,
  theirs: ContactFields | null,
  settlement: Settlement,
): void {
  if (settlement.kind === 'retry') return retry(store, entry);
  if (settlement.kind === 'theirs') return drop(store, entry);
  if (entry.intent.kind !== 'addContact') throw new LibretaError('settlementDoesNotFit');
  const mine = store.contacts.get(entry.contactId);
  const there = mine === null ? null : standing(store, mine, theirs);
  if (mine === null || there === null) throw new LibretaError('settlementDoesNotFit');
  const wanted = settlement.kind === 'values' ? settlement.values : withoutEmpty(mine.fields);
  if (settlement.kind !== 'values' && settlement.kind !== 'mine') {
    throw new LibretaError('settlementDoesNotFit');
  }
  const changes: IntentOf<'editContact'>['changes'] = {};
  for (const [column, to] of Object.entries(wanted)) {
    const from = valueOf(there.fields, column);
    if (from !== to) changes[column] = { from, to };
  }
  const { groupId } = entry;
  if (Object.keys(changes).length > 0) {
    const intent = { kind: 'editContact', changes, carry: 'modify' } as const;
    store.outbox.add({ groupId, contactId: there.id, intent });
    store.history.add({ groupId, contactId: there.id, intent, outcome: 'saved', changes });
  }
  dropContact(store, mine);
  store.refold(there.id);
}

/** The mirror's row of the contact that holds our main field on the server. */
function standing(
  store: AccountStore,
  mine: Contact,
  theirs: ContactFields | null,
): Contact | null {
  const group = store.groups.get(mine.groupId);
  if (group === null) return null;
  const key = mainKeyOf(group.type, theirs ?? mine.fields);
  const others = store.contacts.byMainKey(mine.groupId, key);
  return others.find(({ id, serverId }) => id !== mine.id && serverId !== null) ?? null;
}
