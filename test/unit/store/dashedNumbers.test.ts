/** Numbers written with dashes from Word or the web are found, also in a file from before those joined digits. */
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ContactFields } from '#shared/domain/contact.ts';
import { folded, haystackOf } from '#shared/domain/searchText.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { fieldsToText } from '../../../electron/store/fieldsText.ts';
import { accountMigrations } from '../../../electron/store/migrations/account.ts';
import { existingGroup, openTestStore, pulled, temporaryFolder } from './testStore.ts';

const dashed: readonly ContactFields[] = [
  { mobile: '1', note: '600–111–222' },
  { mobile: '2', note: 'Tel. 600\u2011111\u2011222, tardes' },
  { mobile: '600\u00a0—\u00a0111\u00a0222' },
];
const others: readonly ContactFields[] = [
  { mobile: '4', note: 'Juan – Alcázar, José Núñez' },
  { mobile: '5', note: '677-12-34 y +34 699 12' },
  { mobile: '6', note: 'محمد علي' },
  // Not in the order of the stored text: its haystack is another than that of the stored text.
  { name: 'Ana – Soria', mobile: '7' },
];
const asked = ['600–111–222', '600-111', '600111222', '600\u2011111', '600 111'];

test.each(asked)('“%s” finds each of them, searched for and filtered', (text) => {
  const { store } = openTestStore();
  const group = existingGroup(store, ['mobile', 'note']);
  for (const fields of [...dashed, ...others]) pulled(store, group, fields);
  expect(found(store, text)).toEqual({ searched: dashed.length, filtered: 2 });
});

test.each(asked)('“%s” finds each of them in a file of before', (text) => {
  const { store } = openTestStore(oldFile([...dashed, ...others]));
  expect(found(store, text)).toEqual({ searched: dashed.length, filtered: 2 });
});

test('a file of before has the haystacks of today afterwards, and an index of them', () => {
  const path = oldFile([...dashed, ...others]);
  openDatabase(path, accountMigrations).close();
  const db = new Sqlite(path);
  const rows = db
    .prepare<[], { fields: string; haystack: string }>('SELECT fields, haystack FROM contacts')
    .all();
  for (const { fields, haystack } of rows) {
    const today = haystackOf(JSON.parse(fields) as ContactFields);
    expect(haystack.split('\n').toSorted()).toEqual(today.split('\n').toSorted());
  }
  db.exec(`INSERT INTO contact_search (contact_search, rank) VALUES ('integrity-check', 1)`);
  db.close();
});

test('only contacts that hold such a number are written, and one that cannot be read is left as it is', () => {
  const path = oldFile([...others, ...dashed, { mobile: '8', note: '600–1' }]);
  const old = new Sqlite(path);
  old.exec(`
    UPDATE contacts SET fields = '{"mobile":"8' WHERE row = 8;
    CREATE TABLE written (row INTEGER);
    CREATE TRIGGER written AFTER UPDATE ON contacts BEGIN INSERT INTO written VALUES (new.row); END`);
  old.close();
  const db = openDatabase(path, accountMigrations);
  expect(db.prepare('SELECT row FROM written ORDER BY row').pluck().all()).toEqual([5, 6, 7]);
  expect(db.prepare('SELECT haystack FROM contacts WHERE row = 8').pluck().get()).toBe('8\n600–1');
  db.close();
});

function found(store: AccountStore, text: string): { searched: number; filtered: number } {
  const query = { scope: { kind: 'all' }, search: '', onlyUnsent: false } as const;
  const filter = {
    kind: 'value',
    column: { kind: 'field', name: 'note' },
    test: { kind: 'contains', text },
    not: false,
  } as const;
  return {
    searched: store.list.count({ ...query, search: text }),
    filtered: store.list.count({ ...query, filter }),
  };
}

/** A file of version 8, when of all dashes only the hyphen of ASCII joined digits. */
function oldFile(contacts: readonly ContactFields[]): string {
  const path = join(temporaryFolder(), 'account.db');
  const db = openDatabase(
    path,
    accountMigrations.filter(({ version }) => version <= 8),
  );
  db.exec(`INSERT INTO groups (id, server_id, label, type, state, created_at)
    VALUES ('g', '7', 'Campo', 'mobile', 'saved', 1)`);
  const insert = db.prepare(
    `INSERT INTO contacts (id, group_id, server_id, base, fields, main_key, haystack)
     VALUES (@id, 'g', @id, @text, @text, @id, @haystack)`,
  );
  contacts.forEach((fields, at) =>
    insert.run({ id: `c${at}`, text: fieldsToText(fields), haystack: haystackOfBefore(fields) }),
  );
  db.close();
  return path;
}

function haystackOfBefore(fields: ContactFields): string {
  const values = Object.values(fields).map(folded);
  const numbers = values
    .flatMap((value) => value.match(/\d[+()\d\s./-]*\d/gu) ?? [])
    .filter((text) => /\D/u.test(text));
  return [...values, ...numbers.map((text) => text.replace(/\D/gu, ''))].join('\n');
}
