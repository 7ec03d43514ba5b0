import { expect, test } from 'vitest';
import type { GroupId, ViewId } from '#shared/domain/ids.ts';
import { usual, type ListLayout } from '#shared/domain/listLayout.ts';
import type { ListLook } from '#shared/ipc/listView.ts';
import { existingGroup, openTestStore, refusal } from './testStore.ts';

const layout: ListLayout = [
  usual({ kind: 'main' }),
  { ...usual({ kind: 'field', name: 'city' }), width: 300, hidden: true },
];
const look: ListLook = {
  filter: { kind: 'sync', states: ['waiting'], not: false },
  sort: { by: { kind: 'main' }, direction: 'down' },
  layout: [...layout],
};
const of = (groupId: GroupId) => ({ kind: 'group', groupId }) as const;
const all = { kind: 'all' } as const;

test('a layout belongs to one list and is there after a restart', () => {
  const first = openTestStore();
  const group = existingGroup(first.store);
  first.store.listViews.setLayout(of(group), layout);
  first.store.close();
  const { store } = openTestStore(first.path);
  expect(store.listViews.layout(of(group))).toEqual(layout);
  expect(store.listViews.layout(all)).toBeNull();
  store.listViews.setLayout(of(group), null);
  expect(store.listViews.layout(of(group))).toBeNull();
});

test('views are saved, changed, renamed and deleted, each name once in a list', () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const { listViews } = store;
  const mine = listViews.saveView(of(group), null, 'En Soria', look);
  listViews.saveView(all, null, 'En Soria', look);
  const again = () => listViews.saveView(of(group), null, 'En Soria', look);
  expect(refusal(again).code).toBe('viewNameTaken');
  const plain: ListLook = { filter: null, sort: null, layout: [] };
  expect(listViews.saveView(of(group), mine, 'Todo', plain)).toBe(mine);
  expect(listViews.views(of(group))).toEqual([{ id: mine, name: 'Todo', look: plain }]);
  const unknown = '00000000-0000-7000-8000-ffffffffffff' as ViewId;
  expect(refusal(() => listViews.saveView(all, unknown, 'x', plain)).code).toBe('viewUnknown');
  listViews.deleteView(of(group), mine);
  expect(listViews.views(of(group))).toEqual([]);
  expect(listViews.views(all)).toHaveLength(1);
});

test('what was remembered of a group goes with the group', () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  store.listViews.setLayout(of(group), layout);
  store.listViews.saveView(of(group), null, 'x', look);
  store.listViews.setLayout(all, layout);
  store.groups.remove(group);
  expect(store.listViews.layout(of(group))).toBeNull();
  expect(store.listViews.views(of(group))).toEqual([]);
  expect(store.listViews.layout(all)).toEqual(layout);
});
