/** Damage is seen at the opening, set aside as it is, and mended; nothing else leads to a repair. */
import Sqlite from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ServerId } from '#shared/domain/ids.ts';
import { usual } from '#shared/domain/listLayout.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { openAccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { createGroup, deleteGroup, setLabel } from '../../../electron/store/edits/groups.ts';
import { recover } from '../../../electron/store/safety/recovery.ts';
import { existingGroup, pulled, refusal } from '../store/testStore.ts';
import { start, testAccount, type TestAccount } from './files.ts';

const signal = new AbortController().signal;

/** 300 contacts of the server, one of them edited, one added, and a group that is to be created. */
function prepared(account: TestAccount): { store: AccountStore } {
  const store = account.open();
  const group = existingGroup(store);
  store.transaction(() => {
    for (let index = 0; index < 300; index += 1) {
      pulled(store, group, { mobile: String(34_600_000_000 + index), name: `Ana ${index}` });
    }
  });
  store.transaction(() => store.groups.setPulled(group));
  setLabel(store, group, 'Campo sur');
  const edited = store.contacts.byServerId(group, 's34600000005' as ServerId)!;
  editContact(store, edited.id, { name: 'Eva' }, 'modify');
  addContact(store, group, { mobile: '34700000000', name: 'Nueva' });
  createGroup(store, { name: 'Ruta', type: 'mobile', columns: ['name'], country: null });
  return { store };
}

function expectEdits(store: AccountStore): void {
  const entries = store.outbox.page('all', 0, 10);
  expect(entries.map(({ intent }) => intent.kind)).toEqual([
    'editContact',
    'addContact',
    'createGroup',
  ]);
  expect(store.groups.all().map(({ label }) => label)).toEqual(['Campo sur', 'Ruta']);
  const names = entries.flatMap(({ contactId }) =>
    contactId === null ? [] : [store.contacts.get(contactId)?.fields['name']],
  );
  expect(names).toEqual(['Eva', 'Nueva']);
  expect(store.inspect.integrity()).toBe('ok');
  expect(store.inspect.foreignKeys()).toEqual([]);
}

test('bytes that are no database any more: set aside as they are, and the edits are there again', () => {
  const account = testAccount();
  prepared(account).store.close();
  const bytes = randomBytes(40_000);
  writeFileSync(account.path, bytes);
  const store = account.open();
  expectEdits(store);
  const report = store.safety.report()!;
  expect(report).toMatchObject({ entriesRebuilt: 3, groups: 2, journalLinesSkipped: 0 });
  expect(readFileSync(join(account.folder, report.setAside, 'mirror.db')).equals(bytes)).toBe(true);
  expect(existsSync(join(account.folder, report.setAside, 'mirror.outbox.journal'))).toBe(true);
});

test('what may have been sent is read before it is sent again; a creation that never left still waits', () => {
  const account = testAccount();
  prepared(account).store.close();
  truncateSync(account.path, 0);
  const store = account.open();
  expect(store.outbox.page('all', 0, 10).map(({ phase }) => phase)).toEqual([
    'unknown',
    'unknown',
    'waiting',
  ]);
  expect(store.groups.all().map(({ pulledAt }) => pulledAt)).toEqual([null, null]);
});

test('a creation that has left is never sent again by itself', () => {
  const account = testAccount();
  const { store } = prepared(account);
  const creation = store.outbox.page('all', 0, 10)[2]!;
  store.transaction(() => store.outbox.setPhase(creation.id, 'sending'));
  store.close();
  rmSync(account.path);
  expect(account.open().outbox.get(creation.id)?.phase).toBe('unknown');
});

test('a write-ahead log that lost its end: the database opens and is still seen to be too old', () => {
  const account = testAccount();
  prepared(account).store.close();
  const { store } = { store: account.open() };
  const group = store.groups.all()[0]!;
  const contact = addContact(store, group.id, { mobile: '34700000001' });
  const crashed = account.crashed();
  const wal = readFileSync(crashed.files.wal);
  expect(wal.length).toBeGreaterThan(0);
  wal[40] = wal[40]! ^ 1;
  writeFileSync(crashed.files.wal, wal);
  const again = crashed.open();
  expect(again.outbox.ofContact(contact)).toHaveLength(1);
  const { setAside, problem } = again.safety.report()!;
  expect(problem).toContain('older than its journal');
  // As it was: reading it to find that out has changed nothing.
  expect(readFileSync(join(crashed.folder, setAside, 'mirror.db-wal')).equals(wal)).toBe(true);
});

test('rows around unreadable pages are rescued, with history and groups', () => {
  const account = testAccount();
  const { store } = prepared(account);
  const before = store.history.ofGroup(store.groups.all()[1]!.id).length;
  store.close();
  const pages = pagesOf(account.path, 'contacts');
  const bytes = readFileSync(account.path);
  const hurt = pages.at(-2)!;
  bytes.fill(0xff, (hurt - 1) * 4096, hurt * 4096);
  writeFileSync(account.path, bytes);
  writeFileSync(account.files.openMark, '');
  const again = account.open();
  expectEdits(again);
  const report = again.safety.report()!;
  expect(report.contactsRescued).toBeGreaterThan(200);
  expect(report.contactsRescued).toBeLessThan(300);
  expect(again.history.ofGroup(again.groups.all()[1]!.id)).toHaveLength(before);
  expect(report.historyRescued).toBeGreaterThan(0);
});

test('a value that changed by itself on a page that is still well formed', () => {
  const account = testAccount();
  prepared(account).store.close();
  const text = readFileSync(account.path);
  const at = text.indexOf('"to":"Eva"');
  expect(at).toBeGreaterThan(0);
  text.write('"to":"Iva"', at);
  writeFileSync(account.path, text);
  const store = account.open();
  expectEdits(store);
  expect(store.safety.report()?.problem).toBe('another than its journal');
});

const look = { filter: null, sort: null, layout: [] };
const everything = { kind: 'all' } as const;

test('layouts, named views and the looks of groups are rescued, also where the header was what was damaged', () => {
  for (const harm of ['page', 'header'] as const) {
    const account = testAccount();
    const { store } = prepared(account);
    const [group] = store.groups.all();
    store.listViews.setLayout({ kind: 'group', groupId: group!.id }, [
      usual({ kind: 'field', name: 'name' }),
    ]);
    store.listViews.saveView(everything, null, 'Soria', look);
    store.groupLooks.setColour(group!.id, 'teal');
    store.groupLooks.arrange([group!.id]);
    store.close();
    const bytes = readFileSync(account.path);
    if (harm === 'header') bytes.fill(0xff, 0, 100);
    else bytes.fill(0xff, 100, 400);
    writeFileSync(account.path, bytes);
    writeFileSync(account.files.openMark, '');
    const again = account.open();
    expect(again.safety.report()).not.toBeNull();
    expect(again.listViews.views(everything).map(({ name }) => name)).toEqual(['Soria']);
    expect(again.groupLooks.all().get(group!.id)).toEqual({ colour: 'teal', position: 0 });
    expect(again.listViews.layout({ kind: 'group', groupId: group!.id })).toHaveLength(1);
  }
});

test('a named view of the backup stays where the file yields nothing', async () => {
  const account = testAccount();
  const { store } = prepared(account);
  store.listViews.saveView(everything, null, 'Soria', look);
  await store.safety.backup(signal);
  store.close();
  writeFileSync(account.path, randomBytes(9_000));
  const again = account.open();
  expect(again.listViews.views(everything).map(({ name }) => name)).toEqual(['Soria']);
});

test('the newest good backup is the ground, and a damaged one is passed over', async () => {
  const account = testAccount();
  const { store } = prepared(account);
  const first = await store.safety.backup(signal);
  const second = await store.safety.backup(signal);
  store.close();
  if (first.kind !== 'kept' || second.kind !== 'kept') throw new Error('No backup.');
  writeFileSync(second.backup.path, randomBytes(9_000));
  writeFileSync(account.path, randomBytes(9_000));
  const again = account.open();
  expectEdits(again);
  expect(again.safety.report()).toMatchObject({
    backupFrom: first.backup.takenAt,
    contactsRescued: 0,
  });
  const [group] = again.groups.all();
  expect(again.contacts.count(group!.id)).toBe(301);
});

test('what was sent and removed since the backup does not come back', async () => {
  const account = testAccount();
  const { store } = prepared(account);
  await store.safety.backup(signal);
  const [edit] = store.outbox.page('all', 0, 10);
  store.transaction(() => {
    store.outbox.remove(edit!.id);
    store.refold(edit!.contactId!);
  });
  store.close();
  rmSync(account.path);
  const again = account.open();
  expect(again.outbox.page('all', 0, 10).map(({ intent }) => intent.kind)).toEqual([
    'addContact',
    'createGroup',
  ]);
  expect(again.contacts.get(edit!.contactId!)?.fields['name']).toBe('Ana 5');
});

test.each(['complete', 'in its place, but for the last step'])(
  'a recovery that was interrupted goes on: the new database is %s',
  (where) => {
    const account = testAccount();
    prepared(account).store.close();
    writeFileSync(account.path, randomBytes(9_000));
    const { files } = account;
    recover(files, 'test', start);
    const folder = readdirSync(account.folder).find((name) => name.startsWith('damaged-'))!;
    renameSync(account.path, files.recovered);
    if (where === 'complete') renameSync(join(account.folder, folder, 'mirror.db'), account.path);
    const store = account.open();
    expectEdits(store);
    expect(existsSync(files.recovered)).toBe(false);
  },
);

test('a new database that was only half made is made again', () => {
  const account = testAccount();
  prepared(account).store.close();
  writeFileSync(account.path, randomBytes(9_000));
  writeFileSync(account.files.building, randomBytes(5_000));
  expectEdits(account.open());
  expect(existsSync(account.files.building)).toBe(false);
});

test('without journal and without database the backup still has the edits', async () => {
  const account = testAccount();
  const { store } = prepared(account);
  await store.safety.backup(signal);
  store.close();
  rmSync(account.files.journal);
  writeFileSync(account.path, randomBytes(9_000));
  expectEdits(account.open());
});

test('a journal with lost lines is completed from what the damaged file still says', () => {
  const account = testAccount();
  const { store } = prepared(account);
  store.close();
  const lines = account.journalText().split('\n');
  const hurt = lines.findIndex((line) => line.includes('addContact'));
  lines[hurt] = lines[hurt]!.replace('Nueva', 'Nuevo');
  writeFileSync(account.files.journal, lines.join('\n'));
  const bytes = readFileSync(account.path);
  const page = pagesOf(account.path, 'contacts').at(-2)!;
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(account.path, bytes);
  writeFileSync(account.files.openMark, '');
  const again = account.open();
  expectEdits(again);
  expect(again.safety.report()).toMatchObject({ journalLinesSkipped: 1 });
});

test('damage that is met while the account is open is told, and mended at the next opening', () => {
  const account = testAccount();
  prepared(account).store.close();
  const bytes = readFileSync(account.path);
  const page = pagesOf(account.path, 'contacts').at(-2)!;
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(account.path, bytes);
  const store = account.open();
  expect(store.safety.report()).toBeNull();
  const query = { scope: { kind: 'all' }, search: '', sort: null, onlyUnsent: false } as const;
  expect(refusal(() => store.list.window(query, 0, 500)).code).toBe('databaseDamaged');
  store.close();
  const again = account.open();
  expectEdits(again);
  expect(again.safety.report()?.problem).toContain('seen while it was open');
  const report = again.safety.report();
  again.close();
  expect(account.open().safety.report()).toEqual(report);
});

test('an end that was not clean is followed by a check, a clean one leaves no mark', () => {
  const account = testAccount();
  const { store } = prepared(account);
  expect(existsSync(account.files.openMark)).toBe(true);
  const crashed = account.crashed();
  store.close();
  expect(existsSync(account.files.openMark)).toBe(false);
  const again = crashed.open();
  expectEdits(again);
  expect(again.safety.report()).toBeNull();
});

test('a newer version, a folder in the way, and a plain store repair nothing', () => {
  const account = testAccount();
  prepared(account).store.close();
  const raw = new Sqlite(account.path);
  raw.pragma('user_version = 999');
  raw.close();
  const bytes = readFileSync(account.path);
  expect(refusal(account.open).code).toBe('databaseFromNewerVersion');
  expect(readFileSync(account.path).equals(bytes)).toBe(true);

  const other = testAccount();
  mkdirSync(other.path);
  expect(refusal(other.open).code).toBe('readOnly');

  const third = testAccount();
  prepared(third).store.close();
  writeFileSync(third.path, randomBytes(9_000));
  const options = {
    path: third.path,
    now: () => start,
    newId: () => '',
    onChange: () => undefined,
  };
  expect(refusal(() => openAccountStore(options)).code).toBe('databaseDamaged');
  for (const { folder } of [account, other, third]) {
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toEqual([]);
  }
});

test('a file that is in use is busy, not damaged', () => {
  const account = testAccount();
  const { store } = prepared(account);
  const crashed = account.crashed();
  store.close();
  const other = new Sqlite(crashed.path);
  other.exec('BEGIN EXCLUSIVE');
  expect(refusal(crashed.open).code).toBe('databaseBusy');
  other.exec('ROLLBACK');
  other.close();
  expect(readdirSync(crashed.folder).filter((name) => name.startsWith('damaged-'))).toEqual([]);
  expectEdits(crashed.open());
});

test('a password that was refused stays refused: no account is locked by a repair', () => {
  const account = testAccount();
  const { store } = prepared(account);
  store.facts.set('queuePaused', 'refused');
  store.close();
  const bytes = readFileSync(account.path);
  const page = pagesOf(account.path, 'contacts').at(-2)!;
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(account.path, bytes);
  writeFileSync(account.files.openMark, '');
  expect(account.open().facts.get('queuePaused')).toBe('refused');
});

test('an account that was never used starts empty', () => {
  const account = testAccount();
  expect(account.open().groups.all()).toEqual([]);
  expect(statSync(account.files.journal).size).toBeGreaterThan(0);
});

/** The pages of a table, in their order in the file. */
function pagesOf(path: string, table: string): number[] {
  const db = new Sqlite(path, { readonly: true });
  const pages = db
    .prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno')
    .pluck()
    .all(table);
  db.close();
  return pages;
}

test.each([
  'SQLite format 3',
  'CREATE TABLE contacts',
  'CREATE TABLE outbox',
  0,
  16,
  28,
  60,
  100,
  105,
])('a header or schema that is damaged at %s costs no row', (where) => {
  const account = testAccount();
  prepared(account).store.close();
  const bytes = readFileSync(account.path);
  // Free space of a page may still hold an old copy of the words, so each of them is damaged.
  if (typeof where === 'number') bytes.fill(0, where, where + 40);
  else {
    for (let at = bytes.indexOf(where); at >= 0; at = bytes.indexOf(where, at + 1)) {
      bytes.fill(0, at, at + 40);
    }
  }
  writeFileSync(account.path, bytes);
  const store = account.open();
  expectEdits(store);
  // All of the server's, the edited one among them.
  expect(store.safety.report()).toMatchObject({ contactsRescued: 300 });
  expect(readdirSync(account.folder).filter((name) => name.includes('building'))).toEqual([]);
});

test('a file whose creation was interrupted is simply created', () => {
  const account = testAccount();
  const raw = new Sqlite(account.path);
  raw.pragma('journal_mode = WAL');
  raw.close();
  writeFileSync(account.files.openMark, '');
  const store = account.open();
  expect(store.safety.report()).toBeNull();
  expect(store.groups.all()).toEqual([]);
});

test('a stored text that is no JSON any more is damage, wherever it is read', () => {
  const account = testAccount();
  prepared(account).store.close();
  const raw = new Sqlite(account.path);
  raw.exec(`UPDATE contacts SET fields = '{"name""Ana"}' WHERE row = 9`);
  raw.close();
  const store = account.open();
  const query = { scope: { kind: 'all' }, search: '', sort: null, onlyUnsent: false } as const;
  expect(refusal(() => store.list.window(query, 0, 500)).code).toBe('databaseDamaged');
  store.close();
  const again = account.open();
  expectEdits(again);
  expect(again.list.window(query, 0, 500)).toHaveLength(301);
});

test('what waits for a group that was never created goes on waiting, and can be given up with it', () => {
  const account = testAccount();
  const store = account.open();
  const group = createGroup(store, { name: 'Ruta', type: 'mobile', columns: [], country: 'ESP' });
  addContact(store, group, { mobile: '34600' });
  store.close();
  writeFileSync(account.path, randomBytes(9_000));
  const again = account.open();
  const phases = again.outbox.ofGroup(group).map(({ phase }) => phase);
  expect(phases).toEqual(['waiting', 'waiting', 'waiting']);
  deleteGroup(again, group);
  expect(again.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
});
