/**
 * Taking back what a step did to one contact. Where nothing of it has left this machine, its rows are written as they
 * were; otherwise the inverse is queued like any edit. A value that has changed since is left as it is.
 */
import { valueOf, withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import { differences } from '#shared/domain/fold.ts';
import type { ContactId, EntryId, GroupId, ServerId } from '#shared/domain/ids.ts';
import type { Intent } from '#shared/domain/intent.ts';
import type { Direction } from '#shared/domain/step.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { addContact, deleteContacts, editContact } from '../edits/contacts.ts';
import { giveUpEntry } from '../edits/discard.ts';
import { succeed } from '../edits/drop.ts';
import { isInFlight } from '../entry.ts';
import { fieldsFromText } from '../fieldsText.ts';
import { imageOf, type ContactImage, type EntryImage, type Move } from './image.ts';
import { isSeen, questionOf } from './restore.ts';

/** `left`: something else changed it since, so it stays as it is now. */
export type ContactOutcome = 'restored' | 'left';

/**
 * `after`: the contact of another group that takes its place where it goes; see `deleteContacts`.
 * @throws LibretaError as the edit functions, where the inverse is refused
 */
export function contactBack(
  store: AccountStore,
  id: ContactId,
  moves: readonly Move[],
  direction: Direction,
  after?: ContactId,
): ContactOutcome {
  const groupId = moves[0]?.groupId;
  if (groupId === undefined || store.groups.get(groupId) === null) {
    throw new LibretaError('groupUnknown');
  }
  const seenBefore = seenFields(store.contacts.get(id));
  const outcome = canBeRewritten(store, id, moves)
    ? rewrite(store, id, groupId, moves, after)
    : queueInverse(store, id, groupId, moves, after);
  if (outcome === 'restored') {
    const changes = differences(seenBefore ?? {}, seenFields(store.contacts.get(id)) ?? {});
    store.history.add({
      groupId,
      contactId: id,
      intent: null,
      outcome: direction === 'undo' ? 'undone' : 'redone',
      changes,
    });
  }
  store.touch.contacts(groupId);
  store.touch.groups();
  return outcome;
}

function canBeRewritten(store: AccountStore, id: ContactId, moves: readonly Move[]): boolean {
  if (moves.every(({ kind }) => kind === 'value')) return false;
  const entries = moves.filter(({ kind }) => kind === 'entry');
  const row = moves.find(({ kind }) => kind === 'contact');
  const contact = store.contacts.get(id);
  if (!entries.every((move) => stands(store, move))) return false;
  if (!othersAreBefore(store, id, entries)) return false;
  if (row === undefined) return contact !== null;
  const from = imageOf('contact', row.from);
  if ((from === null) !== (contact === null)) return false;
  // Under another id of the server it is not the contact any more that the step was about.
  if (from !== null && contact !== null && contact.serverId !== from.server_id) return false;
  const to = imageOf('contact', row.to);
  if (to === null) return store.outbox.ofContact(id).length === known(entries, 'from').length;
  const taken = to.server_id !== null && contact === null;
  return !taken || store.contacts.byServerId(row.groupId, to.server_id as ServerId) === null;
}

/** What the step knows nothing of may only be on its way already, and stand before all that it would write. */
function othersAreBefore(store: AccountStore, id: ContactId, entries: readonly Move[]): boolean {
  const keys = new Set(entries.map(({ key }) => key));
  const sides = [...known(entries, 'from'), ...known(entries, 'to')];
  const first = Math.min(...sides.map(({ seq }) => seq));
  return store.outbox
    .ofContact(id)
    .every((entry) => keys.has(entry.id) || (isInFlight(entry) && entry.seq < first));
}

function known(entries: readonly Move[], side: 'from' | 'to'): EntryImage[] {
  return entries.flatMap((move) => imageOf('entry', move[side]) ?? []);
}

/** True while an entry is as the step left it and nothing of it is on its way. */
export function stands(store: AccountStore, { key, from }: Move): boolean {
  const entry = store.outbox.get(key as EntryId);
  const image = imageOf('entry', from);
  if (image === null || entry === null) return image === null && entry === null;
  // Only the user's answer may lead to a second creation of what may stand there already.
  const created = entry.question?.kind === 'createdUnknown';
  if (created && questionOf(image)?.kind !== 'createdUnknown') return false;
  // It was sent: what stands on the server in its place is to be written over.
  const stored = entry.question?.kind === 'storedDifferently';
  if (stored && questionOf(image)?.kind !== 'storedDifferently') return false;
  return (
    !isInFlight(entry) && entry.step === image.step && JSON.stringify(entry.intent) === image.intent
  );
}

function rewrite(
  store: AccountStore,
  id: ContactId,
  groupId: GroupId,
  moves: readonly Move[],
  after: ContactId | undefined,
): ContactOutcome {
  const row = moves.find(({ kind }) => kind === 'contact');
  const to = imageOf('contact', row?.to ?? null);
  const from = imageOf('contact', row?.from ?? null);
  if (from === null && to !== null) insertAgain(store, id, groupId, to);
  for (const move of moves.filter(({ kind }) => kind === 'entry')) {
    const image = imageOf('entry', move.to);
    if (image === null) store.outbox.remove(move.key as EntryId);
    else store.undo.rows.putEntry(move.key as EntryId, groupId, id, waitingFor(image, after));
  }
  if (row !== undefined && to === null) {
    if (after !== undefined) succeed(store, id, after);
    store.contacts.remove(id);
    return 'restored';
  }
  if (from !== null && to !== null && from.base !== to.base) baseBack(store, id, from, to);
  store.refold(id);
  return 'restored';
}

/** A deletion that waits for another contact waits for that one under the id that it has now. */
function waitingFor(image: EntryImage, after: ContactId | undefined): EntryImage {
  const intent = JSON.parse(image.intent) as Intent;
  if (intent.kind !== 'deleteContact' || after === undefined) return image;
  return { ...image, intent: JSON.stringify({ ...intent, after }) };
}

function insertAgain(
  store: AccountStore,
  id: ContactId,
  groupId: GroupId,
  image: ContactImage,
): void {
  const group = store.groups.get(groupId);
  if (group === null) throw new LibretaError('groupUnknown');
  const base = image.base === null ? null : fieldsFromText(image.base);
  const fields = fieldsFromText(image.fields);
  store.contacts.insert(group, { serverId: image.server_id as ServerId | null, base, fields }, id);
}

/** The step itself took the base away (a contact that was brought back); a pull since then knows better. */
function baseBack(store: AccountStore, id: ContactId, from: ContactImage, to: ContactImage): void {
  const contact = store.contacts.get(id);
  if (contact === null || contact.serverId !== from.server_id) return;
  const base = to.base === null ? null : fieldsFromText(to.base);
  store.contacts.setBase(id, to.server_id as ServerId | null, base);
}

function queueInverse(
  store: AccountStore,
  id: ContactId,
  groupId: GroupId,
  moves: readonly Move[],
  after: ContactId | undefined,
): ContactOutcome {
  const contact = store.contacts.get(id);
  const now = seenFields(contact);
  const was = wanted(moves, 'from', now);
  const shall = wanted(moves, 'to', now);
  if (shall === null) {
    if (now === null) return was === null ? 'left' : 'restored';
    deleteContacts(store, [id], after);
    return 'restored';
  }
  if (now === null) return was === null ? bringBack(store, id, groupId, contact, shall) : 'left';
  const asked = Object.keys(differences(was ?? {}, shall));
  const open = asked.filter((column) => valueOf(now, column) !== valueOf(shall, column));
  const unchanged = open.filter((column) => valueOf(now, column) === valueOf(was ?? {}, column));
  const known = new Set(store.columns.of(groupId).map(({ name }) => name));
  const possible = unchanged.filter((column) => known.has(column));
  if (possible.length > 0) {
    const changes = possible.map((column) => [column, valueOf(shall, column)] as const);
    editContact(store, id, Object.fromEntries(changes), 'modify', 'askWhenSent');
  }
  return possible.length === open.length ? 'restored' : 'left';
}

/** A contact that was deleted comes back: its deletion is given up, or it is added once more. */
function bringBack(
  store: AccountStore,
  id: ContactId,
  groupId: GroupId,
  contact: Contact | null,
  fields: ContactFields,
): ContactOutcome {
  const deletion = store.outbox.ofContact(id).find(({ intent }) => intent.kind === 'deleteContact');
  if (deletion !== undefined && !isInFlight(deletion)) {
    // What someone else wrote meanwhile is what the deletion asks about: it stays, as any later change does.
    const { question } = deletion;
    const asked = question?.kind === 'conflict' ? question.fields.map(({ column }) => column) : [];
    giveUpEntry(store, deletion);
    const missing = differences(store.contacts.get(id)?.fields ?? {}, fields);
    const own = Object.entries(missing).filter(([column]) => !asked.includes(column));
    const values = own.map(([column, { to }]) => [column, to] as const);
    editContact(store, id, Object.fromEntries(values), 'modify', 'askWhenSent');
    return own.length === Object.keys(missing).length ? 'restored' : 'left';
  }
  const known = new Set(store.columns.of(groupId).map(({ name }) => name));
  const possible = Object.entries(withoutEmpty(fields)).filter(([column]) => known.has(column));
  // The deletion is on its way: the row stays until it is seen to be done, so the contact needs another one.
  const added = addContact(
    store,
    groupId,
    Object.fromEntries(possible),
    contact === null ? id : undefined,
  );
  if (added !== id) store.undo.steps.renameContact(id, added);
  return possible.length === Object.keys(withoutEmpty(fields)).length ? 'restored' : 'left';
}

function seenFields(contact: Contact | null): ContactFields | null {
  return contact === null || contact.tombstone ? null : contact.fields;
}

/**
 * What the user saw of the contact on one side of the step; null where they saw none. Of a contested value it is what
 * stands on the server: that is what taking an answer back means once the answer was sent.
 */
function wanted(
  moves: readonly Move[],
  side: 'from' | 'to',
  now: ContactFields | null,
): ContactFields | null {
  const text = (kind: 'value' | 'contact'): string | null | undefined =>
    moves.find((move) => move.kind === kind)?.[side];
  const kept = text('value');
  if (kept !== undefined) {
    const image = imageOf('value', kept);
    return image === null ? null : { ...now, ...fieldsFromText(image.fields) };
  }
  const row = text('contact');
  const image = row === undefined ? undefined : imageOf('contact', row);
  const seen =
    image === undefined ? (now ?? {}) : isSeen(image) ? fieldsFromText(image.fields) : null;
  return seen === null ? null : { ...seen, ...contestedIn(moves, side) };
}

function contestedIn(moves: readonly Move[], side: 'from' | 'to'): ContactFields {
  const values: Record<string, string> = {};
  for (const move of moves) {
    if (move.kind !== 'entry') continue;
    const asked = conflictOf(imageOf('entry', move[side]));
    const other = conflictOf(imageOf('entry', move[side === 'to' ? 'from' : 'to']));
    for (const { column, theirs } of asked) values[column] = theirs;
    if (asked.length === 0) for (const { column, mine } of other) values[column] = mine;
  }
  return values;
}

function conflictOf(
  image: EntryImage | null,
): readonly { column: string; mine: string; theirs: string }[] {
  const question = image === null ? null : questionOf(image);
  return question?.kind === 'conflict' ? question.fields : [];
}
