/** What was sealed at a clean end is not compared again; whatever is not as it was sealed is. */
import Sqlite from 'better-sqlite3';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { createGroup } from '../../../electron/store/edits/groups.ts';
import { closeJournal, type Bounds } from '../../../electron/store/safety/closing.ts';
import { openJournalFile } from '../../../electron/store/safety/journal/journalFile.ts';
import { recorderOn } from '../../../electron/store/safety/journal/recorder.ts';
import {
  databaseDigest,
  digestOf,
  journalBytes,
  readSeal,
  sealOfJournal,
  writeSeal,
} from '../../../electron/store/safety/seal.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { testAccount, type TestAccount } from './files.ts';

/** An account with an add of `name`, closed. */
function closed(account: TestAccount, name = 'Ana'): void {
  const store = account.open();
  addContact(store, existingGroup(store), { mobile: '34600', name });
  store.close();
}

/** Changes a value behind the application's back, and leaves the file well formed. */
function alter({ path }: TestAccount, sql: string): void {
  const db = new Sqlite(path);
  db.exec(sql);
  db.close();
}

/** Seals the files as they are now, right or wrong. */
function sealAgain({ files, path }: TestAccount): void {
  const db = new Sqlite(path, { readonly: true });
  writeSeal(files, { ...readSeal(files)!, database: databaseDigest(db) });
  db.close();
}

/** With a right checksum. */
function resealed(text: string): string {
  const body = text.slice(text.indexOf('\n') + 1);
  return `${digestOf(body)}\n${body}`;
}

const otherName = `UPDATE contacts SET fields = replace(fields, 'Ana', 'Eva')`;

/** What is seen of the contact that was added; nothing of one that is to be deleted. */
function nameIn(account: TestAccount): string | undefined {
  const store = account.open();
  const contact = store.contacts.get(store.outbox.page('all', 0, 1)[0]!.contactId!);
  store.close();
  return contact?.tombstone === false ? contact.fields['name'] : undefined;
}

test('a clean end seals the database and its journal as they are', () => {
  const account = testAccount();
  closed(account);
  const db = new Sqlite(account.path, { readonly: true });
  expect(readSeal(account.files)).toMatchObject({
    journal: digestOf(journalBytes(account.files)),
    database: databaseDigest(db),
    left: [],
  });
  db.close();
});

test('what is sealed is taken as it is: nothing is compared and nothing mended', () => {
  const account = testAccount();
  closed(account);
  alter(account, otherName);
  sealAgain(account);
  // Only a seal that was made for it makes a wrong value stand.
  expect(nameIn(account)).toBe('Eva');
});

test.each([
  ['a value that is seen', otherName],
  ['a tombstone', 'UPDATE contacts SET tombstone = 1'],
])('%s that changed by itself behind the seal is mended', (_what, sql) => {
  const account = testAccount();
  closed(account);
  alter(account, sql);
  expect(nameIn(account)).toBe('Ana');
});

test.each([
  ['an intent', `UPDATE outbox SET intent = replace(intent, 'Ana', 'Eva')`],
  ['the group of an entry', `UPDATE outbox SET step = step + 1`],
  ['the label of a group', `UPDATE groups SET label = label || 'x'`],
  ['a column', `UPDATE group_columns SET name = name || 'x' WHERE position > 0`],
  ['the number of the journal', `UPDATE facts SET value = '0' WHERE name = 'journal'`],
])('%s that changed by itself behind the seal leads to a recovery', (_what, sql) => {
  const account = testAccount();
  closed(account);
  alter(account, sql);
  const store = account.open();
  expect(store.safety.report()).not.toBeNull();
  expect(store.contacts.get(store.outbox.page('all', 0, 1)[0]!.contactId!)?.fields['name']).toBe(
    'Ana',
  );
});

test('a journal that changed behind the seal is read, and told', () => {
  const account = testAccount();
  closed(account);
  writeFileSync(account.files.journal, account.journalText().replace('34600', '34699'));
  expect(sealOfJournal(account.files)).toBeNull();
  expect(account.open().safety.report()?.journalLinesSkipped).toBeGreaterThan(0);
});

test.each([
  ['nothing', () => ''],
  ['no seal', () => 'no seal'],
  ['another shape', () => `${digestOf('{}')}\n{}`],
  ['another letter in it', (text: string) => text.replace('"left":[]', '"left":["a"]')],
  ['another version', (text: string) => resealed(text.replace('"format":"1 ', '"format":"0 '))],
])('a seal with %s is none', (_what, altered) => {
  const account = testAccount();
  closed(account);
  const good = readFileSync(account.files.seal, 'utf8');
  const bad = altered(good);
  expect(bad).not.toBe(good);
  writeFileSync(account.files.seal, bad);
  expect(sealOfJournal(account.files)).toBeNull();
  expect(nameIn(account)).toBe('Ana');
  // The clean end behind it made a good one.
  expect(sealOfJournal(account.files)).not.toBeNull();
});

test('after an end that was not clean the seal counts for nothing', () => {
  const account = testAccount();
  closed(account);
  alter(account, otherName);
  sealAgain(account);
  writeFileSync(account.files.openMark, '');
  expect(nameIn(account)).toBe('Ana');
});

test.each([
  ['journal and database', `UPDATE outbox SET intent = replace(intent, 'Ana', 'Eva')`],
  ['what is seen and what follows from the queue', otherName],
])('where %s are not the same at the end, nothing is sealed', (_what, sql) => {
  const account = testAccount();
  closed(account);
  const store = account.open();
  rmSync(account.files.seal);
  alter(account, sql);
  store.close();
  expect(existsSync(account.files.seal)).toBe(false);
  expect(nameIn(account)).toBe('Ana');
});

test('a base that changed by itself while it was open is neither sealed nor journalled as it is', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const id = pulled(store, group, { mobile: '34600', name: 'Ana' });
  editContact(store, id, { city: 'Soria' }, 'modify');
  store.close();
  const open = account.open();
  alter(account, `UPDATE contacts SET base = replace(base, 'Ana', 'Eva')`);
  const before = account.journalText();
  open.close();
  expect(account.journalText()).toBe(before);
  const again = account.open();
  expect(again.safety.report()).not.toBeNull();
  expect(again.contacts.get(id)?.fields).toMatchObject({ name: 'Ana', city: 'Soria' });
});

test.each([{ entries: 0 }, { journal: 100 }])('what is over %o is not sealed any more', (bound) => {
  const account = testAccount();
  closed(account);
  const db = new Sqlite(account.path);
  const recorder = recorderOn(db, openJournalFile(account.files.journal), []);
  const most: Bounds = { entries: 1, journal: 1e9 };
  closeJournal(db, account.files, recorder, most);
  expect(existsSync(account.files.seal)).toBe(true);
  closeJournal(db, account.files, recorder, { ...most, ...bound });
  expect(existsSync(account.files.seal)).toBe(false);
  db.close();
});

test('damage that is known already is not sealed', () => {
  const account = testAccount();
  closed(account);
  rmSync(account.files.seal);
  const store = account.open();
  writeFileSync(account.files.damageMark, 'seen\n');
  store.close();
  expect(existsSync(account.files.seal)).toBe(false);
});

test('a creation that has left is known to have left through a sealed start and a journal made anew', () => {
  const account = testAccount();
  const store = account.open();
  createGroup(store, { name: 'Ruta', type: 'mobile', columns: ['name'], country: null });
  const creation = store.outbox.page('all', 0, 10)[0]!;
  store.transaction(() => store.outbox.setPhase(creation.id, 'sending'));
  store.transaction(() => store.outbox.setPhase(creation.id, 'waiting'));
  store.close();
  expect(readSeal(account.files)?.left).toEqual([creation.id]);

  const again = account.open();
  const contact = addContact(again, existingGroup(again), { mobile: '34600' });
  const before = account.journalText().split('"kind":"left"').length;
  for (let turn = 0; turn < 1_500; turn += 1) {
    editContact(again, contact, { name: `Ana ${turn} ${'x'.repeat(300)}` }, 'modify');
  }
  expect(before).toBe(2);
  expect(account.journalText()).not.toContain('"Ana 0 ');
  again.close();
  rmSync(account.path);
  expect(account.open().outbox.get(creation.id)?.phase).toBe('unknown');
});
