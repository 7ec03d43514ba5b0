import { describe, expect, test } from 'vitest';
import type { GroupId, ServerId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import {
  addContact,
  deleteContacts,
  editContact,
} from '../../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../../electron/store/edits/discard.ts';
import {
  addColumn,
  addExistingGroup,
  assignCountry,
  createGroup,
  deleteColumn,
  deleteGroup,
  forgetGroup,
  setLabel,
} from '../../../../electron/store/edits/groups.ts';
import type { Phase } from '../../../../electron/store/entry.ts';
import { existingGroup, openTestStore, pulled, refusal } from '../testStore.ts';

const inFlight: Exclude<Phase, 'needsYou' | 'waiting'>[] = ['sending', 'unknown', 'sent'];

function intents(store: AccountStore, group: GroupId): unknown[] {
  return store.outbox.ofGroup(group).map(({ intent }) => intent);
}

function columns(store: AccountStore, group: GroupId): string[] {
  return store.columns
    .of(group)
    .map(({ name, state }) => (state === 'saved' ? name : `${name} ${state}`));
}

function newGroup(store: AccountStore): GroupId {
  return createGroup(store, { name: ' Campo ', type: 'mobile', columns: ['name'], country: null });
}

describe('a group that is created', () => {
  test('has its main field first, each column once, and one entry', () => {
    const { store } = openTestStore();
    const group = createGroup(store, {
      name: ' Campo ',
      type: 'email',
      columns: [' name ', 'email', 'city'],
      country: 'esp',
    });
    expect(columns(store, group)).toEqual(['email', 'name', 'city']);
    expect(store.groups.get(group)).toMatchObject({
      label: 'Campo',
      type: 'email',
      country: 'ESP',
      state: 'creating',
      serverId: null,
    });
    expect(intents(store, group)).toEqual([
      { kind: 'createGroup', name: 'Campo', type: 'email', columns: ['email', 'name', 'city'] },
      { kind: 'assignCountry', country: 'ESP', from: null },
    ]);
  });

  test('needs a name, and columns that can be told apart', () => {
    const { store } = openTestStore();
    const create = (name: string, names: string[]) => () =>
      createGroup(store, { name, type: 'mobile', columns: names, country: null });
    expect(refusal(create('  ', []))).toEqual({ code: 'groupNameMissing' });
    expect(refusal(create('x', ['name', 'NAME'])).detail).toBe('taken');
    expect(refusal(create('x', ['a,b'])).detail).toBe('character');
    expect(refusal(create('x', ['id'])).detail).toBe('reserved');
    expect(store.groups.all()).toEqual([]);
    expect(store.outbox.counts().waiting).toBe(0);
  });

  test('columns added and deleted before it is sent are part of its creation', () => {
    const { store } = openTestStore();
    const group = newGroup(store);
    const id = addContact(store, group, { mobile: '1', name: 'Ana' });
    addColumn(store, group, ' city ');
    deleteColumn(store, group, 'name');
    expect(columns(store, group)).toEqual(['mobile', 'city']);
    expect(intents(store, group)[0]).toMatchObject({ columns: ['mobile', 'city'] });
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '1' });
    expect(intents(store, group)[1]).toEqual({ kind: 'addContact', fields: { mobile: '1' } });
    expect(store.history.ofGroup(group).map(({ intent }) => intent?.kind)).toEqual([
      'deleteColumn',
      'addColumn',
      'createGroup',
    ]);
  });

  test.each(inFlight)('columns added while its creation is %s wait behind it', (phase) => {
    const { store } = openTestStore();
    const group = newGroup(store);
    store.outbox.setPhase(store.outbox.ofGroup(group)[0]!.id, phase);
    addColumn(store, group, 'city');
    deleteColumn(store, group, 'name');
    expect(columns(store, group)).toEqual(['mobile', 'name deleting', 'city adding']);
    expect(intents(store, group).slice(1)).toEqual([
      { kind: 'addColumn', column: 'city' },
      { kind: 'deleteColumn', column: 'name' },
    ]);
  });

  test('a column added while the creation was on its way can be deleted after that failed', () => {
    const { store } = openTestStore();
    const group = newGroup(store);
    const creation = store.outbox.ofGroup(group)[0]!.id;
    store.outbox.setPhase(creation, 'sending');
    addColumn(store, group, 'city');
    store.outbox.setPhase(creation, 'waiting');
    deleteColumn(store, group, 'city');
    expect(intents(store, group)).toEqual([
      { kind: 'createGroup', name: 'Campo', type: 'mobile', columns: ['mobile', 'name'] },
    ]);
    expect(columns(store, group)).toEqual(['mobile', 'name']);
  });

  test('a creation of unknown outcome is not changed any more', () => {
    const { store } = openTestStore();
    const group = newGroup(store);
    store.outbox.ask(store.outbox.ofGroup(group)[0]!.id, {
      kind: 'createdUnknown',
      code: null,
      raw: null,
    });
    addColumn(store, group, 'city');
    expect(intents(store, group)).toMatchObject([
      { kind: 'createGroup', columns: ['mobile', 'name'] },
      { kind: 'addColumn', column: 'city' },
    ]);
  });
});

describe('a group that exists', () => {
  test('is added once', () => {
    const { store } = openTestStore();
    const group = existingGroup(store, ['email', 'name'], '9');
    expect(store.groups.get(group)).toMatchObject({ state: 'saved', type: 'email', serverId: '9' });
    expect(store.outbox.ofGroup(group)).toEqual([]);
    const again = { serverId: '9' as ServerId, label: 'x', columns: ['mobile'] };
    expect(refusal(() => addExistingGroup(store, again)).code).toBe('groupExists');
  });

  test('its label is local', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    setLabel(store, group, ' Norte ');
    expect(store.groups.get(group)?.label).toBe('Norte');
    expect(store.outbox.ofGroup(group)).toEqual([]);
  });
});

describe('columns', () => {
  test('an added one waits, and deleted before it is sent leaves nothing but history', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    addColumn(store, group, 'street');
    expect(columns(store, group)).toContain('street adding');
    const id = pulled(store, group, { mobile: '1', name: 'Ana' });
    editContact(store, id, { street: 'Mayor', name: 'Bea' }, 'modify');
    const other = pulled(store, group, { mobile: '2' });
    editContact(store, other, { street: 'Menor' }, 'modify');
    const added = addContact(store, group, { mobile: '3', street: 'x' });
    deleteColumn(store, group, 'street');
    expect(columns(store, group)).toEqual(['mobile', 'name', 'city']);
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '1', name: 'Bea' });
    expect(store.contacts.get(other)?.fields).toEqual({ mobile: '2' });
    expect(store.contacts.get(added)?.fields).toEqual({ mobile: '3' });
    expect(intents(store, group)).toEqual([
      { kind: 'editContact', changes: { name: { from: 'Ana', to: 'Bea' } }, carry: 'modify' },
      { kind: 'addContact', fields: { mobile: '3' } },
    ]);
    expect(store.history.ofContact(other)[0]).toMatchObject({
      outcome: 'discarded',
      code: 'columnDeleted',
    });
    expect(store.history.ofGroup(group)[0]?.intent).toEqual({
      kind: 'deleteColumn',
      column: 'street',
    });
  });

  test('a deleted column takes the conflict about it along', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    addColumn(store, group, 'street');
    const id = pulled(store, group, { mobile: '1' });
    editContact(store, id, { street: 'Mayor', name: 'Bea' }, 'modify');
    const entry = store.outbox.ofContact(id)[0]!.id;
    const field = { column: 'street', base: '', mine: 'Mayor', theirs: 'Menor' };
    store.outbox.ask(entry, { kind: 'conflict', fields: [field] });
    deleteColumn(store, group, 'street');
    expect(store.outbox.get(entry)).toMatchObject({
      phase: 'waiting',
      intent: { changes: { name: { from: '', to: 'Bea' } } },
    });
  });

  test.each(inFlight)('one whose addition is %s cannot be deleted yet', (phase) => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    addColumn(store, group, 'street');
    store.outbox.setPhase(store.outbox.ofGroup(group)[0]!.id, phase);
    expect(refusal(() => deleteColumn(store, group, 'street')).code).toBe('entryInFlight');
  });

  test('a deleted one keeps its values until Afilnet has deleted it, and can be taken back', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = pulled(store, group, { mobile: '1', city: 'Soria' });
    deleteColumn(store, group, 'city');
    deleteColumn(store, group, 'city');
    expect(columns(store, group)).toContain('city deleting');
    expect(intents(store, group)).toEqual([{ kind: 'deleteColumn', column: 'city' }]);
    expect(refusal(() => editContact(store, id, { city: 'x' }, 'modify')).code).toBe(
      'invalidInput',
    );
    addColumn(store, group, 'city');
    expect(columns(store, group)).toContain('city');
    expect(intents(store, group)).toEqual([]);
    expect(store.contacts.get(id)?.fields['city']).toBe('Soria');
    expect(store.history.ofGroup(group)[0]).toMatchObject({ outcome: 'discarded' });
  });

  test.each(inFlight)('one whose deletion is %s cannot be taken back', (phase) => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    deleteColumn(store, group, 'city');
    store.outbox.setPhase(store.outbox.ofGroup(group)[0]!.id, phase);
    expect(refusal(() => addColumn(store, group, 'city')).code).toBe('entryInFlight');
  });

  test('the main field stays, an unknown one is told, and no name stands twice', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    expect(refusal(() => deleteColumn(store, group, 'mobile')).code).toBe('columnIsMainField');
    expect(refusal(() => deleteColumn(store, group, 'street'))).toMatchObject({
      code: 'invalidInput',
      detail: 'street',
    });
    expect(refusal(() => addColumn(store, group, 'CITY')).detail).toBe('taken');
    expect(refusal(() => addColumn(store, group, ' ')).detail).toBe('empty');
  });
});

describe('the country', () => {
  test('the last word counts while nothing was sent, from where it began', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    assignCountry(store, group, 'esp');
    assignCountry(store, group, 'fra');
    expect(intents(store, group)).toEqual([{ kind: 'assignCountry', country: 'FRA', from: null }]);
    expect(store.groups.get(group)?.country).toBe('FRA');
    expect(store.history.ofGroup(group)).toHaveLength(2);
  });

  test.each(inFlight)('one that is %s is left alone', (phase) => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    assignCountry(store, group, 'esp');
    store.outbox.setPhase(store.outbox.ofGroup(group)[0]!.id, phase);
    assignCountry(store, group, 'fra');
    expect(intents(store, group)).toEqual([
      { kind: 'assignCountry', country: 'ESP', from: null },
      { kind: 'assignCountry', country: 'FRA', from: 'ESP' },
    ]);
  });

  test('giving up an earlier one leaves the later one', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    assignCountry(store, group, 'esp');
    const first = store.outbox.ofGroup(group)[0]!.id;
    store.outbox.setPhase(first, 'sending');
    assignCountry(store, group, 'fra');
    store.outbox.ask(first, { kind: 'rejected', code: 'COUNTRY_NOT_FOUND', raw: null });
    discardEntry(store, first);
    expect(store.groups.get(group)?.country).toBe('FRA');
    discardEntry(store, store.outbox.ofGroup(group)[0]!.id);
    expect(store.groups.get(group)?.country).toBeNull();
  });
});

describe('a group that is deleted', () => {
  test('one never sent simply goes, with everything in it, and the history knows', () => {
    const { store } = openTestStore();
    const group = newGroup(store);
    const id = addContact(store, group, { mobile: '1' });
    deleteGroup(store, group);
    expect(store.groups.all()).toEqual([]);
    expect(store.contacts.get(id)).toBeNull();
    expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(store.history.ofContact(id)[0]).toMatchObject({
      outcome: 'discarded',
      code: 'groupDeleted',
    });
  });

  test.each(inFlight)('one whose creation is %s is deleted behind it', (phase) => {
    const { store } = openTestStore();
    const group = newGroup(store);
    addContact(store, group, { mobile: '1' });
    store.outbox.setPhase(store.outbox.ofGroup(group)[0]!.id, phase);
    deleteGroup(store, group);
    expect(intents(store, group)).toMatchObject([{ kind: 'createGroup' }, { kind: 'deleteGroup' }]);
    expect(store.groups.get(group)?.state).toBe('deleting');
    const deletion = store.outbox.ofGroup(group)[1]!.id;
    discardEntry(store, deletion);
    expect(store.groups.get(group)?.state).toBe('creating');
  });

  test('its unsent edits are given up and what is seen is what the server holds', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const edited = pulled(store, group, { mobile: '1', name: 'Ana' });
    const deleted = pulled(store, group, { mobile: '2' });
    const flying = pulled(store, group, { mobile: '3', name: 'Eva' });
    editContact(store, flying, { name: 'Eva María' }, 'modify');
    store.outbox.setPhase(store.outbox.ofContact(flying)[0]!.id, 'sending');
    editContact(store, flying, { name: 'Eva Marta' }, 'modify');
    editContact(store, edited, { name: 'Bea' }, 'modify');
    deleteContacts(store, [deleted]);
    const added = addContact(store, group, { mobile: '4' });
    addColumn(store, group, 'street');
    deleteColumn(store, group, 'city');
    assignCountry(store, group, 'esp');
    deleteGroup(store, group);
    expect(refusal(() => deleteGroup(store, group)).code).toBe('groupUnknown');
    expect(intents(store, group)).toMatchObject([{ kind: 'editContact' }, { kind: 'deleteGroup' }]);
    discardEntry(store, store.outbox.ofGroup(group)[1]!.id);
    expect(store.groups.get(group)).toMatchObject({ state: 'saved', country: null });
    expect(columns(store, group)).toEqual(['mobile', 'name', 'city']);
    expect(store.contacts.get(edited)?.fields['name']).toBe('Ana');
    expect(store.contacts.get(deleted)?.tombstone).toBe(false);
    expect(store.contacts.get(flying)?.fields['name']).toBe('Eva María');
    expect(store.contacts.get(added)).toBeNull();
    expect(store.history.ofContact(added)[0]).toMatchObject({
      outcome: 'discarded',
      code: 'groupDeleted',
    });
  });
});

describe('a group that is forgotten', () => {
  test('goes from this machine, unless it has unsent work', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = pulled(store, group, { mobile: '1', name: 'Ana' });
    editContact(store, id, { name: 'Bea' }, 'modify');
    expect(refusal(() => forgetGroup(store, group))).toEqual({ code: 'unsentWork', count: 1 });
    discardEntry(store, store.outbox.ofContact(id)[0]!.id);
    forgetGroup(store, group);
    expect(store.groups.all()).toEqual([]);
    expect(store.contacts.get(id)).toBeNull();
    const everything = { scope: { kind: 'all' }, sort: null, onlyUnsent: false } as const;
    expect(store.list.count({ ...everything, search: 'ana' })).toBe(0);
    expect(refusal(() => forgetGroup(store, group)).code).toBe('groupUnknown');
  });
});
