import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AccountId } from '#shared/domain/ids.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { account001 } from '../../../electron/store/migrations/account001.ts';
import { registryMigrations } from '../../../electron/store/migrations/registry.ts';
import { accountMigrations } from '../../../electron/store/accountStore.ts';
import { openRegistry } from '../../../electron/store/registry.ts';
import type { Migration } from '../../../electron/store/migrations/migrate.ts';
import { existingGroup, openTestStore, refusal, temporaryFolder } from './testStore.ts';

test('a commit survives a power cut: the pragmas as the file reports them', () => {
  const { store } = openTestStore();
  expect(store.inspect.pragma('journal_mode')).toBe('wal');
  expect(store.inspect.pragma('synchronous')).toBe(2);
  expect(store.inspect.pragma('foreign_keys')).toBe(1);
  expect(store.inspect.pragma('busy_timeout')).toBe(5000);
  expect(store.inspect.integrity()).toBe('ok');
  expect(store.inspect.foreignKeys()).toEqual([]);
});

test.each([
  ['account', accountMigrations.slice(0, 1), 6],
  ['views of', accountMigrations.slice(0, 2), 8],
  ['registry', registryMigrations, 3],
])('every table of the %s file is strict', (_name, migrations, tables) => {
  const db = openDatabase(join(temporaryFolder(), 'x.db'), migrations);
  const list = db.pragma('table_list') as { name: string; type: string; strict: number }[];
  const own = list.filter(
    ({ name, type }) =>
      type === 'table' && !name.startsWith('sqlite_') && !name.startsWith('contact_search'),
  );
  expect(own).toHaveLength(tables);
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  db.close();
});

test('what was written is there when the file is opened again', () => {
  const first = openTestStore();
  const group = existingGroup(first.store);
  first.store.close();
  first.store.close();
  const second = openTestStore(first.path);
  expect(second.store.groups.get(group)?.label).toBe('Campo');
});

test('an entry that was on its way when the process ended has an unknown outcome', () => {
  const first = openTestStore();
  const group = existingGroup(first.store);
  const id = first.store.outbox.add({
    groupId: group,
    contactId: null,
    intent: { kind: 'addColumn', column: 'city' },
  });
  first.store.outbox.setPhase(id, 'sending');
  first.store.close();
  const second = openTestStore(first.path);
  expect(second.store.outbox.get(id)?.phase).toBe('unknown');
});

test('a file from before lists could be laid out takes in layouts, and keeps what it has', () => {
  const path = join(temporaryFolder(), 'account.db');
  const old = openDatabase(path, [account001]);
  old.exec(`INSERT INTO groups (id, server_id, label, type, state, created_at)
    VALUES ('00000000-0000-7000-8000-000000000001', '7', 'Campo', 'mobile', 'saved', 1)`);
  old.close();
  const { store } = openTestStore(path);
  expect(store.groups.all().map(({ label }) => label)).toEqual(['Campo']);
  expect(store.listViews.views({ kind: 'all' })).toEqual([]);
});

test('the migrations are numbered from 1 without a gap', () => {
  expect(accountMigrations.map(({ version }) => version)).toEqual(
    accountMigrations.map((_, index) => index + 1),
  );
});

const one: Migration = { version: 1, sql: 'CREATE TABLE a (x TEXT) STRICT;' };
const two: Migration = { version: 2, sql: 'ALTER TABLE a ADD COLUMN y TEXT;' };
const broken: Migration = {
  version: 2,
  sql: "CREATE TABLE b (x TEXT) STRICT; INSERT INTO a VALUES ('kept?'); SELECT nonsense FROM nowhere;",
};

function columnsOf(path: string): { version: unknown; tables: unknown[] } {
  const db = new Sqlite(path);
  const tables = db.prepare(`SELECT sql FROM sqlite_schema ORDER BY name`).pluck().all();
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return { version, tables };
}

test('a file of the version before is brought to the newest, once', () => {
  const path = join(temporaryFolder(), 'x.db');
  const old = openDatabase(path, [one]);
  old.prepare('INSERT INTO a (x) VALUES (?)').run('kept');
  old.close();
  for (let opened = 0; opened < 2; opened += 1) {
    const db = openDatabase(path, [one, two]);
    expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 'kept', y: null }]);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    db.close();
  }
});

test('a migration that fails leaves the version, the schema and the rows as they were', () => {
  const path = join(temporaryFolder(), 'x.db');
  const old = openDatabase(path, [one]);
  old.close();
  const before = columnsOf(path);
  expect(() => openDatabase(path, [one, broken])).toThrow(/nonsense|nowhere/u);
  expect(columnsOf(path)).toEqual(before);
  const healed = openDatabase(path, [one, two]);
  expect(healed.prepare('SELECT count(*) FROM a').pluck().get()).toBe(0);
  healed.close();
});

test('a file of a newer version is refused and left alone', () => {
  const { store, path } = openTestStore();
  store.close();
  const db = new Sqlite(path);
  db.pragma('user_version = 999');
  db.close();
  expect(refusal(() => openTestStore(path))).toMatchObject({
    code: 'databaseFromNewerVersion',
    detail: `999 > ${accountMigrations.length}`,
  });
  expect(columnsOf(path).version).toBe(999);
});

test('a registry of before the keychain’s entries knows that the accounts may have a password there', () => {
  const path = join(temporaryFolder(), 'registry.db');
  const old = openDatabase(path, registryMigrations.slice(0, 1));
  const insert = old.prepare(
    `INSERT INTO accounts (id, user, server, transport, practice, created_at) VALUES (?, ?, 's', 'post', ?, 0)`,
  );
  insert.run('kept', 'ana', 0);
  insert.run('sample', 'practice', 1);
  old.close();
  const registry = openRegistry({ path, now: Date.now, newId: () => 'new' });
  const { keychainEntries } = registry;
  expect(keychainEntries.get('kept' as AccountId)).toBe('wanted');
  expect(keychainEntries.get('sample' as AccountId)).toBeNull();
  expect(keychainEntries.outdated()).toEqual([]);
  registry.close();
});
