/** What the user decides where a program must not. Each settlement fits some questions only; it works offline like any edit. */
import { withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import type { FieldConflict, Question, Settlement } from '#shared/domain/entryState.ts';
import { serverIdSchema, type EntryId } from '#shared/domain/ids.ts';
import { differences } from '#shared/domain/fold.ts';
import { obstaclesIn } from '#shared/domain/contactText.ts';
import type { Carry, IntentOf } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import type { ContactEntry, Entry } from '../entry.ts';
import { isContactEntry } from '../outbox.ts';
import { checkChangedMainField, checkColumns, groupFor, queueEdit, trimmed } from './contacts.ts';
import { discardEntry } from './discard.ts';
import { dropContact, succeed } from './drop.ts';
import { rebaseEntries } from './rebase.ts';

/** @throws LibretaError entryUnknown, settlementDoesNotFit, groupExists, invalidInput, cannotCarry, mainFieldMissing, mainFieldTaken */
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
      if (settlement.kind === 'mine' || settlement.kind === 'retry') {
        return overStored(store, entry, question.fields);
      }
      if (settlement.kind === 'theirs') return asStored(store, entry, question.fields);
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

type StoredFields = Extract<Question, { kind: 'storedDifferently' }>['fields'];

/** What was sent is sent again, over what the user was shown to be stored. */
function overStored(store: AccountStore, entry: Entry, fields: StoredFields): void {
  if (entry.intent.kind !== 'editContact' || !isContactEntry(entry)) return retry(store, entry);
  const { changes } = entry.intent;
  const sent = fields.filter(({ column }) => Object.hasOwn(changes, column));
  contested(store, entry, entry.intent, asConflicts(sent), { kind: 'mine' });
}

/** What is stored there stays; what else was changed since then is still sent. */
function asStored(store: AccountStore, entry: Entry, fields: StoredFields): void {
  const asked = new Set(fields.map(({ column }) => column));
  const { intent } = entry;
  const goesOn =
    intent.kind === 'editContact' && Object.keys(intent.changes).some((name) => !asked.has(name));
  if (!goesOn || !isContactEntry(entry)) return drop(store, entry);
  contested(store, entry, intent, asConflicts(fields), { kind: 'theirs' });
}

function asConflicts(fields: StoredFields): FieldConflict[] {
  return fields.map(({ column, sent, stored }) => {
    return { column, base: stored, mine: sent, theirs: stored };
  });
}

function createdAs(store: AccountStore, entry: Entry, text: string): void {
  const serverId = serverIdSchema.safeParse(text);
  if (!serverId.success) throw new LibretaError('invalidInput', { detail: 'serverId' });
  if (store.groups.byServerId(serverId.data) !== null) throw new LibretaError('groupExists');
  store.groups.setServerId(entry.groupId, serverId.data);
  store.outbox.remove(entry.id);
}

/** The value that shall stand in a contested field: mine, theirs, or what was typed. */
function pick(field: FieldConflict, settlement: Settlement): string {
  switch (settlement.kind) {
    case 'mine':
      return field.mine;
    case 'theirs':
      return field.theirs;
    case 'values':
      return trimmed(settlement.values)[field.column] ?? field.theirs;
    default:
      throw new LibretaError('settlementDoesNotFit');
  }
}

function conflict(
  store: AccountStore,
  entry: ContactEntry,
  fields: readonly FieldConflict[],
  settlement: Settlement,
): void {
  if (!['mine', 'theirs', 'values'].includes(settlement.kind)) {
    throw new LibretaError('settlementDoesNotFit');
  }
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) throw new LibretaError('contactUnknown');
  const { intent } = entry;
  switch (intent.kind) {
    case 'addContact':
      throw new LibretaError('settlementDoesNotFit');
    case 'deleteContact':
      if (settlement.kind === 'theirs') return drop(store, entry);
      if (settlement.kind !== 'mine') throw new LibretaError('settlementDoesNotFit');
      store.outbox.setIntent(entry.id, { ...intent, base: contact.base ?? {} });
      return retry(store, entry);
    case 'editContact':
      return contested(store, entry, intent, fields, settlement);
  }
}

/** An edit goes on with the values that were picked, from what stands on the server now. */
function contested(
  store: AccountStore,
  entry: ContactEntry,
  intent: IntentOf<'editContact'>,
  fields: readonly FieldConflict[],
  settlement: Settlement,
): void {
  const changes = new Map(Object.entries(intent.changes));
  const typed: Record<string, string> = {};
  for (const field of fields) {
    const { column, theirs } = field;
    const value = pick(field, settlement);
    typed[column] = value;
    if (value === theirs) changes.delete(column);
    else changes.set(column, { from: theirs, to: value });
  }
  if (changes.size === 0) store.outbox.remove(entry.id);
  else {
    store.outbox.setIntent(entry.id, { ...intent, changes: Object.fromEntries(changes) });
    retry(store, entry);
  }
  const theirs = fields.map((field) => [field.column, field.theirs] as const);
  rebaseEntries(store, entry.contactId, Object.fromEntries(theirs));
  if (settlement.kind === 'values') checkTyped(store, entry, intent.carry, typed);
}

/** What is typed to settle a question is looked at like any edit. */
function checkTyped(
  store: AccountStore,
  { contactId, groupId }: ContactEntry,
  carry: Carry,
  typed: ContactFields,
): void {
  const obstacles = carry === 'modify' ? obstaclesIn(withoutEmpty(typed)) : [];
  if (obstacles.length > 0) throw new LibretaError('cannotCarry', { fields: obstacles });
  store.refold(contactId);
  const contact = store.contacts.get(contactId);
  const group = store.groups.get(groupId);
  if (contact === null || group === null) return;
  checkChangedMainField(store, group, typed, contact.fields, contactId);
}

function deletedThere(store: AccountStore, entry: ContactEntry, settlement: Settlement): void {
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) throw new LibretaError('contactUnknown');
  if (settlement.kind === 'letGo') return drop(store, entry);
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
  if (settlement.kind !== 'values' && settlement.kind !== 'mine') {
    throw new LibretaError('settlementDoesNotFit');
  }
  const wanted =
    settlement.kind === 'values' ? trimmed(settlement.values) : withoutEmpty(mine.fields);
  succeed(store, mine.id, there.id);
  // Ours goes first, so that its main field is free for the other.
  dropContact(store, mine);
  const after = { ...there.fields, ...wanted };
  const changes = differences(there.fields, after);
  if (settlement.kind === 'values') {
    const group = groupFor(store, entry.groupId);
    checkColumns(store, group, wanted);
    checkChangedMainField(store, group, changes, after, there.id);
  }
  if (Object.keys(changes).length > 0) {
    const intent = { kind: 'editContact', changes, carry: 'modify' } as const;
    queueEdit(store, there, changes, 'modify', 'askWhenSent');
    store.history.add({
      groupId: entry.groupId,
      contactId: there.id,
      intent,
      outcome: 'saved',
      changes,
    });
  }
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
  return (
    others.find(
      ({ id, serverId, tombstone }) => id !== mine.id && serverId !== null && !tombstone,
    ) ?? null
  );
}
