/** Backups are taken while the account is in use, checked after writing, and the newest few are kept. */
import Sqlite from 'better-sqlite3';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { backupsOf, newestGoodBackup } from '../../../electron/store/safety/backup.ts';
import {
  backupEvery,
  firstBackupAfter,
  scheduleBackups,
} from '../../../electron/store/safety/backupSchedule.ts';
import { reading } from '../../../electron/store/safety/soundness.ts';
import { checkedInBackground } from '../../../electron/store/safety/verifier.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { HandClock } from '../../sync/workshop.ts';
import { start, testAccount, type TestAccount } from './files.ts';

const signal = new AbortController().signal;

function stocked(account: TestAccount, count: number): AccountStore {
  const store = account.open();
  const group = existingGroup(store);
  store.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      pulled(store, group, { mobile: String(34_600_000_000 + index), name: `Ana ${index}` });
    }
  });
  return store;
}

function leftBehind({ folder }: TestAccount): string[] {
  return readdirSync(folder).filter((name) => name.includes('backup') && !name.endsWith('0.db'));
}

test('a backup holds what the account holds, and leaves nothing else behind', async () => {
  const account = testAccount();
  const store = stocked(account, 50);
  const outcome = await store.safety.backup(signal);
  if (outcome.kind !== 'kept') throw new Error(outcome.kind);
  const count = reading(outcome.backup.path, (db) =>
    db.prepare('SELECT count(*) FROM contacts').pluck().get(),
  );
  expect(count).toBe(50);
  expect(newestGoodBackup(account.files)).toEqual(outcome.backup);
  expect(leftBehind(account)).toEqual([]);
});

test('three are kept, the newest', async () => {
  const account = testAccount();
  const store = stocked(account, 5);
  const taken = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const outcome = await store.safety.backup(signal);
    if (outcome.kind === 'kept') taken.push(outcome.backup);
  }
  expect(taken).toHaveLength(5);
  expect(backupsOf(account.files)).toEqual(taken.toReversed().slice(0, 3));
});

test('edits go on while it is written, and it is sound', async () => {
  const account = testAccount();
  const store = stocked(account, 3_000);
  const group = store.groups.all()[0]!;
  let over = false;
  const backup = store.safety.backup(signal).finally(() => (over = true));
  let edits = 0;
  while (!over) {
    addContact(store, group.id, { mobile: String(34_700_000_000 + edits) });
    edits += 1;
    await new Promise((resolve) => void setImmediate(resolve));
  }
  expect((await backup).kind).toBe('kept');
  expect(edits).toBeGreaterThan(3);
  expect(newestGoodBackup(account.files)).not.toBeNull();
  expect(store.outbox.counts().waiting).toBe(edits);
});

test('a copy that is not sound is not kept, and tells of the damage', async () => {
  const account = testAccount();
  stocked(account, 300).close();
  const bytes = readFileSync(account.path);
  const db = new Sqlite(account.path, { readonly: true });
  const page = db
    .prepare<[], number>(`SELECT max(pageno) FROM dbstat WHERE name = 'contacts_by_main_key'`)
    .pluck()
    .get()!;
  db.close();
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(account.path, bytes);
  const store = account.open();
  expect(store.safety.report()).toBeNull();
  expect((await store.safety.backup(signal)).kind).toBe('damaged');
  expect(backupsOf(account.files)).toEqual([]);
  expect(leftBehind(account)).toEqual([]);
  store.close();
  const again = account.open();
  expect(again.safety.report()).toMatchObject({ contactsRescued: 300 });
  expect((await again.safety.backup(signal)).kind).toBe('kept');
});

test('a seen value that changed by itself is mended from what the server confirmed', async () => {
  const account = testAccount();
  stocked(account, 3).close();
  const db = new Sqlite(account.path);
  db.exec(`UPDATE contacts SET fields = '{"name":"Iva"}' WHERE row = 2`);
  db.close();
  const store = account.open();
  const group = store.groups.all()[0]!;
  const second = store.contacts.linked(group.id)[1]!.id;
  expect(await store.safety.backup(signal)).toMatchObject({ kind: 'kept', strayed: 1 });
  expect(store.contacts.get(second)?.fields['name']).toBe('Ana 1');
  expect(await store.safety.backup(signal)).toMatchObject({ kind: 'kept', strayed: 0 });
});

test('one that is called off leaves nothing, and the account can be closed', async () => {
  const account = testAccount();
  const store = stocked(account, 3_000);
  const stopping = new AbortController();
  const backup = store.safety.backup(stopping.signal);
  await new Promise((resolve) => void setImmediate(resolve));
  stopping.abort();
  expect(await backup).toEqual({ kind: 'cancelled' });
  expect(backupsOf(account.files)).toEqual([]);
  store.close();
  expect(leftBehind(account)).toEqual([]);
});

test('the thread that checks says what a check here says', async () => {
  const account = testAccount();
  const store = stocked(account, 300);
  const contact = store.contacts.linked(store.groups.all()[0]!.id)[0]!;
  editContact(store, contact.id, { name: 'Eva' }, 'modify');
  store.close();
  expect(await checkedInBackground(account.path)).toEqual({ problem: null, strayed: 0 });
  const bytes = readFileSync(account.path);
  bytes.fill(0, 4096, 3 * 4096);
  writeFileSync(account.path, bytes);
  expect((await checkedInBackground(account.path)).problem).not.toBeNull();
});

test('backups come a while after the opening, then every few hours, one at a time', async () => {
  const account = testAccount();
  const store = stocked(account, 5);
  const clock = new HandClock();
  let taken = 0;
  const failures: unknown[] = [];
  const schedule = scheduleBackups({
    timer: clock,
    take: async (given) => {
      taken += 1;
      if (taken === 2) throw new Error('no room');
      return store.safety.backup(given);
    },
    onFailure: (error) => failures.push(error),
  });
  const rest = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (taken > 0 && taken !== 2) await schedule.now().catch(() => undefined);
  };
  expect(taken).toBe(0);
  clock.advance(firstBackupAfter - 1);
  expect(taken).toBe(0);
  clock.advance(1);
  expect(taken).toBe(1);
  const running = schedule.now();
  expect(schedule.now()).toBe(running);
  await running;
  clock.advance(backupEvery);
  expect(taken).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(failures).toHaveLength(1);
  clock.advance(backupEvery);
  expect(taken).toBe(3);
  await rest();
  await schedule.stop();
  const atEnd = taken;
  clock.advance(10 * backupEvery);
  expect(taken).toBe(atEnd);
  expect(backupsOf(account.files).length).toBeGreaterThan(0);
  expect(backupsOf(account.files)[0]!.takenAt).toBeGreaterThan(start);
});
