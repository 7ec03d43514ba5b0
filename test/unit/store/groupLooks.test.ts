import { expect, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import { arrangeGroups, forgetGroup, setColour } from '../../../electron/store/edits/groups.ts';
import { existingGroup, openTestStore, refusal } from './testStore.ts';

test('a colour and a place are kept over a restart, and go with the group', () => {
  const { store, path, changes } = openTestStore();
  const one = existingGroup(store, ['mobile'], '1');
  const other = existingGroup(store, ['mobile'], '2');
  setColour(store, one, 'teal');
  arrangeGroups(store, [other, one]);
  expect(changes.at(-1)?.groups).toBe(true);
  store.close();
  const again = openTestStore(path).store;
  expect([...again.groupLooks.all()]).toEqual(
    expect.arrayContaining([
      [one, { colour: 'teal', position: 1 }],
      [other, { colour: null, position: 0 }],
    ]),
  );
  arrangeGroups(again, []);
  expect(again.groupLooks.all().get(one)).toEqual({ colour: 'teal', position: null });
  forgetGroup(again, one);
  expect([...again.groupLooks.all().keys()]).toEqual([other]);
});

test('a group that has gone meanwhile is passed over in an order, and takes no colour', () => {
  const { store } = openTestStore();
  const one = existingGroup(store, ['mobile'], '1');
  const gone = '00000000-0000-7000-8000-00000000ffff' as GroupId;
  arrangeGroups(store, [gone, one]);
  expect([...store.groupLooks.all()]).toEqual([[one, { colour: null, position: 1 }]]);
  expect(refusal(() => setColour(store, gone, 'red'))).toMatchObject({ code: 'groupUnknown' });
});
