/** How a group looks here: its name and colour are one step, and come back with it. */
import { expect, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import * as commands from '../../../../electron/store/commands.ts';
import { dropGroup } from '../../../../electron/store/edits/drop.ts';
import { arrangeGroups, deleteGroup, setColour } from '../../../../electron/store/edits/groups.ts';
import { ready } from './stage.ts';
import { take } from './take.ts';

const lookOf = (store: AccountStore, group: GroupId): unknown => [
  store.groups.get(group)?.label,
  store.groupLooks.all().get(group) ?? null,
];

test('name and colour are one step, and the place in the sidebar is none of it', async () => {
  const { store, group } = ready();
  const label = store.groups.get(group)!.label;
  expect(commands.setLook(store, group, { label, colour: null }).stepId).toBeNull();
  commands.setLook(store, group, { label: 'Norte', colour: 'teal' });
  arrangeGroups(store, [group]);
  await take(store, 'undo');
  expect(lookOf(store, group)).toEqual([label, { colour: null, position: 0 }]);
  await take(store, 'redo');
  expect(lookOf(store, group)).toEqual(['Norte', { colour: 'teal', position: 0 }]);
  // What was chosen since stays.
  setColour(store, group, 'red');
  await take(store, 'undo');
  expect(lookOf(store, group)).toEqual([label, { colour: 'red', position: 0 }]);
});

test.each(['sent', 'not sent'])('a deleted group comes back as it looked: %s', async (sent) => {
  const { store, group } = ready();
  commands.setLook(store, group, { label: 'Norte', colour: 'teal' });
  arrangeGroups(store, [group]);
  const before = lookOf(store, group);
  commands.deleteGroup(store, group);
  if (sent === 'sent') store.transaction(() => dropGroup(store, group));
  await take(store, 'undo');
  expect(lookOf(store, group)).toEqual(before);
});

test('a group that was only here comes back as it looked', async () => {
  const { store } = ready();
  const { value: group } = commands.createGroup(store, {
    name: 'Sur',
    type: 'mobile',
    columns: [],
    country: null,
  });
  commands.setLook(store, group, { label: 'Sur', colour: 'teal' });
  const before = lookOf(store, group);
  commands.deleteGroup(store, group);
  expect(store.groups.get(group)).toBeNull();
  await take(store, 'undo');
  expect(lookOf(store, group)).toEqual(before);
});

test('the order of the groups is a step, as far as the groups are still there', async () => {
  const { store, clock, group } = ready();
  const [second, third] = ['Sur', 'Este'].map(
    (name) =>
      commands.createGroup(store, { name, type: 'mobile', columns: [], country: null }).value,
  ) as [GroupId, GroupId];
  const order = (): unknown =>
    [group, second, third].map((id) => store.groupLooks.all().get(id)?.position ?? null);
  commands.arrangeGroups(store, [third, group, second]);
  clock.now += 60_000;
  // A group that is moved on and on is moved once.
  commands.arrangeGroups(store, [group, third, second]);
  commands.arrangeGroups(store, [group, second, third]);
  await take(store, 'undo');
  expect(order()).toEqual([1, 2, 0]);
  await take(store, 'redo');
  expect(order()).toEqual([0, 1, 2]);
  await take(store, 'undo');
  await take(store, 'undo');
  expect(order()).toEqual([null, null, null]);
  // After something was undone it is a new one.
  await take(store, 'redo');
  commands.arrangeGroups(store, [second, third, group]);
  expect(store.undo.steps.next('redo')).toBeNull();
  deleteGroup(store, third);
  expect(store.groups.get(third)).toBeNull();
  await take(store, 'undo');
  expect(order()).toEqual([1, 2, null]);
});
