import { describe, expect, test } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import { deleteGroup } from '../../../electron/store/edits/groups.ts';
import type { ListQuery } from '../../../electron/store/listing.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

function filled(rows: readonly Record<string, string>[]): { store: AccountStore; group: GroupId } {
  const { store } = openTestStore();
  const group = existingGroup(store, ['mobile', 'name', 'city', 'a"b.c']);
  rows.forEach((row, index) =>
    pulled(store, group, { mobile: String(index), ...row }, `s${index}`),
  );
  return { store, group };
}

function query(group: GroupId | null, more: Partial<ListQuery> = {}): ListQuery {
  const scope =
    group === null ? ({ kind: 'all' } as const) : ({ kind: 'group', groupId: group } as const);
  return { scope, search: '', sort: null, onlyUnsent: false, ...more };
}

function values(store: AccountStore, asked: ListQuery, column: string): string[] {
  return store.list.window(asked, 0, 500).map(({ fields }) => fields[column] ?? '');
}

describe('windows', () => {
  test('any window is that part of the whole, and an offset past the end is empty', () => {
    const { store, group } = filled(
      Array.from({ length: 25 }, (_, index) => ({ name: `n${index % 7}` })),
    );
    for (const sort of [null, { by: { kind: 'field', name: 'name' }, direction: 'up' }] as const) {
      const asked = query(group, { sort });
      const all = store.list.window(asked, 0, 500).map(({ id }) => id);
      expect(new Set(all).size).toBe(25);
      expect(store.list.count(asked)).toBe(25);
      for (const [offset, limit] of [
        [0, 10],
        [10, 10],
        [20, 10],
        [24, 1],
        [25, 10],
      ] as const) {
        expect(store.list.window(asked, offset, limit).map(({ id }) => id)).toEqual(
          all.slice(offset, offset + limit),
        );
      }
    }
  });

  test('every group, but for those that are being deleted', () => {
    const { store, group } = filled([{}, {}]);
    const other = existingGroup(store, ['mobile'], '78');
    pulled(store, other, { mobile: '9' });
    expect(store.list.count(query(null))).toBe(3);
    const sorted = query(null, {
      sort: { by: { kind: 'field', name: 'mobile' }, direction: 'up' },
    });
    expect(values(store, sorted, 'mobile')).toEqual(['0', '1', '9']);
    deleteGroup(store, group);
    expect(values(store, query(null), 'mobile')).toEqual(['9']);
    expect(values(store, sorted, 'mobile')).toEqual(['9']);
    expect(store.list.count(sorted)).toBe(1);
  });

  test('only what is unsent, sorted or not, follows the queue', () => {
    const { store, group } = filled([{ name: 'Ana' }, { name: 'Bea' }]);
    const [ana] = store.list.window(query(group), 0, 1);
    editContact(store, ana!.id, { city: 'Soria' }, 'modify');
    const added = addContact(store, group, { mobile: '99' });
    const sort = { by: { kind: 'field', name: 'mobile' }, direction: 'up' } as const;
    const unsent = [query(group, { onlyUnsent: true }), query(group, { onlyUnsent: true, sort })];
    for (const asked of unsent) expect(values(store, asked, 'mobile')).toEqual(['0', '99']);
    discardEntry(store, store.outbox.ofContact(ana!.id)[0]!.id);
    deleteContacts(store, [added]);
    for (const asked of unsent) {
      expect(values(store, asked, 'mobile')).toEqual([]);
      expect(store.list.count(asked)).toBe(0);
    }
  });

  test('an entry that leaves without touching its contact leaves the sorted list of the unsent too', () => {
    const { store, group } = filled([{ name: 'Ana' }]);
    const [ana] = store.list.window(query(group), 0, 1);
    const intent = { kind: 'editContact', changes: {}, carry: 'modify' } as const;
    const id = store.outbox.add({ groupId: group, contactId: ana!.id, intent });
    const sort = { by: { kind: 'field', name: 'name' }, direction: 'up' } as const;
    const asked = query(group, { onlyUnsent: true, sort });
    expect(store.list.count(asked)).toBe(1);
    expect(store.list.window(asked, 0, 9)).toHaveLength(1);
    store.transaction(() => {
      store.outbox.remove(id);
      store.touch.outbox();
    });
    expect(store.list.window(asked, 0, 9)).toEqual([]);
  });
});

describe('sorting', () => {
  const names = ['10', '9', 'Zoe', '', 'ana', 'Ángel', 'Ana', '2,5', '100', 'ÑU', 'nz', ''];

  test('numbers as numbers and before text, text by the collation, empty last', () => {
    const { store, group } = filled(names.map((name) => ({ name })));
    const sorted = (direction: 'up' | 'down'): string[] =>
      values(
        store,
        query(group, { sort: { by: { kind: 'field', name: 'name' }, direction } }),
        'name',
      );
    expect(sorted('up')).toEqual([
      '2,5',
      '9',
      '10',
      '100',
      'ana',
      'Ana',
      'Ángel',
      'ÑU',
      'nz',
      'Zoe',
      '',
      '',
    ]);
    expect(sorted('down')).toEqual([
      'Zoe',
      'nz',
      'ÑU',
      'Ángel',
      'Ana',
      'ana',
      '100',
      '10',
      '9',
      '2,5',
      '',
      '',
    ]);
  });

  test('the letters of a language have its own places', () => {
    const { store, group } = filled(names.map((name) => ({ name })));
    const sort = { by: { kind: 'field', name: 'name' }, direction: 'up' } as const;
    const inSpanish = values(store, query(group, { sort, language: 'es' }), 'name');
    expect(inSpanish.filter((name) => /^n|^ñ/iu.test(name))).toEqual(['nz', 'ÑU']);
  });

  test('by the main field of every group, by the group and by the state', () => {
    const { store, group } = filled([{ mobile: '20' }, { mobile: '3' }]);
    const other = existingGroup(store, ['email'], '78');
    pulled(store, other, { email: 'ana@example.com' });
    const sorted = (kind: 'main' | 'group' | 'sync'): string[] =>
      store.list
        .window(query(null, { sort: { by: { kind }, direction: 'up' } }), 0, 9)
        .map(({ fields }) => fields['mobile'] ?? fields['email'] ?? '');
    expect(sorted('main')).toEqual(['3', '20', 'ana@example.com']);
    const [first] = store.list.window(query(group), 0, 1);
    expect(sorted('sync')).toEqual(['20', '3', 'ana@example.com']);
    editContact(store, store.list.window(query(group), 1, 1)[0]!.id, { name: 'x' }, 'modify');
    expect(sorted('sync')).toEqual(['3', '20', 'ana@example.com']);
    expect(first?.fields['mobile']).toBe('20');
    expect(sorted('group')).toHaveLength(3);
  });

  test('equal values keep the order in which they came, both ways', () => {
    const { store, group } = filled([
      { name: 'b' },
      { name: 'a' },
      { name: 'b' },
      { name: 'a' },
      {},
      {},
    ]);
    const sorted = (direction: 'up' | 'down'): string[] =>
      values(
        store,
        query(group, { sort: { by: { kind: 'field', name: 'name' }, direction } }),
        'mobile',
      );
    expect(sorted('up')).toEqual(['1', '3', '0', '2', '4', '5']);
    expect(sorted('down')).toEqual(['0', '2', '1', '3', '4', '5']);
  });

  test('any column name, and one that no contact has', () => {
    const { store, group } = filled([{ 'a"b.c': '2' }, { 'a"b.c': '1' }]);
    const by = (column: string) =>
      query(group, { sort: { by: { kind: 'field', name: column }, direction: 'up' } });
    expect(values(store, by('a"b.c'), 'mobile')).toEqual(['1', '0']);
    expect(values(store, by(`x' OR 1 --"\\`), 'mobile')).toEqual(['0', '1']);
    expect(values(store, by(''), 'mobile')).toEqual(['0', '1']);
  });

  test('the order follows what is edited, added, deleted', () => {
    const { store, group } = filled([{ name: 'a' }, { name: 'b' }]);
    const asked = query(group, { sort: { by: { kind: 'field', name: 'name' }, direction: 'up' } });
    const [first] = store.list.window(asked, 0, 1);
    editContact(store, first!.id, { name: 'z' }, 'modify');
    addContact(store, group, { mobile: '7', name: 'c' });
    expect(values(store, asked, 'name')).toEqual(['b', 'c', 'z']);
    deleteContacts(store, [first!.id]);
    expect(values(store, asked, 'name')).toEqual(['b', 'c']);
    expect(store.list.count(asked)).toBe(2);
  });
});

describe('searching', () => {
  const rows = [
    { mobile: '34677123456', name: 'José Núñez', city: 'Soria' },
    { mobile: '34600999888', name: 'ANA "la rubia" (jefa)', city: 'A Coruña: puerto' },
    { mobile: '+34 611 22 33 44', name: 'محمد علي', city: '🎉 Fiesta' },
    { mobile: '1', name: 'NEAR AND OR NOT *', city: 'a-b haystack:x' },
  ];

  test.each([
    ['jose', 0],
    ['NUÑEZ', 0],
    ['osé soria', 0],
    ['soria jos', 0],
    ['677', 0],
    ['677 12', 0],
    ['+34 677-123', 0],
    ['611223344', 2],
    ['34 611', 2],
    ['so', 0],
    ['ñ so', 0],
    ['"la', 1],
    ['"la rubia"', 1],
    ['(jefa)', 1],
    ['coruna:', 1],
    ['*', 3],
    ['not *', 3],
    ['NEAR', 3],
    ['AND OR', 3],
    ['haystack:x', 3],
    ['a-b', 3],
    ['محمد', 2],
    ['حم', 2],
    ['🎉', 2],
    ['🎉 fiesta', 2],
  ])('%s finds one contact', (search, index) => {
    const { store, group } = filled(rows);
    for (const sort of [
      null,
      { by: { kind: 'field', name: 'name' }, direction: 'down' },
    ] as const) {
      const asked = query(group, { search, sort });
      expect(values(store, asked, 'mobile')).toEqual([rows[index]!.mobile]);
      expect(store.list.count(asked)).toBe(1);
    }
  });

  test.each([
    '678',
    'jose ana',
    'nobody',
    '"',
    '""',
    "' OR 1=1 --",
    'x*',
    'NEAR(a b)',
    '\\',
    '%',
    '_',
    '^jose',
  ])('%s finds what it says and nothing else, and is never an error', (search) => {
    const { store, group } = filled(rows.slice(0, 1));
    expect(values(store, query(group, { search }), 'mobile')).toEqual([]);
  });

  test('in every group, and in one', () => {
    const { store, group } = filled(rows);
    const other = existingGroup(store, ['mobile', 'name'], '78');
    const id: ContactId = pulled(store, other, { mobile: '5', name: 'Josefa' });
    expect(store.list.count(query(null, { search: 'jose' }))).toBe(2);
    expect(store.list.window(query(other, { search: 'jose' }), 0, 9).map((row) => row.id)).toEqual([
      id,
    ]);
    expect(store.list.count(query(group, { search: 'jose' }))).toBe(1);
  });
});
