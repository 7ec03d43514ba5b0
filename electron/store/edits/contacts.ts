/**
 * What the user does to contacts. Each is one transaction: the row as it is seen and the outbox entry
 * commit together, before anything is reported as saved (rule 1).
 */
import { addThenEdit, carryFor, editThenEdit, rebased } from '#shared/domain/coalesce.ts';
import { valueOf, withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import { obstaclesIn, type FieldObstacle } from '#shared/domain/contactText.ts';
import { differences, fold, withChanges } from '#shared/domain/fold.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { Carry, FieldChange } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { isInFlight, type ContactEntry } from '../entry.ts';
import type { Group } from '../groups.ts';
import { dropContact, succeed } from './drop.ts';

/**
 * `id`: of a contact that was here before and comes back.
 * @throws LibretaError groupUnknown, invalidInput, mainFieldMissing, mainFieldTaken
 */
export function addContact(
  store: AccountStore,
  groupId: GroupId,
  fields: ContactFields,
  id?: ContactId,
): ContactId {
  return store.transaction(() => {
    const group = groupFor(store, groupId);
    const values = withoutEmpty(trimmed(fields));
    checkColumns(store, group, values);
    checkMainField(store, group, values, null);
    const contact = { serverId: null, base: null, fields: values };
    const contactId = store.contacts.insert(group, contact, id);
    const intent = { kind: 'addContact', fields: values } as const;
    store.outbox.add({ groupId, contactId, intent });
    store.history.add({ groupId, contactId, intent, outcome: 'saved' });
    store.touch.contacts(groupId);
    store.touch.groups();
    return contactId;
  });
}

/**
 * Changes values of a contact. What equals the seen value is no change.
 * `obstacles`: as for queueEdit.
 * @throws LibretaError contactUnknown, invalidInput, mainFieldMissing, mainFieldTaken, cannotCarry
 */
export function editContact(
  store: AccountStore,
  contactId: ContactId,
  changedFields: ContactFields,
  carry: Carry,
  obstacles: 'refuse' | 'askWhenSent' = 'refuse',
): void {
  store.transaction(() => {
    const contact = contactFor(store, contactId);
    const group = groupFor(store, contact.groupId);
    const after = { ...contact.fields, ...trimmed(changedFields) };
    const changes = differences(contact.fields, after);
    if (Object.keys(changes).length === 0) return;
    checkColumns(store, group, Object.fromEntries(Object.keys(changes).map((name) => [name, ''])));
    checkChangedMainField(store, group, changes, after, contactId);
    queueEdit(store, contact, changes, carry, obstacles);
    store.history.add({
      groupId: group.id,
      contactId,
      intent: { kind: 'editContact', changes, carry },
      outcome: 'saved',
      changes,
    });
    store.refold(contactId);
    store.touch.groups();
  });
}

/**
 * Deletes contacts; one that was never sent simply goes.
 * `after`: the contact that takes their place; nothing is deleted on the server before that one has arrived there.
 * @throws LibretaError contactUnknown
 */
export function deleteContacts(
  store: AccountStore,
  contactIds: readonly ContactId[],
  after?: ContactId,
): void {
  store.transaction(() => {
    for (const contactId of new Set(contactIds)) {
      deleteContact(store, contactFor(store, contactId), after);
      if (after !== undefined) store.undo.succeeds(contactId, after);
    }
    store.touch.groups();
  });
}

/**
 * Puts an edit in the outbox: merged into the last entry when nothing of that is on its way.
 * `obstacles`: refuse at once what the text form cannot carry, or let it be asked when it is sent.
 */
export function queueEdit(
  store: AccountStore,
  contact: Contact,
  changes: Readonly<Record<string, FieldChange>>,
  asked: Carry,
  obstacles: 'refuse' | 'askWhenSent',
): void {
  const open = openEntry(store, contact);
  if (open?.intent.kind === 'addContact') {
    // The JSON list carries every value, so an unsent add has no limit.
    reword(store, open, addThenEdit(open.intent, changes), changes);
    return;
  }
  const after = withChanges(contact.fields, changes);
  const wanted = carryWanted(open, asked);
  const carry = carryFor(after, wanted);
  const found = obstaclesIn(withoutEmpty(after));
  if (obstacles === 'refuse' && carry === 'modify' && found.length > 0) {
    throw new LibretaError('cannotCarry', { fields: found });
  }
  if (open?.intent.kind === 'editContact') {
    const merged = editThenEdit(open.intent, changes, carry, standingBefore(store, contact, open));
    if (merged === null) store.outbox.remove(open.id);
    else reword(store, open, merged, changes);
    return;
  }
  store.outbox.add({
    groupId: contact.groupId,
    contactId: contact.id,
    intent: { kind: 'editContact', changes, carry },
  });
}

/**
 * The values that keep an edit from being queued: none where it goes into an unsent add, which carries everything.
 * What `queueEdit` would refuse, told before it is asked.
 */
export function obstaclesToEdit(
  store: AccountStore,
  contact: Contact,
  changes: Readonly<Record<string, FieldChange>>,
  asked: Carry,
): FieldObstacle[] {
  const found = obstaclesIn(withoutEmpty(withChanges(contact.fields, changes)));
  if (found.length === 0) return [];
  const open = openEntry(store, contact);
  const carried = open?.intent.kind === 'addContact' || carryWanted(open, asked) === 'recreate';
  return carried ? [] : found;
}

/** The last entry of a contact, where nothing of it is on its way. */
function openEntry(store: AccountStore, contact: Contact): ContactEntry | null {
  const last = store.outbox.ofContact(contact.id).at(-1);
  return last !== undefined && !isInFlight(last) ? last : null;
}

function carryWanted(open: ContactEntry | null, asked: Carry): Carry {
  return open?.intent.kind === 'editContact' && open.intent.carry === 'recreate'
    ? 'recreate'
    : asked;
}

/** The contact as it is without an entry: what the server holds and what the entries before it make of that. */
function standingBefore(store: AccountStore, contact: Contact, entry: ContactEntry): ContactFields {
  const before = store.outbox.ofContact(contact.id).filter(({ seq }) => seq < entry.seq);
  return fold(
    contact.base,
    before.map(({ intent }) => intent),
  ).fields;
}

/** An entry that waited for the user is tried again once its words changed; of values that stand against each other the question stays. */
function reword(
  store: AccountStore,
  entry: ContactEntry,
  intent: ContactEntry['intent'],
  changes: Readonly<Record<string, FieldChange>>,
): void {
  store.outbox.setIntent(entry.id, intent);
  if (entry.phase !== 'needsYou' || entry.question === null) return;
  const { question } = entry;
  switch (question.kind) {
    case 'conflict': {
      const worded = question.fields.map((field) => ({
        ...field,
        mine: changes[field.column]?.to ?? field.mine,
      }));
      // Who typed what the server holds has settled that field.
      const fields = worded.filter(({ mine, theirs }) => mine !== theirs);
      if (fields.length === 0) store.outbox.requeue(entry.id);
      else store.outbox.ask(entry.id, { kind: 'conflict', fields });
      return;
    }
    case 'storedDifferently': {
      // A value that nobody has looked at is not sent over what stands there; one that was is sent over just that.
      store.outbox.setIntent(entry.id, startingFrom(intent, question.fields, changes));
      const fields = question.fields.filter(({ column }) => !Object.hasOwn(changes, column));
      if (fields.length === 0) store.outbox.requeue(entry.id);
      else store.outbox.ask(entry.id, { kind: 'storedDifferently', fields });
      return;
    }
    case 'deletedThere':
    case 'groupGone':
      return;
    case 'exists':
    case 'rejected':
    case 'notUnderstood':
    case 'createdUnknown':
    case 'cannotCarry':
    case 'noProgress':
      store.outbox.requeue(entry.id);
  }
}

function startingFrom(
  intent: ContactEntry['intent'],
  stood: readonly { column: string; stored: string }[],
  changes: Readonly<Record<string, FieldChange>>,
): ContactEntry['intent'] {
  if (intent.kind !== 'editContact') return intent;
  const answered = stood.filter(({ column }) => Object.hasOwn(changes, column));
  return rebased(intent, new Map(answered.map(({ column, stored }) => [column, stored])));
}

function deleteContact(store: AccountStore, contact: Contact, after?: ContactId): void {
  const entries = store.outbox.ofContact(contact.id);
  const kept = entries.filter(isInFlight);
  const unsent = entries.filter((entry) => !isInFlight(entry));
  if (unsent.some(({ intent }) => intent.kind === 'deleteContact')) return;
  const intent = {
    kind: 'deleteContact',
    base: fold(
      contact.base,
      kept.map((entry) => entry.intent),
    ).fields,
    ...mayStandThere(unsent),
    ...(after === undefined ? {} : { after }),
  } as const;
  const event = { groupId: contact.groupId, contactId: contact.id, intent };
  if (contact.serverId === null && kept.length === 0) {
    store.history.add({ ...event, outcome: 'discarded' });
    if (after !== undefined) succeed(store, contact.id, after);
    dropContact(store, contact);
    return;
  }
  for (const entry of unsent) store.outbox.remove(entry.id);
  store.outbox.add(event);
  store.history.add({ ...event, outcome: 'saved' });
  store.refold(contact.id);
}

/** What an edit that became a question wrote: it may have been sent before it was asked about. */
function mayStandThere(entries: readonly ContactEntry[]): { ours?: ContactFields } {
  const ours = entries.flatMap(({ intent, question }) =>
    question === null || intent.kind !== 'editContact'
      ? []
      : Object.entries(intent.changes).map(([column, { to }]) => [column, to] as const),
  );
  return ours.length === 0 ? {} : { ours: Object.fromEntries(ours) };
}

/** Spaces around a value are never meant. */
export function trimmed(fields: ContactFields): ContactFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]));
}

export function checkColumns(store: AccountStore, group: Group, fields: ContactFields): void {
  const columns = new Set(
    store.columns.of(group.id).flatMap(({ name, state }) => (state === 'deleting' ? [] : [name])),
  );
  const unknown = Object.keys(fields).find((name) => !columns.has(name));
  if (unknown !== undefined) throw new LibretaError('invalidInput', { detail: unknown });
}

/** A main field that was empty or double before says nothing against an edit of another field. */
export function checkChangedMainField(
  store: AccountStore,
  group: Group,
  changes: Readonly<Record<string, unknown>>,
  after: ContactFields,
  self: ContactId,
): void {
  if (Object.hasOwn(changes, mainFieldOf(group.type))) checkMainField(store, group, after, self);
}

/** The main field is what Afilnet keeps unique in a group, so an empty or a second one is told before it is queued. */
function checkMainField(
  store: AccountStore,
  group: Group,
  fields: ContactFields,
  self: ContactId | null,
): void {
  const mainField = mainFieldOf(group.type);
  switch (mainFieldProblem(store, group, fields, self)) {
    case 'mainFieldMissing':
      throw new LibretaError('mainFieldMissing', { detail: mainField });
    case 'mainFieldTaken':
      throw new LibretaError('mainFieldTaken', { detail: valueOf(fields, mainField) });
    case null:
  }
}

/** Why a contact cannot have this main field. `leaving`: contacts that will no longer hold theirs. */
export function mainFieldProblem(
  store: AccountStore,
  group: Group,
  fields: ContactFields,
  self: ContactId | null,
  leaving: (other: ContactId) => boolean = () => false,
): 'mainFieldMissing' | 'mainFieldTaken' | null {
  const mainField = mainFieldOf(group.type);
  const value = valueOf(fields, mainField);
  if (value === '') return 'mainFieldMissing';
  const taken = store.contacts
    .byMainKey(group.id, mainKeyOf(group.type, fields))
    .some(
      (other) =>
        other.id !== self &&
        !other.tombstone &&
        !leaving(other.id) &&
        valueOf(other.fields, mainField) === value,
    );
  return taken ? 'mainFieldTaken' : null;
}

export function groupFor(store: AccountStore, id: GroupId): Group {
  const group = store.groups.get(id);
  if (group === null || group.state === 'deleting') throw new LibretaError('groupUnknown');
  return group;
}

/** A contact that is not deleted. @throws LibretaError contactUnknown */
export function contactFor(store: AccountStore, id: ContactId): Contact {
  const contact = store.contacts.get(id);
  if (contact === null || contact.tombstone) throw new LibretaError('contactUnknown');
  return contact;
}
