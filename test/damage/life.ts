/** The life of an account before the damage: a random mix of what users and sync do to a store, from a seed. */
import type { Question } from '#shared/domain/entryState.ts';
import { fold } from '#shared/domain/fold.ts';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../../electron/store/accountStore.ts';
import type { Contact } from '../../electron/store/contacts.ts';
import { addContact, deleteContacts, editContact } from '../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../electron/store/edits/discard.ts';
import {
  addColumn,
  addExistingGroup,
  assignCountry,
  createGroup,
  deleteColumn,
  deleteGroup,
  forgetGroup,
  setLabel,
} from '../../electron/store/edits/groups.ts';
import { rebaseEntries } from '../../electron/store/edits/rebase.ts';
import { isContactEntry } from '../../electron/store/outbox.ts';
import type { Random } from '../sync/simulation/random.ts';

/** What the user was told is saved: the value last typed into each field, while nothing else may have changed it. */
export type Typed = Map<ContactId, Map<string, string>>;

export interface Life {
  readonly random: Random;
  readonly typed: Typed;
  /** Edits that were reported as saved. */
  saved: number;
  serial: number;
}

const cities = ['Málaga', 'Vigo', 'A Coruña', 'Cádiz, centro', 'León'];
const questions: readonly Question[] = [
  { kind: 'rejected', code: 'BAD', raw: null },
  { kind: 'exists', theirs: null },
  { kind: 'noProgress', code: 'timeout', attempts: 8 },
];

/** One thing that happens. What the store refuses is no edit. */
export async function happen(store: AccountStore, life: Life): Promise<void> {
  const { random } = life;
  const [, act] = weighted(random);
  try {
    await act(store, life);
  } catch (error) {
    if (!(error instanceof LibretaError) || error.coded.code === 'databaseDamaged') throw error;
  }
}

type Act = (store: AccountStore, life: Life) => void | Promise<void>;
const acts: readonly (readonly [weight: number, act: Act])[] = [
  [10, add],
  [14, edit],
  [4, remove],
  [2, pulledGroup],
  [2, newGroup],
  [2, label],
  [2, newColumn],
  [1, lessColumn],
  [2, country],
  [0.5, endGroup],
  [2, giveUp],
  [10, moveOn],
  [8, arrive],
  [2, groupArrives],
  [1, (store) => void store.inspect.pragma('wal_checkpoint(PASSIVE)')],
];

function weighted(random: Random): readonly [number, Act] {
  const total = acts.reduce((sum, [weight]) => sum + weight, 0);
  let at = random.next() * total;
  for (const one of acts) {
    at -= one[0];
    if (at < 0) return one;
  }
  return acts[0]!;
}

function token(life: Life): string {
  life.serial += 1;
  return `t${life.serial}`;
}

function mobile(life: Life): string {
  life.serial += 1;
  return String(34_600_000_000 + life.serial);
}

function anyGroup(store: AccountStore, { random }: Life): GroupId | null {
  const groups = store.groups.all().filter(({ state }) => state !== 'deleting');
  return groups.length === 0 ? null : random.pick(groups).id;
}

function anyContact(store: AccountStore, life: Life): Contact | null {
  const groupId = anyGroup(store, life);
  if (groupId === null) return null;
  const query = {
    scope: { kind: 'group', groupId },
    search: '',
    sort: null,
    onlyUnsent: life.random.chance(0.5),
  } as const;
  const total = store.list.count(query);
  return total === 0 ? null : (store.list.window(query, life.random.below(total), 1)[0] ?? null);
}

/** Notes what the user typed and was told to be saved. */
function note(life: Life, id: ContactId, fields: Readonly<Record<string, string>>): void {
  const known = life.typed.get(id) ?? new Map<string, string>();
  for (const [column, value] of Object.entries(fields)) known.set(column, value);
  life.typed.set(id, known);
  life.saved += 1;
}

function add(store: AccountStore, life: Life): void {
  const groupId = anyGroup(store, life);
  if (groupId === null) return;
  const fields = { mobile: mobile(life), name: token(life), city: life.random.pick(cities) };
  note(life, addContact(store, groupId, fields), fields);
}

function edit(store: AccountStore, life: Life): void {
  const contact = anyContact(store, life);
  if (contact === null) return;
  const fields = life.random.chance(0.2) ? { mobile: mobile(life) } : { name: token(life) };
  editContact(store, contact.id, fields, life.random.chance(0.8) ? 'modify' : 'recreate');
  note(life, contact.id, fields);
}

function remove(store: AccountStore, life: Life): void {
  const contact = anyContact(store, life);
  if (contact === null) return;
  deleteContacts(store, [contact.id]);
  life.typed.delete(contact.id);
  life.saved += 1;
}

export function pulledGroup(store: AccountStore, life: Life): void {
  life.serial += 1;
  const serverId = `g${life.serial}` as ServerId;
  const columns = ['mobile', 'name', 'city'];
  const id = addExistingGroup(store, { serverId, label: `Grupo ${life.serial}`, columns });
  const count = life.random.below(120);
  store.transaction(() => {
    const group = store.groups.get(id)!;
    for (let index = 0; index < count; index += 1) {
      const fields = { mobile: mobile(life), name: token(life), city: life.random.pick(cities) };
      life.serial += 1;
      const contactServerId = `c${life.serial}` as ServerId;
      store.contacts.insert(group, { serverId: contactServerId, base: fields, fields });
    }
    store.touch.contacts(id);
  });
}

function newGroup(store: AccountStore, life: Life): void {
  const country = life.random.chance(0.5) ? 'ESP' : null;
  const columns = ['name', 'city'];
  createGroup(store, { name: token(life), type: 'mobile', columns, country });
  life.saved += 1;
}

function label(store: AccountStore, life: Life): void {
  const groupId = anyGroup(store, life);
  if (groupId !== null) setLabel(store, groupId, `Etiqueta ${token(life)}`);
}

function newColumn(store: AccountStore, life: Life): void {
  const groupId = anyGroup(store, life);
  if (groupId === null) return;
  addColumn(store, groupId, `x${token(life)}`);
  life.saved += 1;
}

function lessColumn(store: AccountStore, life: Life): void {
  const groupId = anyGroup(store, life);
  if (groupId === null) return;
  const extra = store.columns.of(groupId).filter(({ name }) => name.startsWith('x'));
  if (extra.length === 0) return;
  deleteColumn(store, groupId, life.random.pick(extra).name);
  life.saved += 1;
}

function country(store: AccountStore, life: Life): void {
  const groupId = anyGroup(store, life);
  if (groupId === null) return;
  assignCountry(store, groupId, life.random.pick(['ESP', 'FRA', 'PRT']));
  life.saved += 1;
}

function endGroup(store: AccountStore, life: Life): void {
  const groupId = anyGroup(store, life);
  if (groupId === null || store.groups.all().length < 3) return;
  const contacts = store.outbox.ofGroup(groupId).flatMap(({ contactId }) => contactId ?? []);
  if (life.random.chance(0.5)) deleteGroup(store, groupId);
  else forgetGroup(store, groupId);
  // Unsent edits of a deleted group are given up.
  for (const id of contacts) life.typed.delete(id);
}

function giveUp(store: AccountStore, life: Life): void {
  const entry = anyEntry(store, life);
  if (entry === null) return;
  discardEntry(store, entry.id);
  // What is seen now is what stood before: no longer what was typed.
  if (entry.contactId !== null) life.typed.delete(entry.contactId);
}

function anyEntry(store: AccountStore, { random }: Life) {
  const { waiting, needsYou } = store.outbox.counts();
  const total = waiting + needsYou;
  return total === 0 ? null : (store.outbox.page('all', random.below(total), 1)[0] ?? null);
}

/** An entry is on its way, answered, or asks. */
function moveOn(store: AccountStore, life: Life): void {
  const entry = anyEntry(store, life);
  if (entry === null) return;
  // Nothing of a group leaves before the group's own creation.
  const exists = store.groups.get(entry.groupId)?.serverId !== null;
  if (!exists && entry.intent.kind !== 'createGroup') return;
  const phase = life.random.pick(['sending', 'unknown', 'sent', 'waiting', 'needsYou'] as const);
  store.transaction(() => {
    if (phase === 'needsYou') store.outbox.ask(entry.id, life.random.pick(questions));
    else store.outbox.setPhase(entry.id, phase);
    store.touch.outbox();
  });
}

/** As sync does it: the first entry of a contact is seen to be stored. */
function arrive(store: AccountStore, life: Life): void {
  const entry = anyEntry(store, life);
  if (entry === null || !isContactEntry(entry)) return;
  if (store.groups.get(entry.groupId)?.serverId === null) return;
  store.transaction(() => {
    const contact = store.contacts.get(entry.contactId)!;
    const [head] = store.outbox.ofContact(contact.id);
    if (head === undefined) return;
    const { fields: stored, tombstone } = fold(contact.base, [head.intent]);
    const { groupId, intent } = head;
    store.history.add({ groupId, contactId: contact.id, intent, outcome: 'acknowledged' });
    store.outbox.remove(head.id);
    if (tombstone && store.outbox.ofContact(contact.id).length === 0) {
      store.contacts.remove(contact.id);
      store.touch.contacts(groupId);
      return;
    }
    life.serial += 1;
    const serverId = contact.serverId ?? (`c${life.serial}` as ServerId);
    store.contacts.setBase(contact.id, serverId, stored);
    rebaseEntries(store, contact.id, stored);
    store.refold(contact.id);
  });
}

function groupArrives(store: AccountStore, life: Life): void {
  const entry = anyEntry(store, life);
  if (entry === null || entry.intent.kind !== 'createGroup') return;
  life.serial += 1;
  const serverId = `g${life.serial}` as ServerId;
  store.transaction(() => {
    store.groups.setServerId(entry.groupId, serverId);
    store.outbox.remove(entry.id);
    store.touch.groups();
  });
}
