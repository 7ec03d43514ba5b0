import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import {
  addContact,
  deleteContacts,
  editContact,
} from '../../../../electron/store/edits/contacts.ts';
import type { ContactEntry, Phase } from '../../../../electron/store/entry.ts';
import { existingGroup, openTestStore, pulled, refusal } from '../testStore.ts';

function intents(store: AccountStore, id: ContactId): unknown[] {
  return store.outbox.ofContact(id).map(({ intent }) => intent);
}

function only(store: AccountStore, id: ContactId): ContactEntry {
  const entries = store.outbox.ofContact(id);
  expect(entries).toHaveLength(1);
  return entries[0]!;
}

function withContact(): { store: AccountStore; group: GroupId; id: ContactId; path: string } {
  const { store, path } = openTestStore();
  const group = existingGroup(store);
  return { store, path, group, id: pulled(store, group, { mobile: '34600', name: 'Ana' }) };
}

const inFlight: Exclude<Phase, 'needsYou' | 'waiting'>[] = ['sending', 'unknown', 'sent'];

describe('rule 1: row, entry and history are one transaction', () => {
  test('an add leaves all three', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = addContact(store, group, { mobile: ' 34600 ', name: 'Ana ', city: ' ' });
    const fields = { mobile: '34600', name: 'Ana' };
    expect(store.contacts.get(id)).toMatchObject({ serverId: null, base: null, fields });
    expect(intents(store, id)).toEqual([{ kind: 'addContact', fields }]);
    expect(store.history.ofContact(id)).toMatchObject([
      { outcome: 'saved', intent: { kind: 'addContact', fields } },
    ]);
  });

  test.each([
    ['the entry', 'AFTER INSERT ON outbox'],
    ['the history line', 'AFTER INSERT ON history'],
  ])('a throw when %s is written leaves nothing', (_what, event) => {
    const { store, group, id, path } = withContact();
    const other = pulled(store, group, { mobile: '34601' });
    failing(path, event);
    const before = snapshot(store, group);
    expect(() => addContact(store, group, { mobile: '1' })).toThrow('no room here');
    expect(() => editContact(store, id, { name: 'Bea' }, 'modify')).toThrow('no room here');
    expect(() => deleteContacts(store, [other, id])).toThrow('no room here');
    expect(snapshot(store, group)).toEqual(before);
  });

  test('a throw after the first of several deletes takes that one back', () => {
    const { store, group, id } = withContact();
    const unknown = '00000000-0000-7000-8000-ffffffffffff' as ContactId;
    const before = snapshot(store, group);
    expect(refusal(() => deleteContacts(store, [id, unknown])).code).toBe('contactUnknown');
    expect(snapshot(store, group)).toEqual(before);
  });

  /** A trigger in the file itself, so that the store is as it ships. */
  function failing(path: string, event: string): void {
    const db = new Sqlite(path);
    db.exec(`CREATE TRIGGER fails ${event} BEGIN SELECT raise(ABORT, 'no room here'); END`);
    db.close();
  }

  function snapshot(store: AccountStore, group: GroupId): unknown {
    const list = { scope: { kind: 'group', groupId: group }, search: '', sort: null } as const;
    return {
      rows: store.list.window({ ...list, onlyUnsent: false }, 0, 100),
      outbox: store.outbox.ofGroup(group),
      counts: store.outbox.counts(),
    };
  }
});

describe('rule 4: coalescing', () => {
  test('create and edit is a create', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = addContact(store, group, { mobile: '34600', name: 'Ana' });
    editContact(store, id, { name: '', city: 'Soria, centro' }, 'modify');
    const fields = { mobile: '34600', city: 'Soria, centro' };
    expect(only(store, id).intent).toEqual({ kind: 'addContact', fields });
    expect(store.contacts.get(id)?.fields).toEqual(fields);
    expect(store.history.ofContact(id)).toHaveLength(2);
  });

  test('create and delete is nothing, and the history knows', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = addContact(store, group, { mobile: '34600' });
    deleteContacts(store, [id]);
    expect(store.contacts.get(id)).toBeNull();
    expect(store.outbox.ofGroup(group)).toEqual([]);
    expect(store.history.ofContact(id).map(({ outcome }) => outcome)).toEqual([
      'discarded',
      'saved',
    ]);
  });

  test('edit and edit is one edit per field', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    editContact(store, id, { name: 'Cruz', city: 'Soria' }, 'modify');
    expect(only(store, id).intent).toMatchObject({
      changes: { name: { from: 'Ana', to: 'Cruz' }, city: { from: '', to: 'Soria' } },
    });
  });

  test('back to the original value is nothing', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea', city: 'Soria' }, 'modify');
    editContact(store, id, { name: 'Ana' }, 'modify');
    expect(Object.keys((only(store, id).intent as { changes: object }).changes)).toEqual(['city']);
    editContact(store, id, { city: '' }, 'modify');
    expect(intents(store, id)).toEqual([]);
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '34600', name: 'Ana' });
  });

  test('what equals the seen value is no change, and makes neither entry nor history', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: ' Ana ', city: '' }, 'modify');
    expect(intents(store, id)).toEqual([]);
    expect(store.history.ofContact(id)).toEqual([]);
  });

  test.each(inFlight)('an edit is never merged into an entry that is %s', (phase) => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    store.outbox.setPhase(only(store, id).id, phase);
    editContact(store, id, { name: 'Ana' }, 'modify');
    expect(intents(store, id)).toMatchObject([
      { changes: { name: { from: 'Ana', to: 'Bea' } } },
      { changes: { name: { from: 'Bea', to: 'Ana' } } },
    ]);
    editContact(store, id, { name: 'Bea' }, 'modify');
    expect(intents(store, id)).toHaveLength(1);
  });

  test.each(inFlight)('an edit of an add that is %s waits behind it', (phase) => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = addContact(store, group, { mobile: '34600' });
    store.outbox.setPhase(only(store, id).id, phase);
    editContact(store, id, { name: 'Ana' }, 'modify');
    expect(intents(store, id)).toMatchObject([
      { kind: 'addContact', fields: { mobile: '34600' } },
      { kind: 'editContact', changes: { name: { from: '', to: 'Ana' } } },
    ]);
  });

  test('an edit is never merged into a re-creation that has deleted the contact', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'A, B' }, 'recreate');
    store.outbox.setStep(only(store, id).id, 1);
    editContact(store, id, { name: 'A, C' }, 'recreate');
    expect(intents(store, id)).toHaveLength(2);
  });

  test('a value typed again after the server changed it is what is seen', () => {
    const { store, id, group } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    store.transaction(() => {
      const { serverId } = store.contacts.get(id)!;
      store.contacts.setBase(id, serverId, { mobile: '34600', name: 'Cruz' });
      store.refold(id);
    });
    editContact(store, id, { name: 'Ana' }, 'modify');
    expect(store.contacts.get(id)?.fields['name']).toBe('Ana');
    expect(store.outbox.ofGroup(group)).toHaveLength(1);
    editContact(store, id, { name: 'Cruz' }, 'modify');
    expect(store.contacts.get(id)?.fields['name']).toBe('Cruz');
    expect(store.outbox.ofGroup(group)).toEqual([]);
  });
});

describe('an edit of an entry that waits for the user', () => {
  test('keeps a conflict a question, with the new words', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea', city: 'Soria' }, 'modify');
    const entry = only(store, id);
    const fields = [{ column: 'name', base: 'Ana', mine: 'Bea', theirs: 'Cruz' }];
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, { mobile: '34600', name: 'Cruz' });
    store.outbox.ask(entry.id, { kind: 'conflict', fields });
    editContact(store, id, { name: 'Dina', city: 'Teruel' }, 'modify');
    expect(only(store, id)).toMatchObject({
      phase: 'needsYou',
      question: { kind: 'conflict', fields: [{ ...fields[0], mine: 'Dina' }] },
    });
  });

  test('to what the server holds ends the conflict', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea', city: 'Soria' }, 'modify');
    const entry = only(store, id);
    const fields = [{ column: 'name', base: 'Ana', mine: 'Bea', theirs: 'Cruz' }];
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, { mobile: '34600', name: 'Cruz' });
    store.outbox.ask(entry.id, { kind: 'conflict', fields });
    editContact(store, id, { name: 'Cruz' }, 'modify');
    expect(only(store, id)).toMatchObject({
      phase: 'waiting',
      question: null,
      intent: { changes: { city: { from: '', to: 'Soria' } } },
    });
  });

  test('tries a refused one again', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    store.outbox.ask(only(store, id).id, { kind: 'rejected', code: 'BAD', raw: null });
    editContact(store, id, { name: 'Cruz' }, 'modify');
    expect(only(store, id)).toMatchObject({ phase: 'waiting', question: null, attempts: 0 });
  });

  test('answers what was stored differently only where it writes that value', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    const fields = [{ column: 'name', sent: 'Bea', stored: 'Cruz' }];
    const question = { kind: 'storedDifferently', fields } as const;
    store.outbox.ask(only(store, id).id, question);
    editContact(store, id, { city: 'Teruel' }, 'modify');
    expect(only(store, id)).toMatchObject({ phase: 'needsYou', question });
    editContact(store, id, { name: 'Dina' }, 'modify');
    expect(only(store, id)).toMatchObject({
      phase: 'waiting',
      question: null,
      intent: { changes: { name: { from: 'Cruz', to: 'Dina' }, city: { to: 'Teruel' } } },
    });
  });

  test('leaves the question whether a contact deleted there shall come back', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    store.outbox.ask(only(store, id).id, { kind: 'deletedThere' });
    editContact(store, id, { name: 'Cruz' }, 'modify');
    expect(only(store, id).question).toEqual({ kind: 'deletedThere' });
  });
});

describe('rule 11: what the text form cannot carry', () => {
  test.each(['Soria, centro', 'a:b', 'a\nb'])('%j is told when it is typed', (city) => {
    const { store, id } = withContact();
    const error = refusal(() => editContact(store, id, { city }, 'modify'));
    expect(error).toMatchObject({ code: 'cannotCarry', fields: [{ column: 'city' }] });
    expect(intents(store, id)).toEqual([]);
    editContact(store, id, { city }, 'recreate');
    expect(only(store, id).intent).toMatchObject({ carry: 'recreate' });
  });

  test('an unchanged value that holds a comma is told too, since the whole contact travels', () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    const id = pulled(store, group, { mobile: '34600', city: 'Soria, centro' });
    expect(refusal(() => editContact(store, id, { name: 'Ana' }, 'modify'))).toMatchObject({
      code: 'cannotCarry',
      fields: [{ column: 'city', obstacle: 'comma' }],
    });
    editContact(store, id, { name: 'Ana', city: 'Soria' }, 'modify');
    expect(only(store, id).intent).toMatchObject({ carry: 'modify' });
  });

  test('a re-creation stays one while it is needed, and no longer', () => {
    const { store, id } = withContact();
    editContact(store, id, { city: 'Soria, centro' }, 'recreate');
    editContact(store, id, { name: 'Bea' }, 'modify');
    expect(only(store, id).intent).toMatchObject({ carry: 'recreate' });
    editContact(store, id, { city: 'Soria' }, 'modify');
    expect(only(store, id).intent).toMatchObject({ carry: 'modify' });
  });

  test('a re-creation is not made where none is needed', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'recreate');
    expect(only(store, id).intent).toMatchObject({ carry: 'modify' });
  });

  test('an add that was never sent has no limit', () => {
    const { store } = openTestStore();
    const id = addContact(store, existingGroup(store), { mobile: '1', name: 'a, b: c' });
    expect(store.contacts.get(id)?.fields['name']).toBe('a, b: c');
  });
});

describe('input', () => {
  test('the main field must be there and be the only one of its value', () => {
    const { store, group, id } = withContact();
    expect(refusal(() => addContact(store, group, { name: 'x' }))).toMatchObject({
      code: 'mainFieldMissing',
      detail: 'mobile',
    });
    expect(refusal(() => editContact(store, id, { mobile: '  ' }, 'modify')).code).toBe(
      'mainFieldMissing',
    );
    expect(refusal(() => addContact(store, group, { mobile: '34600 ' }))).toMatchObject({
      code: 'mainFieldTaken',
      detail: '34600',
    });
    const other = addContact(store, group, { mobile: '34601' });
    expect(refusal(() => editContact(store, other, { mobile: '34600' }, 'modify')).code).toBe(
      'mainFieldTaken',
    );
    editContact(store, other, { mobile: '34601', name: 'x' }, 'modify');
  });

  test('the main field of a deleted contact, or of another group, is free', () => {
    const { store, group, id } = withContact();
    addContact(store, existingGroup(store, ['mobile'], '78'), { mobile: '34600' });
    deleteContacts(store, [id]);
    expect(addContact(store, group, { mobile: '34600' })).not.toBe(id);
  });

  test('a main field that is double or empty there does not stand against another edit', () => {
    const { store, group, id } = withContact();
    const twin = pulled(store, group, { mobile: '34600' }, 'twin');
    const bare = pulled(store, group, { name: 'Eva' }, 'bare');
    editContact(store, id, { name: 'Bea' }, 'modify');
    editContact(store, twin, { name: 'Cruz' }, 'modify');
    editContact(store, bare, { name: 'Dina' }, 'modify');
    expect(store.outbox.counts().waiting).toBe(3);
  });

  test('an unknown column is refused, an unknown one without a value is not looked at', () => {
    const { store, group, id } = withContact();
    const detail = { code: 'invalidInput', detail: 'street' };
    expect(refusal(() => addContact(store, group, { mobile: '1', street: 'x' }))).toMatchObject(
      detail,
    );
    expect(refusal(() => editContact(store, id, { street: 'x' }, 'modify'))).toMatchObject(detail);
    addContact(store, group, { mobile: '1', street: ' ' });
  });

  test('a column called like a member of every object is a column', () => {
    const { store } = openTestStore();
    const group = existingGroup(store, ['mobile', 'constructor']);
    const id = pulled(store, group, { mobile: '1' });
    editContact(store, id, { constructor: 'x' }, 'modify');
    expect(only(store, id).intent).toMatchObject({
      changes: { constructor: { from: '', to: 'x' } },
    });
  });

  test('contacts and groups that are not there', () => {
    const { store, group, id } = withContact();
    const nobody = '00000000-0000-7000-8000-ffffffffffff';
    expect(refusal(() => editContact(store, nobody as ContactId, {}, 'modify')).code).toBe(
      'contactUnknown',
    );
    expect(refusal(() => addContact(store, nobody as GroupId, { mobile: '1' })).code).toBe(
      'groupUnknown',
    );
    deleteContacts(store, [id]);
    expect(refusal(() => editContact(store, id, { name: 'x' }, 'modify')).code).toBe(
      'contactUnknown',
    );
    store.groups.setState(group, 'deleting');
    expect(refusal(() => addContact(store, group, { mobile: '1' })).code).toBe('groupUnknown');
  });
});

describe('deletes', () => {
  test('a delete takes the place of unsent edits and remembers what the server holds', () => {
    const { store, id } = withContact();
    editContact(store, id, { name: 'Bea' }, 'modify');
    deleteContacts(store, [id]);
    expect(intents(store, id)).toEqual([
      { kind: 'deleteContact', base: { mobile: '34600', name: 'Ana' } },
    ]);
    expect(store.contacts.get(id)).toMatchObject({
      tombstone: true,
      fields: { mobile: '34600', name: 'Ana' },
    });
  });

  test.each(inFlight)(
    'a delete behind an edit that is %s starts from what that edit leaves',
    (phase) => {
      const { store, id } = withContact();
      editContact(store, id, { name: 'Bea' }, 'modify');
      store.outbox.setPhase(only(store, id).id, phase);
      editContact(store, id, { name: 'Cruz' }, 'modify');
      deleteContacts(store, [id]);
      expect(intents(store, id)).toMatchObject([
        { kind: 'editContact' },
        { kind: 'deleteContact', base: { mobile: '34600', name: 'Bea' } },
      ]);
    },
  );

  test('a delete of an add that may be on its way waits behind it', () => {
    const { store } = openTestStore();
    const id = addContact(store, existingGroup(store), { mobile: '1' });
    store.outbox.setPhase(only(store, id).id, 'unknown');
    deleteContacts(store, [id]);
    expect(intents(store, id)).toMatchObject([
      { kind: 'addContact' },
      { kind: 'deleteContact', base: { mobile: '1' } },
    ]);
    expect(store.contacts.get(id)?.tombstone).toBe(true);
  });

  test('the same contact twice in one call is deleted once', () => {
    const { store, id } = withContact();
    deleteContacts(store, [id, id]);
    expect(intents(store, id)).toHaveLength(1);
  });

  test('a deleted contact is neither counted nor listed nor found', () => {
    const { store, group, id } = withContact();
    deleteContacts(store, [id]);
    const query = {
      scope: { kind: 'group', groupId: group },
      sort: null,
      onlyUnsent: false,
    } as const;
    expect(store.contacts.count(group)).toBe(0);
    expect(store.list.count({ ...query, search: '' })).toBe(0);
    expect(store.list.window({ ...query, search: 'ana' }, 0, 10)).toEqual([]);
  });
});
