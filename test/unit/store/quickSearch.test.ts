import { describe, expect, test } from 'vitest';
import { runAtOnce } from '../../../electron/store/list/steps.ts';
import { deleteContacts } from '../../../electron/store/edits/contacts.ts';
import { deleteGroup } from '../../../electron/store/edits/groups.ts';
import { quickSearch } from '../../../electron/store/quickSearch.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

function twoGroups() {
  const { store } = openTestStore();
  const one = existingGroup(store, ['mobile', 'name', 'city'], '1');
  const other = existingGroup(store, ['mobile', 'name', 'city'], '2');
  return { store, one, other };
}
type Store = ReturnType<typeof openTestStore>['store'];
const find = (store: Store, text: string, perGroup = 5) =>
  runAtOnce(quickSearch(store, text, perGroup)).map(({ groupId, contacts, more }) => ({
    groupId,
    names: contacts.map(({ fields }) => fields['name']),
    more,
  }));

describe('a search over every group', () => {
  test('finds without accents, inside words and inside numbers, by group', () => {
    const { store, one, other } = twoGroups();
    pulled(store, one, { mobile: '34677123456', name: 'José Núñez' });
    pulled(store, one, { mobile: '34600000001', name: 'Ana', city: 'Alcoi' });
    pulled(store, other, { mobile: '+34 677 12 99 99', name: 'Josep' });
    for (const text of ['jose', 'JOSÉ', 'ose', '677 12', '+34 677-12', '0034 67712']) {
      expect(find(store, text), text).toEqual([
        { groupId: one, names: ['José Núñez'], more: false },
        { groupId: other, names: ['Josep'], more: false },
      ]);
    }
    expect(find(store, 'jose nunez 677')).toEqual([
      { groupId: one, names: ['José Núñez'], more: false },
    ]);
    expect(find(store, 'nobody')).toEqual([]);
    expect(find(store, '  ')).toEqual([]);
  });

  test('makes way before every group, whether anything is found there or not', () => {
    const { store, one } = twoGroups();
    pulled(store, one, { mobile: '1', name: 'Marina' });
    const pauses = (text: string): number => {
      const steps = quickSearch(store, text, 5);
      let count = 0;
      while (steps.next().done !== true) count += 1;
      return count;
    };
    expect(pauses('nobody')).toBe(2);
    expect(pauses('marina')).toBe(2);
  });

  test('one or two characters find too', () => {
    const { store, one } = twoGroups();
    pulled(store, one, { mobile: '1', name: 'Xi' });
    pulled(store, one, { mobile: '2', name: 'Ana' });
    expect(find(store, 'x')).toEqual([{ groupId: one, names: ['Xi'], more: false }]);
    expect(find(store, 'xi')).toEqual([{ groupId: one, names: ['Xi'], more: false }]);
  });

  test('puts names that begin with it first, and says when a group has more', () => {
    const { store, one } = twoGroups();
    pulled(store, one, { mobile: '1', name: 'Pere', city: 'Marina' });
    pulled(store, one, { mobile: '2', name: 'Ana Marina' });
    pulled(store, one, { mobile: '3', name: 'Marina' });
    expect(find(store, 'marina')[0]?.names).toEqual(['Marina', 'Ana Marina', 'Pere']);
    expect(find(store, 'marina', 2)).toEqual([
      { groupId: one, names: ['Marina', 'Ana Marina'], more: true },
    ]);
  });

  test('leaves out what is deleted here, contacts and groups', () => {
    const { store, one, other } = twoGroups();
    const gone = pulled(store, one, { mobile: '1', name: 'Marina' });
    pulled(store, one, { mobile: '2', name: 'Marina Dos' });
    pulled(store, other, { mobile: '3', name: 'Marina Tres' });
    deleteContacts(store, [gone]);
    deleteGroup(store, other);
    expect(find(store, 'marina')).toEqual([{ groupId: one, names: ['Marina Dos'], more: false }]);
  });

  test('a contact far down a large group is found', () => {
    const { store, one, other } = twoGroups();
    store.transaction(() => {
      for (let index = 0; index < 5_000; index += 1)
        pulled(store, one, { mobile: String(100_000 + index), name: 'Pere' });
      pulled(store, other, { mobile: '7', name: 'Marina' });
      pulled(store, one, { mobile: '8', name: 'Marina' });
    });
    expect(find(store, 'marina').map(({ groupId }) => groupId)).toEqual([one, other]);
    expect(find(store, 'mr')).toEqual([]);
    expect(find(store, 'ma').map(({ names }) => names)).toEqual([['Marina'], ['Marina']]);
  });

  test('says nothing of a group whose contact goes in a pause', () => {
    const { store, one } = twoGroups();
    const going = pulled(store, one, { mobile: '1', name: 'Xi' });
    store.transaction(() => {
      for (let index = 0; index < 2_500; index += 1)
        pulled(store, one, { mobile: String(100_000 + index), name: 'Pere' });
    });
    const steps = quickSearch(store, 'xi', 5);
    // Before the group, then behind the first part of it.
    steps.next();
    steps.next();
    store.contacts.remove(going);
    expect(runAtOnce(steps)).toEqual([]);
  });
});
