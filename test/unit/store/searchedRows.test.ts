/** The search index goes straight to the rows that are asked for, and does not count its way to them. */
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ContactId } from '#shared/domain/ids.ts';
import type { ListQuery } from '../../../electron/store/listing.ts';
import type { Sql } from '../../../electron/store/list/columnSql.ts';
import {
  batchOf,
  countOf,
  wholeNumber,
  windowOf,
} from '../../../electron/store/list/statements.ts';
import { existingGroup, firstIds, openTestStore, pulled } from './testStore.ts';

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
  for (const { text } of statementsOf({ kind: 'all' })) {
    expect(text).toContain(wholeNumber);
    expect(text).not.toMatch(bare);
  }
});

test('a search of one group is told where that group begins and ends', () => {
  const { store } = openTestStore();
  const scope = { kind: 'group', groupId: existingGroup(store) } as const;
  for (const { text } of [...statementsOf(scope), countOf(queryOf(scope), 'mobile')]) {
    expect(text).toMatch(/contact_search\.rowid > .*SELECT min\(row\) - 1 FROM contacts/u);
    expect(text).toMatch(/contact_search\.rowid <= .*SELECT max\(row\) FROM contacts/u);
    expect(text).not.toMatch(bare);
  }
});

test('groups that stand among each other are searched each for itself', () => {
  const { store } = openTestStore();
  const groups = [existingGroup(store), existingGroup(store, undefined, '78')];
  const ids = Array.from({ length: 9 }, (_, at) =>
    pulled(store, groups[at % 2]!, { mobile: String(34_600 + at), name: 'Ana' }),
  );
  for (const [at, groupId] of groups.entries()) {
    const query = queryOf({ kind: 'group', groupId });
    const own = ids.filter((_, index) => index % 2 === at);
    expect(store.list.window(query, 0, 9).map(({ id }) => id)).toEqual(own);
    expect(store.list.window(query, own.length - 2, 2).map(({ id }) => id)).toEqual(own.slice(-2));
    expect(firstIds(store, query, 9)).toEqual(own);
  }
});

test('the first of a short word are as many as are asked for, from batch to batch', () => {
  const { store } = openTestStore();
  const groupId = existingGroup(store);
  const ids: ContactId[] = [];
  // More than a batch of contacts, in which every fiftieth has it.
  store.transaction(() => {
    for (let at = 0; at < 4_500; at += 1) {
      const name = at % 50 === 7 ? 'Xi' : 'Ana';
      const id = pulled(store, groupId, { mobile: String(34_600_000 + at), name });
      if (name === 'Xi') ids.push(id);
    }
  });
  const query = { ...queryOf({ kind: 'group', groupId }), search: 'xi' };
  for (const most of [1, 39, 40, 41, 80, 81, 90, 91]) {
    expect(firstIds(store, query, most), String(most)).toEqual(ids.slice(0, most));
  }
});

/** A row of the index compared with what is bound as it is. */
const bare = /contact_search\.rowid\s*[<>=]+\s*\?/u;

function queryOf(scope: ListQuery['scope']): ListQuery {
  return { scope, search: 'ana', sort: null, onlyUnsent: false };
}

function statementsOf(scope: ListQuery['scope']): Sql[] {
  const query = queryOf(scope);
  return [
    windowOf(query, 'mobile', { way: 'on', row: 0, skip: 0, limit: 10 }),
    windowOf(query, 'mobile', { way: 'back', row: 9, skip: 0, limit: 10 }),
    batchOf(query, 'mobile', 0, 9),
  ];
}
