/** Taking back what has not left: nothing of it is sent. */
import { expect, test } from 'vitest';
import * as commands from '../../../../electron/store/commands.ts';
import { openTestStore, pulled } from '../testStore.ts';
import { ana, intents, ready, seen } from './stage.ts';
import { take } from './take.ts';

test('an edit that is undone leaves nothing to send', async () => {
  const { store, group, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  await take(store, 'undo');
  expect(seen(store, id)).toEqual(ana);
  expect(intents(store, group)).toEqual([]);
  await take(store, 'redo');
  expect(seen(store, id)?.['name']).toBe('Bea');
  expect(store.outbox.ofContact(id)).toHaveLength(1);
});

test('the second of two edits goes, the first one stays', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  commands.editContact(store, id, { city: 'Teruel' }, 'modify');
  await take(store, 'undo');
  expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
  expect(store.outbox.ofContact(id)).toHaveLength(1);
});

test('a deletion gives the contact back with the edits that it took along', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  commands.deleteContacts(store, [id]);
  await take(store, 'undo');
  expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
  expect(store.outbox.ofContact(id).map(({ intent }) => intent.kind)).toEqual(['editContact']);
});

test('many contacts are one step', async () => {
  const { store, group, id } = ready();
  const other = pulled(store, group, { mobile: '34601' });
  commands.deleteContacts(store, [id, other]);
  expect(store.undo.steps.next('undo')?.what).toEqual({
    kind: 'bulk',
    action: 'delete',
    count: 2,
  });
  const taken = await take(store, 'undo');
  expect(taken).toMatchObject({ restored: 2, left: 0, refused: 0 });
  expect([seen(store, id), seen(store, other)]).toEqual([ana, { mobile: '34601' }]);
});

test('a pull between an edit and its undo keeps what it brought', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  store.transaction(() => {
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, city: 'Lugo' });
    store.refold(id);
  });
  await take(store, 'undo');
  expect(seen(store, id)).toEqual({ ...ana, city: 'Lugo' });
});

test('a group that was never created comes back with all that was in it', async () => {
  const { store } = openTestStore();
  const { value: group } = commands.createGroup(store, {
    name: 'Nueva',
    type: 'mobile',
    columns: ['name'],
    country: 'ESP',
  });
  const { value: id } = commands.addContact(store, group, { mobile: '34600', name: 'Ana' });
  const before = intents(store, group);
  const creation = store.outbox.ofGroup(group)[0]!;
  commands.discard(store, creation.id);
  expect(store.groups.get(group)).toBeNull();
  await take(store, 'undo');
  expect(intents(store, group)).toEqual(before);
  expect(store.columns.of(group).map(({ name }) => name)).toEqual(['mobile', 'name']);
  expect(seen(store, id)).toEqual({ mobile: '34600', name: 'Ana' });
  await take(store, 'redo');
  expect(store.groups.get(group)).toBeNull();
});
