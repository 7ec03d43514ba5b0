import { describe, expect, test } from 'vitest';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import {
  addContact,
  deleteContacts,
  editContact,
} from '../../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../../electron/store/edits/discard.ts';
import { addColumn, createGroup, deleteColumn } from '../../../../electron/store/edits/groups.ts';
import type { Phase } from '../../../../electron/store/entry.ts';
import { existingGroup, openTestStore, pulled, refusal } from '../testStore.ts';

const inFlight: Exclude<Phase, 'needsYou' | 'waiting'>[] = ['sending', 'unknown', 'sent'];
const rejected = { kind: 'rejected', code: 'BAD', raw: null } as const;

function setUp(): { store: AccountStore; group: GroupId; id: ContactId } {
  const { store } = openTestStore();
  const group = existingGroup(store);
  return { store, group, id: pulled(store, group, { mobile: '1', name: 'Ana' }) };
}

function ids(store: AccountStore, id: ContactId): EntryId[] {
  return store.outbox.ofContact(id).map((entry) => entry.id);
}

/** An edit that was refused while another one was queued behind it. */
function editBehindEdit(behind: Record<string, string>): ReturnType<typeof setUp> & {
  first: EntryId;
} {
  const it = setUp();
  editContact(it.store, it.id, { name: 'Bea' }, 'modify');
  const first = ids(it.store, it.id)[0]!;
  it.store.outbox.setPhase(first, 'sending');
  editContact(it.store, it.id, behind, 'modify');
  it.store.outbox.ask(first, rejected);
  return { ...it, first };
}

test.each(inFlight)('an entry that is %s is not given up', (phase) => {
  const { store, id } = setUp();
  editContact(store, id, { name: 'Bea' }, 'modify');
  const entry = ids(store, id)[0]!;
  store.outbox.setPhase(entry, phase);
  expect(refusal(() => discardEntry(store, entry)).code).toBe('entryInFlight');
  expect(store.contacts.get(id)?.fields['name']).toBe('Bea');
});

test('an entry that is gone is told', () => {
  const { store } = setUp();
  const gone = '00000000-0000-7000-8000-ffffffffffff' as EntryId;
  expect(refusal(() => discardEntry(store, gone)).code).toBe('entryUnknown');
});

describe('an add', () => {
  test('takes the contact along', () => {
    const { store, group } = setUp();
    const id = addContact(store, group, { mobile: '2' });
    discardEntry(store, ids(store, id)[0]!);
    expect(store.contacts.get(id)).toBeNull();
    expect(store.history.ofContact(id)[0]?.outcome).toBe('discarded');
  });

  test('takes the edit behind it along, and the history keeps both', () => {
    const { store, group } = setUp();
    const id = addContact(store, group, { mobile: '2' });
    const add = ids(store, id)[0]!;
    store.outbox.setPhase(add, 'sending');
    editContact(store, id, { name: 'Eva' }, 'modify');
    store.outbox.ask(add, rejected);
    discardEntry(store, add);
    expect(store.contacts.get(id)).toBeNull();
    const given = store.history.ofContact(id).filter(({ outcome }) => outcome === 'discarded');
    expect(given.map(({ intent }) => intent?.kind).sort()).toEqual(['addContact', 'editContact']);
  });

  test('of a contact that the server turned out to have leaves what the server has', () => {
    const { store, group } = setUp();
    const id = addContact(store, group, { mobile: '2', name: 'Eva' });
    const add = ids(store, id)[0]!;
    store.contacts.setBase(id, 'sx' as never, { mobile: '2', name: 'EVA' });
    store.outbox.ask(add, rejected);
    discardEntry(store, add);
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '2', name: 'EVA' });
  });
});

describe('an edit', () => {
  test('shows what the server last confirmed', () => {
    const { store, id } = setUp();
    editContact(store, id, { name: 'Bea', city: 'Soria' }, 'modify');
    discardEntry(store, ids(store, id)[0]!);
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '1', name: 'Ana' });
    expect(ids(store, id)).toEqual([]);
  });

  test('the one behind it starts from what the server holds', () => {
    const { store, id, first } = editBehindEdit({ name: 'Cruz', city: 'Soria' });
    discardEntry(store, first);
    expect(store.outbox.ofContact(id)).toMatchObject([
      {
        intent: {
          changes: { name: { from: 'Ana', to: 'Cruz' }, city: { from: '', to: 'Soria' } },
        },
      },
    ]);
    expect(store.contacts.get(id)?.fields['name']).toBe('Cruz');
  });

  test('the one behind it starts from an empty value where the server emptied it', () => {
    const { store, id, first } = editBehindEdit({ name: 'Cruz' });
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, { mobile: '1' });
    discardEntry(store, first);
    expect(store.outbox.ofContact(id)).toMatchObject([
      { intent: { changes: { name: { from: '', to: 'Cruz' } } } },
    ]);
  });

  test('the one behind it goes too where it only took the edit back, and the history knows', () => {
    const { store, id, first } = editBehindEdit({ name: 'Ana' });
    discardEntry(store, first);
    expect(ids(store, id)).toEqual([]);
    expect(store.contacts.get(id)?.fields['name']).toBe('Ana');
    expect(store.history.ofContact(id).map(({ code }) => code)).toContain('nothingLeft');
  });

  test('a delete behind it remembers what the server holds', () => {
    const { store, id } = setUp();
    editContact(store, id, { name: 'Bea' }, 'modify');
    const first = ids(store, id)[0]!;
    store.outbox.setPhase(first, 'sending');
    deleteContacts(store, [id]);
    store.outbox.ask(first, rejected);
    discardEntry(store, first);
    expect(store.outbox.ofContact(id)).toMatchObject([
      { intent: { kind: 'deleteContact', base: { mobile: '1', name: 'Ana' } } },
    ]);
    expect(store.contacts.get(id)?.tombstone).toBe(true);
  });

  test('of a contact that is gone there takes the contact along', () => {
    const { store, id } = setUp();
    editContact(store, id, { name: 'Bea' }, 'modify');
    const entry = ids(store, id)[0]!;
    store.outbox.ask(entry, { kind: 'deletedThere' });
    discardEntry(store, entry);
    expect(store.contacts.get(id)).toBeNull();
  });

  test('a re-creation that has deleted the contact there adds it again as it was', () => {
    const { store, id } = setUp();
    editContact(store, id, { name: 'A, B' }, 'recreate');
    const entry = ids(store, id)[0]!;
    store.outbox.setStep(entry, 1);
    expect(refusal(() => discardEntry(store, entry)).code).toBe('entryInFlight');
    store.outbox.ask(entry, rejected);
    discardEntry(store, entry);
    expect(store.outbox.ofContact(id)).toMatchObject([
      { phase: 'waiting', step: 0, intent: { kind: 'addContact', fields: { name: 'Ana' } } },
    ]);
    expect(store.contacts.get(id)).toMatchObject({
      serverId: null,
      base: null,
      fields: { mobile: '1', name: 'Ana' },
    });
  });
});

test('a contact that is put back knows what stood there, and goes when that is given up as well', () => {
  const { store, id } = setUp();
  editContact(store, id, { name: 'A, B' }, 'recreate');
  const entry = ids(store, id)[0]!;
  store.outbox.setStep(entry, 1);
  store.outbox.ask(entry, rejected);
  discardEntry(store, entry);
  const fields = { mobile: '1', name: 'Ana' };
  // Of what stood there nothing is ours, so what is queued behind it learns nothing from it.
  expect(store.outbox.ofContact(id)[0]?.intent).toEqual({
    kind: 'addContact',
    fields,
    replaces: fields,
  });
  discardEntry(store, entry);
  expect(store.contacts.get(id)).toBeNull();
});

test('a delete: the contact is there again', () => {
  const { store, id, group } = setUp();
  deleteContacts(store, [id]);
  discardEntry(store, ids(store, id)[0]!);
  expect(store.contacts.get(id)).toMatchObject({ tombstone: false, fields: { name: 'Ana' } });
  expect(store.contacts.count(group)).toBe(1);
});

describe('a group', () => {
  test('its creation takes everything in it along, line by line in the history', () => {
    const { store } = openTestStore();
    const group = createGroup(store, { name: 'x', type: 'mobile', columns: [], country: 'ESP' });
    const id = addContact(store, group, { mobile: '1' });
    discardEntry(store, store.outbox.ofGroup(group)[0]!.id);
    expect(store.groups.all()).toEqual([]);
    expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(store.history.ofContact(id)[0]?.code).toBe('groupDiscarded');
    expect(store.history.ofGroup(group).map(({ outcome }) => outcome)).toContain('discarded');
  });

  test('an added column goes with its values', () => {
    const { store, group, id } = setUp();
    addColumn(store, group, 'street');
    editContact(store, id, { street: 'Mayor' }, 'modify');
    discardEntry(store, store.outbox.ofGroup(group)[0]!.id);
    expect(store.columns.of(group).map(({ name }) => name)).toEqual(['mobile', 'name', 'city']);
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '1', name: 'Ana' });
    expect(store.outbox.ofGroup(group)).toEqual([]);
  });

  test('a deleted column is there again', () => {
    const { store, group } = setUp();
    deleteColumn(store, group, 'city');
    discardEntry(store, store.outbox.ofGroup(group)[0]!.id);
    expect(store.columns.of(group).map(({ state }) => state)).toEqual(['saved', 'saved', 'saved']);
  });
});
