/** Taking back what stands before the user, and the answers that were given. */
import { expect, test } from 'vitest';
import type { Question } from '#shared/domain/entryState.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import * as commands from '../../../../electron/store/commands.ts';
import { openTestStore } from '../testStore.ts';
import { acknowledge, ana, intents, ready, refusedWith, seen } from './stage.ts';
import { take } from './take.ts';

test('an edit that was stored as something else is written back, not only taken out of the queue', async () => {
  const { store, group, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  // Sent, and read back as another value.
  const [entry] = store.outbox.ofContact(id);
  store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, name: 'Be' });
  const fields = [{ column: 'name', sent: 'Bea', stored: 'Be' }];
  store.outbox.ask(entry!.id, { kind: 'storedDifferently', fields });
  store.refold(id);
  await take(store, 'undo');
  expect(seen(store, id)).toEqual(ana);
  expect(intents(store, group)).toEqual([
    { kind: 'editContact', changes: { name: { from: 'Be', to: 'Ana' } }, carry: 'modify' },
  ]);
});

const conflict: Question = {
  kind: 'conflict',
  fields: [{ column: 'name', base: 'Ana', mine: 'Bea', theirs: 'Cruz' }],
};

function asked(): ReturnType<typeof ready> & { ask: () => void } {
  const all = ready();
  const { store, id } = all;
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  const ask = (): void => {
    store.transaction(() => {
      store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, name: 'Cruz' });
      store.outbox.ask(store.outbox.ofContact(id)[0]!.id, conflict);
      store.refold(id);
    });
  };
  ask();
  return { ...all, ask };
}

test.each([{ kind: 'mine' }, { kind: 'theirs' }] as const)(
  'an answer of $kind that is taken back is a question again',
  async (settlement) => {
    const { store, id } = asked();
    const before = store.outbox.ofContact(id)[0]!;
    commands.settle(store, before.id, settlement);
    expect(store.outbox.ofContact(id)[0]?.question ?? null).toBeNull();
    await take(store, 'undo');
    expect(store.outbox.ofContact(id)).toEqual([before]);
    expect(seen(store, id)?.['name']).toBe('Bea');
  },
);

test('what was given up is a question again', async () => {
  const { store, id } = asked();
  const before = store.outbox.ofContact(id)[0]!;
  commands.discard(store, before.id);
  expect(seen(store, id)?.['name']).toBe('Cruz');
  await take(store, 'undo');
  expect(store.outbox.ofContact(id)).toEqual([before]);
});

test('an answer that reached the server is taken back by writing what stood there', async () => {
  const { store, id } = asked();
  commands.settle(store, store.outbox.ofContact(id)[0]!.id, { kind: 'mine' });
  acknowledge(store, id);
  await take(store, 'undo');
  expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
    { kind: 'editContact', changes: { name: { from: 'Bea', to: 'Cruz' } }, carry: 'modify' },
  ]);
  await take(store, 'redo');
  expect(seen(store, id)?.['name']).toBe('Bea');
});

test('a contact deleted there that was let go stands before the user again', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  const entry = store.outbox.ofContact(id)[0]!;
  store.transaction(() => store.outbox.ask(entry.id, { kind: 'deletedThere' }));
  commands.settle(store, entry.id, { kind: 'letGo' });
  expect(store.contacts.get(id)).toBeNull();
  await take(store, 'undo');
  expect(store.outbox.get(entry.id)?.question).toEqual({ kind: 'deletedThere' });
  expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
});

test('a creation that may stand there is not sent again by an undo', async () => {
  const { store } = openTestStore();
  const { value: group } = commands.createGroup(store, {
    name: 'Nueva',
    type: 'mobile',
    columns: ['name', 'city'],
    country: null,
  });
  commands.deleteColumn(store, group, 'city');
  const entry = store.outbox.ofGroup(group)[0]!;
  const ask = { kind: 'createdUnknown', code: null, raw: null } as const;
  store.transaction(() => store.outbox.ask(entry.id, ask));
  await take(store, 'undo');
  expect(store.outbox.get(entry.id)?.question).toEqual(ask);
  expect(store.columns.of(group).map(({ name }) => name)).toContain('city');
});

const nueva = { name: 'Nueva', type: 'mobile', columns: [], country: null } as const;

test('a creation that may stand there, taken back and wanted again, is asked about', async () => {
  const { store } = openTestStore();
  const { value: group } = commands.createGroup(store, nueva);
  const { id, intent } = store.outbox.ofGroup(group)[0]!;
  const ask = { kind: 'createdUnknown', code: null, raw: null } as const;
  store.transaction(() => {
    store.outbox.ask(id, ask);
    const asked = { outcome: 'asked', code: 'createdUnknown' } as const;
    store.history.add({ groupId: group, contactId: null, intent, ...asked });
  });
  await take(store, 'undo');
  expect(store.groups.get(group)).toBeNull();
  await take(store, 'redo');
  expect(store.outbox.ofGroup(group).map(({ question }) => question)).toEqual([ask]);
});

test('a group that stands there and whose end is only queued is kept by a redo, not created again', async () => {
  const { store } = openTestStore();
  const { value: group } = commands.createGroup(store, nueva);
  store.transaction(() => {
    store.outbox.remove(store.outbox.ofGroup(group)[0]!.id);
    store.groups.setServerId(group, '4711' as ServerId);
  });
  await take(store, 'undo');
  expect(store.groups.get(group)?.state).toBe('deleting');
  await take(store, 'redo');
  expect(store.groups.get(group)).toMatchObject({ serverId: '4711', state: 'saved' });
  expect(store.outbox.ofGroup(group)).toEqual([]);
});

test('a group named by its id in the panel is a question again, until contacts have come from there', async () => {
  const { store } = openTestStore();
  const { value: group } = commands.createGroup(store, {
    name: 'Nueva',
    type: 'mobile',
    columns: [],
    country: null,
  });
  const entry = store.outbox.ofGroup(group)[0]!;
  const ask = { kind: 'createdUnknown', code: null, raw: null } as const;
  store.transaction(() => store.outbox.ask(entry.id, ask));
  commands.settle(store, entry.id, { kind: 'createdAs', serverId: '4711' });
  await take(store, 'undo');
  expect(store.groups.get(group)).toMatchObject({ serverId: null, state: 'creating' });
  expect(store.outbox.get(entry.id)?.question).toEqual(ask);
  await take(store, 'redo');
  expect(store.groups.get(group)?.serverId).toBe('4711');
  store.transaction(() => store.groups.setPulled(group));
  expect(await refusedWith(take(store, 'undo'))).toBe('undoImpossible');
});
