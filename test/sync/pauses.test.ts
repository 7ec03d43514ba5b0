/** A large group and a long queue are worked through bit by bit, so that the window is never kept waiting. */
import { expect, it } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import { addContact, editContact } from '../../electron/store/edits/contacts.ts';
import { deleteColumn } from '../../electron/store/edits/groups.ts';
import { reconcile } from '../../electron/sync/reconcile.ts';
import { pulledGroup, workshop, type Workshop } from './workshop.ts';

const people = Array.from({ length: 1_000 }, (_, index) => ({
  mobile: String(34600300000 + index),
  name: 'Persona',
  city: 'Valencia',
}));

function rows({ store }: Workshop, groupId: GroupId) {
  const query = {
    scope: { kind: 'group', groupId },
    search: '',
    sort: null,
    onlyUnsent: false,
  } as const;
  return store.list.window(query, 0, 2_000);
}

it('a thousand acknowledgements let other work run at least ten times', async () => {
  const shop = await workshop();
  const { store } = shop;
  const { groupId } = await pulledGroup(shop, people);
  for (const { id } of rows(shop, groupId)) editContact(store, id, { name: 'Otra' }, 'modify');
  const remote = rows(shop, groupId).map(({ serverId, fields }) => ({ id: serverId!, fields }));
  let pauses = 0;
  const reconciled = await reconcile(store, store.groups.get(groupId)!, remote, {
    onProgress: () => undefined,
    pause: async () => {
      pauses += 1;
    },
    signal: new AbortController().signal,
    retryAt: () => 0,
    attempts: 8,
  });
  expect(reconciled).toBe('applied');
  expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  expect(pauses).toBeGreaterThanOrEqual(10);
});

it('an edit made between two of them stays queued', async () => {
  const shop = await workshop();
  const { store } = shop;
  const { groupId } = await pulledGroup(shop, people.slice(0, 300));
  const seen = rows(shop, groupId);
  for (const { id } of seen) editContact(store, id, { name: 'Otra' }, 'modify');
  for (const { id } of store.outbox.ofGroup(groupId)) store.outbox.setPhase(id, 'sent');
  const remote = seen.map(({ serverId, fields }) => ({
    id: serverId!,
    fields: { ...fields, name: 'Otra' },
  }));
  const edited = new Set<string>();
  let turn = 0;
  await reconcile(store, store.groups.get(groupId)!, remote, {
    onProgress: () => undefined,
    pause: async () => {
      for (const { id } of [seen[turn]!, seen.at(-1 - turn)!]) {
        editContact(store, id, { city: `Gandia ${turn}` }, 'modify');
        edited.add(id);
      }
      addContact(store, groupId, { mobile: String(34600900000 + turn) });
      turn += 1;
    },
    signal: new AbortController().signal,
    retryAt: () => 0,
    attempts: 8,
  });
  expect(turn).toBeGreaterThan(3);
  const left = store.outbox.ofGroup(groupId);
  const edits = left.filter(({ intent }) => intent.kind === 'editContact');
  expect(new Set(edits.map(({ contactId }) => contactId))).toEqual(edited);
  expect(left.length - edits.length).toBe(turn);
  expect(left.every(({ phase }) => phase === 'waiting')).toBe(true);
});

it('a deleted column leaves every contact, and what was written in it goes along', async () => {
  const shop = await workshop();
  const { groupId } = await pulledGroup(shop, people);
  deleteColumn(shop.store, groupId, 'city');
  await shop.engine.syncNow();
  expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  expect(shop.store.contacts.withColumn(groupId, 'city')).toEqual([]);
  expect(
    shop.store.list.window(
      { scope: { kind: 'group', groupId }, search: 'valencia', sort: null, onlyUnsent: false },
      0,
      10,
    ),
  ).toEqual([]);
});
