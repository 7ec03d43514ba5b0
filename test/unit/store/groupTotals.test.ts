/** The numbers of contacts that are kept are those that would be counted, whatever happened between. */
import { expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, deleteContacts } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import type { ListQuery } from '../../../electron/store/listing.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

const all: ListQuery = { scope: { kind: 'all' }, search: '', onlyUnsent: false };
const listed = (store: AccountStore) => store.list.window(all, 0, 500).length;

function kept(path: string): unknown {
  const db = new Sqlite(path, { readonly: true });
  const value = db.prepare(`SELECT value FROM facts WHERE name = 'groupTotals'`).pluck().get();
  db.close();
  return value;
}

function filled(): { store: AccountStore; group: GroupId; path: string } {
  const { store, path } = openTestStore();
  const group = existingGroup(store, ['mobile']);
  for (let at = 0; at < 5; at += 1) pulled(store, group, { mobile: String(at) }, `s${at}`);
  return { store, group, path };
}

test('they follow what is added, deleted, and taken back', () => {
  const { store, group } = filled();
  const expected = (total: number): void => {
    expect(store.list.totalOf(group)).toBe(total);
    expect(store.list.count(all)).toBe(total);
    expect(listed(store)).toBe(total);
  };
  expected(5);
  addContact(store, group, { mobile: '99' });
  expected(6);
  const [first] = store.list.window(all, 0, 1);
  deleteContacts(store, [first!.id]);
  expected(5);
  discardEntry(store, store.outbox.ofContact(first!.id)[0]!.id);
  expected(6);
  expect(() =>
    store.transaction(() => {
      addContact(store, group, { mobile: '100' });
      throw new Error('no');
    }),
  ).toThrow('no');
  expected(6);
});

test('a clean end leaves them to the next start, which takes them out of the file', () => {
  const { store, group, path } = filled();
  expect(store.list.totalOf(group)).toBe(5);
  store.close();
  expect(kept(path)).toBe(JSON.stringify({ [group]: 5 }));
  const again = openTestStore(path).store;
  expect(kept(path)).toBeUndefined();
  expect(again.list.totalOf(group)).toBe(5);
  again.close();
});

test('after a crash they are counted, even where the file still holds some', () => {
  const { store, group, path } = filled();
  store.close();
  const crashed = openTestStore(path).store;
  addContact(crashed, group, { mobile: '99' });
  crashed.facts.set('groupTotals', JSON.stringify({ [group]: 4 }));
  const { store: after } = openTestStore(path);
  expect(after.list.totalOf(group)).toBe(6);
});

test.each(['{', '{"a":-1}', '[]', '{"a":"b"}'])('what cannot be read is counted: %s', (text) => {
  const { store, group, path } = filled();
  store.facts.set('groupTotals', text);
  store.close();
  expect(openTestStore(path).store.list.totalOf(group)).toBe(5);
});
