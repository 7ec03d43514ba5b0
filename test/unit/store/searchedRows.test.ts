/** The search index goes straight to the rows that are asked for, and does not count its way to them. */
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ListQuery } from '../../../electron/store/listing.ts';
import { batchOf, wholeNumber, windowOf } from '../../../electron/store/list/statements.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

test('a row that is bound is one for the index too', () => {
  const { store, path } = openTestStore();
  const group = existingGroup(store);
  for (const mobile of ['34600', '34601', '34602']) pulled(store, group, { mobile, name: 'Ana' });
  const db = new Sqlite(path, { readonly: true });
  // Bound as it is, the number is no row: the index leaves it out of account and answers with all three.
  const found = db
    .prepare(
      `SELECT rowid FROM contact_search WHERE contact_search MATCH '"ana"' AND rowid = ${wholeNumber}`,
    )
    .pluck();
  expect(found.all(2)).toEqual([2]);
  db.close();
});

test('every range of a search says so', () => {
  const query: ListQuery = { scope: { kind: 'all' }, search: 'ana', sort: null, onlyUnsent: false };
  const on = windowOf(query, null, { way: 'on', row: 0, skip: 0, limit: 10 });
  const back = windowOf(query, null, { way: 'back', row: 9, skip: 0, limit: 10 });
  for (const { text } of [on, back, batchOf(query, null)]) {
    expect(text).toContain(wholeNumber);
    expect(text).not.toMatch(/contact_search\.rowid\s*[<>=]+\s*\?/u);
  }
});
