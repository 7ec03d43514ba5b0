/** Taking back what Afilnet has already: by the opposite, through the same queue. */
import { expect, test } from 'vitest';
import { mergeContacts } from '../../../../electron/duplicates/merge.ts';
import * as commands from '../../../../electron/store/commands.ts';
import { dropGroup, stripColumn } from '../../../../electron/store/edits/drop.ts';
import { pulled } from '../testStore.ts';
import { acknowledge, ana, intents, ready, refusedWith, seen } from './stage.ts';
import { take } from './take.ts';

test('an edit is undone by the opposite edit', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  acknowledge(store, id);
  await take(store, 'undo');
  expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
    { kind: 'editContact', changes: { name: { from: 'Bea', to: 'Ana' } }, carry: 'modify' },
  ]);
});

test('a value that someone else has changed since is left, and told', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea', city: 'Teruel' }, 'modify');
  acknowledge(store, id);
  store.transaction(() => {
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, {
      mobile: '34600',
      name: 'Eva',
      city: 'Teruel',
    });
    store.refold(id);
  });
  expect(await take(store, 'undo')).toMatchObject({ restored: 0, left: 1 });
  expect(seen(store, id)).toEqual({ mobile: '34600', name: 'Eva', city: 'Soria' });
});

test('an added contact is deleted, a deleted one is added again under the same local id', async () => {
  const { store, group, id } = ready();
  const { value: added } = commands.addContact(store, group, { mobile: '34601' });
  acknowledge(store, added);
  await take(store, 'undo');
  expect(store.outbox.ofContact(added).map(({ intent }) => intent.kind)).toEqual(['deleteContact']);
  commands.deleteContacts(store, [id]);
  acknowledge(store, id);
  expect(store.contacts.get(id)).toBeNull();
  await take(store, 'undo');
  expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
    { kind: 'addContact', fields: ana },
  ]);
});

test('a deletion that is taken back after it was carried out can be done again, and again be taken back', async () => {
  const { store, group, id } = ready();
  commands.deleteContacts(store, [id]);
  acknowledge(store, id);
  await take(store, 'undo');
  await take(store, 'redo');
  expect(intents(store, group)).toEqual([]);
  expect(store.contacts.get(id)).toBeNull();
  await take(store, 'undo');
  expect(intents(store, group)).toEqual([{ kind: 'addContact', fields: ana }]);
});

test('a deleted column that is added again is deleted again by a redo', async () => {
  const { store, group } = ready();
  commands.deleteColumn(store, group, 'city');
  store.transaction(() => {
    for (const entry of store.outbox.ofGroup(group)) store.outbox.remove(entry.id);
    store.columns.remove(group, 'city');
    stripColumn(store, group, 'city');
  });
  await take(store, 'undo');
  await take(store, 'redo');
  expect(intents(store, group)).toEqual([]);
  expect(store.columns.of(group).map(({ name }) => name)).not.toContain('city');
});

test('while a deletion is on its way the contact comes back under another id, and steps before it find it', async () => {
  const { store, group, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  acknowledge(store, id);
  commands.deleteContacts(store, [id]);
  store.transaction(() => store.outbox.setPhase(store.outbox.ofContact(id)[0]!.id, 'sending'));
  await take(store, 'undo');
  const back = store.contacts
    .byMainKey(group, '34600')
    .find((contact) => contact.id !== id && !contact.tombstone)!;
  expect(back.fields).toEqual({ ...ana, name: 'Bea' });
  await take(store, 'undo');
  expect(seen(store, back.id)).toEqual(ana);
});

test('a deleted column comes back with its values', async () => {
  const { store, group, id } = ready();
  commands.deleteColumn(store, group, 'city');
  store.transaction(() => {
    for (const entry of store.outbox.ofGroup(group)) store.outbox.remove(entry.id);
    store.columns.remove(group, 'city');
    stripColumn(store, group, 'city');
  });
  expect(seen(store, id)).toEqual({ mobile: '34600', name: 'Ana' });
  await take(store, 'undo');
  expect(intents(store, group)).toEqual([
    { kind: 'addColumn', column: 'city' },
    { kind: 'editContact', changes: { city: { from: '', to: 'Soria' } }, carry: 'modify' },
  ]);
  expect(seen(store, id)).toEqual(ana);
});

test('a deleted group is created anew with all it held', async () => {
  const { store, group, id } = ready();
  commands.deleteGroup(store, group);
  expect(store.groups.get(group)?.state).toBe('deleting');
  store.transaction(() => dropGroup(store, group));
  await take(store, 'undo');
  expect(intents(store, group)).toEqual([
    { kind: 'createGroup', name: 'Campo', type: 'mobile', columns: ['mobile', 'name', 'city'] },
    { kind: 'addContact', fields: ana },
  ]);
  expect(seen(store, id)).toEqual(ana);
  expect(store.columns.of(group).map(({ name }) => name)).toEqual(['mobile', 'name', 'city']);
  await take(store, 'redo');
  expect(store.groups.get(group)).toBeNull();
});

test('a group whose deletion has not left is as it was, unsent edits too', async () => {
  const { store, group, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  commands.deleteGroup(store, group);
  await take(store, 'undo');
  expect(store.groups.get(group)?.state).toBe('saved');
  expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
  expect(intents(store, group)).toHaveLength(1);
  await take(store, 'redo');
  expect(store.groups.get(group)?.state).toBe('deleting');
  expect(intents(store, group)).toEqual([{ kind: 'deleteGroup' }]);
});

test('a first country that was sent cannot be taken away, and says so', async () => {
  const { store, group } = ready();
  commands.assignCountry(store, group, 'ESP');
  store.transaction(() => store.outbox.remove(store.outbox.ofGroup(group)[0]!.id));
  expect(await refusedWith(take(store, 'undo'))).toBe('undoImpossible');
  expect(store.groups.get(group)?.country).toBe('ESP');
});

test('a refused inverse of one contact says why and changes nothing', async () => {
  const { store, group, id } = ready();
  commands.deleteContacts(store, [id]);
  acknowledge(store, id);
  pulled(store, group, { mobile: '34600' });
  expect(await refusedWith(take(store, 'undo'))).toBe('mainFieldTaken');
  expect(store.contacts.get(id)).toBeNull();
  expect(intents(store, group)).toEqual([]);
});

test.each([0, 1])(
  'a main field that went over is taken back and forth, whichever is first: %i',
  async (first) => {
    const { store, group, id } = ready();
    const other = pulled(store, group, { mobile: '34601', name: 'Ana María', city: '' });
    const [keep, gone] = first === 0 ? [id, other] : [other, id];
    const before = [seen(store, keep), seen(store, gone)];
    const fields = { mobile: before[1]!['mobile']! };
    mergeContacts(store, { keep: keep!, remove: [gone!], fields, carry: 'modify' });
    acknowledge(store, keep!);
    acknowledge(store, gone!);
    expect(await take(store, 'undo')).toMatchObject({ refused: 0, why: null });
    expect([seen(store, keep!), seen(store, gone!)]).toEqual(before);
    expect(await take(store, 'redo')).toMatchObject({ refused: 0, why: null });
    expect([seen(store, keep!)?.['mobile'], seen(store, gone!)]).toEqual([fields.mobile, null]);
  },
);
