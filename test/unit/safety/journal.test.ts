/** The journal follows the store: nothing saved is missing from it, nothing is in it that was not committed. */
import {
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { expect, test } from 'vitest';
import type { ServerId } from '#shared/domain/ids.ts';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { createGroup, setLabel } from '../../../electron/store/edits/groups.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { testAccount } from './files.ts';

test('an edit is in the journal when the call returns, with its group and its contact', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const ana = pulled(store, group, { mobile: '34600', name: 'Ana' });
  editContact(store, ana, { name: 'Eva' }, 'modify');
  const state = account.journal();
  expect([...state.entries.values()]).toEqual([
    expect.objectContaining({
      groupId: group,
      contactId: ana,
      intent:
        '{"kind":"editContact","changes":{"name":{"from":"Ana","to":"Eva"}},"carry":"modify"}',
    }),
  ]);
  expect(state.groups.get(group)).toMatchObject({
    serverId: '77',
    label: 'Campo',
    type: 'mobile',
    columns: [
      ['mobile', 'saved'],
      ['name', 'saved'],
      ['city', 'saved'],
    ],
  });
  expect(state.contacts.get(ana)).toMatchObject({
    serverId: 's34600',
    base: '{"mobile":"34600","name":"Ana"}',
  });
});

test('what is taken back is not in it', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const before = account.journalText();
  expect(() =>
    store.transaction(() => {
      addContact(store, group, { mobile: '1' });
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(account.journalText()).toBe(before);
  addContact(store, group, { mobile: '2' });
  expect([...account.journal().entries.values()]).toHaveLength(1);
});

test('the label of a group, an id that the server gave, a base that a pull brought', () => {
  const account = testAccount();
  const store = account.open();
  const group = createGroup(store, { name: 'Ruta', type: 'mobile', columns: [], country: 'ESP' });
  const contact = addContact(store, group, { mobile: '34600' });
  setLabel(store, group, 'Ruta norte');
  store.transaction(() => {
    store.groups.setServerId(group, '9' as ServerId);
    store.contacts.setBase(contact, 's1' as ServerId, { mobile: '34600' });
  });
  const state = account.journal();
  expect(state.groups.get(group)).toMatchObject({
    serverId: '9',
    label: 'Ruta norte',
    country: 'ESP',
    state: 'saved',
  });
  expect(state.contacts.get(contact)).toMatchObject({ serverId: 's1', base: '{"mobile":"34600"}' });
});

test('contacts that nobody edited cost the journal nothing', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const before = account.journalText();
  const ana = pulled(store, group, { mobile: '34600' });
  store.transaction(() => store.contacts.setBase(ana, 's1' as ServerId, { mobile: '34601' }));
  store.transaction(() => store.groups.setPulled(group));
  expect(account.journalText()).toBe(before);
});

test('an entry is told once to have left, and a later failure takes nothing back', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  addContact(store, group, { mobile: '34600' });
  const [entry] = store.outbox.ofGroup(group);
  store.transaction(() => store.outbox.setPhase(entry!.id, 'sending'));
  expect([...account.journal().left]).toEqual([entry!.id]);
  const told = account.journalText();
  for (const phase of ['waiting', 'sending', 'sent'] as const) {
    store.transaction(() => store.outbox.setPhase(entry!.id, phase));
  }
  expect(account.journalText()).toBe(told);
});

test('a change outside of a transaction is written with the next one, or at the end', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const intent = { kind: 'addColumn', column: 'street' } as const;
  const first = store.outbox.add({ groupId: group, contactId: null, intent });
  addContact(store, group, { mobile: '1' });
  expect(account.journal().entries.has(first)).toBe(true);
  const second = store.outbox.add({ groupId: group, contactId: null, intent });
  store.close();
  expect(account.journal().entries.has(second)).toBe(true);
  expect(account.open().safety.report()).toBeNull();
});

test('a journal that has grown is made anew, and says the same', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const ana = addContact(store, group, { mobile: '34600' });
  let largest = 0;
  let shrunk = 0;
  let before = 0;
  for (let turn = 0; turn < 1_500; turn += 1) {
    editContact(store, ana, { name: `Ana ${turn} ${'x'.repeat(300)}` }, 'modify');
    const { size } = statSync(account.files.journal);
    if (size < before) shrunk += 1;
    before = size;
    largest = Math.max(largest, size);
  }
  expect(shrunk).toBeGreaterThan(0);
  expect(largest).toBeLessThan(300_000);
  const state = account.journal();
  expect(state.intact).toBe(true);
  expect([...state.entries.values()][0]?.intent).toContain('Ana 1499 ');
  expect(existsSync(`${account.files.journal}.new`)).toBe(false);
});

test('a clean end and a new opening leave it as it is', () => {
  const account = testAccount();
  const store = account.open();
  addContact(store, existingGroup(store), { mobile: '34600' });
  store.close();
  const before = account.journalText();
  account.open().close();
  expect(account.journalText()).toBe(before);
});

test('a database without a journal gets one', () => {
  const account = testAccount();
  const store = account.open();
  addContact(store, existingGroup(store), { mobile: '34600' });
  store.close();
  const before = account.journal();
  rmSync(account.files.journal);
  const again = account.open();
  expect(again.safety.report()).toBeNull();
  expect(account.journal().entries).toEqual(before.entries);
  expect(account.journal().groups).toEqual(before.groups);
});

test('a crash between the commit and the journal: the database is the truth', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  addContact(store, group, { mobile: '34600' });
  const { size } = statSync(account.files.journal);
  const second = addContact(store, group, { mobile: '34601' });
  truncateSync(account.files.journal, size + 30);
  const crashed = account.crashed();
  const again = crashed.open();
  expect(again.safety.report()).toBeNull();
  expect(again.outbox.ofContact(second)).toHaveLength(1);
  expect(crashed.journal().contacts.has(second)).toBe(true);
  expect(crashed.journal().intact).toBe(true);
});

test('unreadable lines are told, kept aside, and made anew from the database', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  addContact(store, group, { mobile: '34600' });
  addContact(store, group, { mobile: '34601' });
  store.close();
  const damaged = account.journalText().replace('34600', '34699');
  writeFileSync(account.files.journal, damaged);
  const again = account.open();
  const report = again.safety.report();
  expect(report).toMatchObject({ journalLinesSkipped: expect.any(Number), entriesRebuilt: 0 });
  expect(report!.journalLinesSkipped).toBeGreaterThan(0);
  expect(again.outbox.counts().waiting).toBe(2);
  expect(account.journal()).toMatchObject({ skipped: 0, intact: true });
  const aside = `${account.folder}/${report!.setAside}/mirror.outbox.journal`;
  expect(readFileSync(aside, 'utf8')).toBe(damaged);
  again.safety.dismissReport();
  expect(again.safety.report()).toBeNull();
});

test.skipIf(process.platform !== 'linux')(
  'no room for the journal: what is saved stays saved, and the journal catches up',
  () => {
    const account = testAccount();
    const store = account.open();
    const group = existingGroup(store);
    store.close();
    rmSync(account.files.journal);
    // Every write to it fails for lack of room.
    symlinkSync('/dev/full', account.files.journal);
    writeFileSync(account.files.openMark, '');
    const full = account.open();
    const contact = addContact(full, group, { mobile: '34600' });
    expect(full.outbox.ofContact(contact)).toHaveLength(1);
    full.close();
    rmSync(account.files.journal);
    const again = account.open();
    expect(again.outbox.ofContact(contact)).toHaveLength(1);
    expect(account.journal().contacts.has(contact)).toBe(true);
  },
);

test('deleting what was never sent takes it out of the journal too', () => {
  const account = testAccount();
  const store = account.open();
  const contact = addContact(store, existingGroup(store), { mobile: '34600' });
  deleteContacts(store, [contact]);
  expect(account.journal().entries.size).toBe(0);
});

test('it is written anew when much of it is over, and not while all of it still stands', () => {
  const account = testAccount();
  const store = account.open();
  const group = existingGroup(store);
  const snapshots = (): number => account.journalText().split('"kind":"snapshot"').length - 1;
  const before = snapshots();
  const serials = Array.from({ length: 1_500 }, (_, at) => at);
  const ids = serials.flatMap((serial) =>
    serial % 50 > 0
      ? []
      : store.transaction(() =>
          serials
            .slice(serial, serial + 50)
            .map((one) => addContact(store, group, { mobile: String(one), name: 'Ana' })),
        ),
  );
  const grown = account.journalText().length;
  expect(grown).toBeGreaterThan(256 * 1024);
  expect(snapshots()).toBe(before);
  expect(account.journal().entries.size).toBe(ids.length);
  for (const id of ids.slice(0, -10)) deleteContacts(store, [id]);
  for (let time = 0; time < 400; time += 1)
    for (const id of ids.slice(-10)) editContact(store, id, { name: `Eva ${time}` }, 'modify');
  expect(account.journalText().length).toBeLessThan(grown);
  expect(account.journal().entries.size).toBe(10);
});
