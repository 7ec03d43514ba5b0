/** Steps about a group that is being deleted, or has gone from this machine. */
import { expect, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import * as commands from '../../../../electron/store/commands.ts';
import * as contacts from '../../../../electron/store/edits/contacts.ts';
import { addColumn, forgetGroup } from '../../../../electron/store/edits/groups.ts';
import { existingGroup, pulled } from '../testStore.ts';
import { ana, intents, ready, refusedWith, seen } from './stage.ts';
import { take } from './take.ts';

/** As the sync does it when all of it has arrived. */
function send(store: AccountStore, group: GroupId): void {
  store.transaction(() => {
    for (const { id } of store.outbox.ofGroup(group)) store.outbox.remove(id);
  });
}

test('what of a group was not sent comes back with it', async () => {
  const { store, group, id } = ready();
  commands.addColumn(store, group, 'notes');
  commands.assignCountry(store, group, 'ESP');
  commands.editContact(store, id, { notes: 'Viernes' }, 'modify');
  const before = [intents(store, group), store.columns.of(group), store.groups.get(group)];
  commands.deleteGroup(store, group);
  await take(store, 'undo');
  expect([intents(store, group), store.columns.of(group), store.groups.get(group)]).toEqual(before);
  expect(seen(store, id)).toEqual({ ...ana, notes: 'Viernes' });
});

test('a forgotten group is not made again, and nothing of it stands in the way', async () => {
  const { store, group, id } = ready();
  const other = existingGroup(store, ['mobile', 'city'], '78');
  const there = pulled(store, other, { mobile: '34700', city: 'Soria' });
  const { value: created } = commands.createGroup(store, {
    name: 'Sur',
    type: 'mobile',
    columns: [],
    country: null,
  });
  send(store, created);
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  commands.setLook(store, other, { label: 'Norte', colour: null });
  commands.editContact(store, there, { city: 'Lugo' }, 'modify');
  commands.arrangeGroups(store, [other]);
  send(store, other);
  forgetGroup(store, other);
  forgetGroup(store, created);
  await take(store, 'undo');
  expect(seen(store, id)).toEqual(ana);
  expect(await refusedWith(take(store, 'undo'))).toBe('nothingToUndo');
  await take(store, 'redo');
  expect(store.groups.all().map((one) => one.id)).toEqual([group]);
});

test('what a step did to groups that are still there is taken back all the same', async () => {
  const { store, group, id } = ready();
  const target = existingGroup(store, ['mobile', 'name'], '78');
  const step = store.undo.open({ kind: 'bulk', action: 'move', count: 1 });
  step.run(() => {
    addColumn(store, target, 'city');
    contacts.addContact(store, target, ana);
    contacts.deleteContacts(store, [id]);
  });
  send(store, target);
  forgetGroup(store, target);
  expect(await take(store, 'undo')).toMatchObject({ restored: 1, refused: 1 });
  expect(seen(store, id)).toEqual(ana);
  expect(intents(store, group)).toEqual([]);
});
