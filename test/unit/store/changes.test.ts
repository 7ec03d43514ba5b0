import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openAccountStore, type AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, deleteContacts } from '../../../electron/store/edits/contacts.ts';
import { createGroup } from '../../../electron/store/edits/groups.ts';
import {
  countingIds,
  existingGroup,
  openTestStore,
  refusal,
  temporaryFolder,
} from './testStore.ts';

test('a change is told once, after the commit, with the groups that it touched', () => {
  const { store, changes } = openTestStore();
  const one = existingGroup(store);
  const two = existingGroup(store, ['mobile'], '78');
  changes.length = 0;
  store.transaction(() => {
    addContact(store, one, { mobile: '1' });
    addContact(store, two, { mobile: '2' });
    createGroup(store, { name: 'x', type: 'mobile', columns: [], country: null });
    expect(changes).toEqual([]);
  });
  expect(changes).toEqual([
    { contactsOf: new Set([one, two]), groups: true, outbox: true, undo: false },
  ]);
});

test('what was taken back is never told, nor carried into the next change', () => {
  const { store, changes } = openTestStore();
  const group = existingGroup(store);
  changes.length = 0;
  expect(() =>
    store.transaction(() => {
      addContact(store, group, { mobile: '1' });
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  refusal(() => addContact(store, group, {}));
  expect(changes).toEqual([]);
  expect(store.contacts.count(group)).toBe(0);
  store.transaction(() => store.touch.groups());
  expect(changes).toEqual([{ contactsOf: new Set(), groups: true, outbox: false, undo: false }]);
});

test('a transaction that touched nothing tells nothing', () => {
  const { store, changes } = openTestStore();
  store.transaction(() => store.groups.all());
  deleteContacts(store, []);
  expect(changes.filter(({ contactsOf }) => contactsOf.size > 0)).toEqual([]);
});

test('who is told may read and write: it is another transaction, told in its turn', () => {
  const told: boolean[] = [];
  const store: AccountStore = openAccountStore({
    path: join(temporaryFolder(), 'account.db'),
    now: () => 1,
    newId: countingIds(),
    onChange: ({ outbox }) => {
      told.push(outbox);
      if (outbox) store.transaction(() => store.touch.groups());
    },
  });
  onTestFinished(() => store.close());
  const group = existingGroup(store);
  addContact(store, group, { mobile: '1' });
  expect(told).toEqual([false, true, false]);
});
