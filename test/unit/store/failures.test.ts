/** Why a file cannot be used, told apart: only true corruption is `databaseDamaged`. */
import Sqlite from 'better-sqlite3';
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { existingGroup, openTestStore, refusal, temporaryFolder } from './testStore.ts';

const nobody = 65_534;
const openInChild = fileURLToPath(new URL('openInChild.ts', import.meta.url));

test('bytes that are no database are databaseDamaged, and stay as they are', () => {
  const path = join(temporaryFolder(), 'account.db');
  const bytes = randomBytes(20_000);
  writeFileSync(path, bytes);
  expect(refusal(() => openTestStore(path)).code).toBe('databaseDamaged');
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('a page overwritten in the middle is databaseDamaged when it is written to', () => {
  const first = openTestStore();
  const group = existingGroup(first.store);
  first.store.transaction(() => {
    for (let index = 0; index < 3_000; index += 1) {
      addContact(first.store, group, { mobile: String(34_600_000_000 + index), name: 'Ana' });
    }
  });
  first.store.close();
  const pageSize = 4096;
  const file = openSync(first.path, 'r+');
  const { length } = readFileSync(first.path);
  for (let page = 8; page * pageSize < length; page += 1) {
    writeSync(file, randomBytes(pageSize), 0, pageSize, page * pageSize);
  }
  const code = refusal(() => {
    const { store } = openTestStore(first.path);
    store.transaction(() => {
      for (let index = 0; index < 50; index += 1) {
        addContact(store, group, { mobile: String(34_700_000_000 + index) });
      }
    });
  }).code;
  expect(code).toBe('databaseDamaged');
});

test('a folder in place of the file is readOnly', () => {
  const path = join(temporaryFolder(), 'account.db');
  mkdirSync(path);
  expect(refusal(() => openTestStore(path)).code).toBe('readOnly');
});

/** Root may write everywhere, so a process without its rights opens the file. */
describe('without the right to write', () => {
  function openAsNobody(path: string): string {
    return execFileSync(process.execPath, [openInChild, path, 'unprivileged'], {
      encoding: 'utf8',
    }).trim();
  }

  function preparedFile(): { folder: string; path: string } {
    const { store, path } = openTestStore();
    existingGroup(store);
    store.close();
    const folder = join(path, '..');
    if (process.getuid?.() === 0) {
      chownSync(folder, nobody, nobody);
      for (const name of readdirSync(folder)) chownSync(join(folder, name), nobody, nobody);
    }
    return { folder, path };
  }

  test('the same process may open a file that it can write', () => {
    expect(openAsNobody(preparedFile().path)).toBe('opened');
  });

  test.skipIf(process.platform === 'win32')('a file that may not be written is readOnly', () => {
    const { path } = preparedFile();
    chmodSync(path, 0o444);
    expect(openAsNobody(path)).toBe('readOnly');
  });

  test.skipIf(process.platform === 'win32')('a folder that may not be written is readOnly', () => {
    const { folder, path } = preparedFile();
    chmodSync(folder, 0o555);
    try {
      expect(openAsNobody(path)).toBe('readOnly');
      expect(openAsNobody(join(folder, 'new.db'))).toBe('readOnly');
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});

test('a file that another process is writing is databaseBusy, and nothing of the edit is kept', async () => {
  const { store, path } = openTestStore();
  const group = existingGroup(store);
  store.inspect.pragma('busy_timeout = 50');
  const other = spawn(process.execPath, [openInChild, path, 'hold'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  expect(refusal(() => addContact(store, group, { mobile: '1' })).code).toBe('databaseBusy');
  other.stdin.end();
  await once(other, 'exit');
  expect(store.contacts.count(group)).toBe(0);
  addContact(store, group, { mobile: '1' });
  expect(store.contacts.count(group)).toBe(1);
});

test('no room left is diskFull: the edit is refused whole, and goes through when there is room', () => {
  const { store, changes } = openTestStore();
  const group = existingGroup(store);
  const told = changes.length;
  const pages = Number(store.inspect.pragma('page_count'));
  store.inspect.pragma(`max_page_count = ${pages}`);
  const long = 'x'.repeat(100_000);
  expect(refusal(() => addContact(store, group, { mobile: '1', name: long })).code).toBe(
    'diskFull',
  );
  expect(store.contacts.count(group)).toBe(0);
  expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  expect(changes).toHaveLength(told);
  store.inspect.pragma('max_page_count = 1000000');
  addContact(store, group, { mobile: '1', name: long });
  expect(store.outbox.counts().waiting).toBe(1);
  expect(store.inspect.integrity()).toBe('ok');
});

test('a file that was refused can be opened by the next try: nothing of the first is left open', () => {
  const path = join(temporaryFolder(), 'account.db');
  writeFileSync(path, randomBytes(8_192));
  refusal(() => openTestStore(path));
  const other = new Sqlite(join(path, '..', 'other.db'));
  other.close();
  writeFileSync(path, '');
  expect(openTestStore(path).store.inspect.integrity()).toBe('ok');
});
