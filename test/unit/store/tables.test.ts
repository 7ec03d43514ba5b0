import { expect, test } from 'vitest';
import type { ContactId, ServerId } from '#shared/domain/ids.ts';
import { stateOf } from '../../../electron/store/entry.ts';
import { fieldsToText } from '../../../electron/store/fieldsText.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

test('fields are stored with sorted keys and without empty values: equal contacts are equal texts', () => {
  expect(fieldsToText({ b: '2', a: '1', c: '' })).toBe('{"a":"1","b":"2"}');
  expect(fieldsToText({ a: '1', b: '2' })).toBe(fieldsToText({ b: '2', a: '1' }));
});

test('a group keeps what a pull says of it until the next one', () => {
  const { store, clock } = openTestStore();
  const group = existingGroup(store);
  const held = {
    reason: 'emptied',
    removed: 9,
    of: 9,
    columns: [],
    values: 0,
    heldAt: 5,
    decision: null,
  } as const;
  store.groups.setPullError(group, { code: 'timeout', raw: '<html>' });
  store.groups.setHeld(group, { ...held, columns: [] });
  expect(store.groups.get(group)).toMatchObject({
    pulledAt: null,
    pullError: { code: 'timeout', raw: '<html>' },
    held,
  });
  clock.now = 7_000;
  store.groups.setPulled(group);
  expect(store.groups.get(group)).toMatchObject({ pulledAt: 7_000, pullError: null, held: null });
});

test('a list that an earlier version held is one that nothing was decided about', () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const earlier = { reason: 'emptied', removed: 9, of: 9, columns: [], heldAt: 5 } as const;
  store.groups.setHeld(group, earlier as never);
  expect(store.groups.get(group)?.held).toEqual({ ...earlier, values: 0, decision: null });
});

test('groups stand in the order in which they came, and are found by their server id', () => {
  const { store } = openTestStore();
  const ids = ['9', '8', '7'].map((serverId) => existingGroup(store, ['mobile'], serverId));
  expect(store.groups.all().map(({ id }) => id)).toEqual(ids);
  expect(store.groups.byServerId('8' as ServerId)?.id).toBe(ids[1]);
  expect(store.groups.byServerId('6' as ServerId)).toBeNull();
});

test('columns stand in the order in which they came, also after one went', () => {
  const { store } = openTestStore();
  const group = existingGroup(store, ['mobile', 'b', 'a']);
  store.columns.remove(group, 'b');
  store.columns.add(group, 'c', 'adding');
  store.columns.add(group, 'a', 'deleting');
  expect(store.columns.of(group)).toEqual([
    { name: 'mobile', state: 'saved' },
    { name: 'a', state: 'deleting' },
    { name: 'c', state: 'adding' },
  ]);
});

test('contacts are found by id, server id and main field; a server id stands once in a group', () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const other = existingGroup(store, ['mobile'], '78');
  const id = pulled(store, group, { mobile: '+34 600' }, 'a');
  const twin = pulled(store, other, { mobile: '34600' }, 'a');
  expect(store.contacts.byServerId(group, 'a' as ServerId)?.id).toBe(id);
  expect(store.contacts.byServerId(other, 'a' as ServerId)?.id).toBe(twin);
  expect(store.contacts.byMainKey(group, '34600').map((contact) => contact.id)).toEqual([id]);
  expect(() => pulled(store, group, { mobile: '1' }, 'a')).toThrow(/UNIQUE/u);
  expect(store.contacts.get('nobody' as ContactId)).toBeNull();
});

test('contacts with a value in a column, there or here, whatever its name', () => {
  const { store } = openTestStore();
  const column = `a"b.c\\[0]`;
  const group = existingGroup(store, ['mobile', column]);
  const there = pulled(store, group, { mobile: '1', [column]: 'x' });
  const here = pulled(store, group, { mobile: '2' });
  pulled(store, group, { mobile: '3' });
  store.contacts.setFields('mobile', here, { mobile: '2', [column]: 'y' }, false);
  store.contacts.setFields('mobile', there, { mobile: '1' }, false);
  expect(store.contacts.withColumn(group, column).map(({ id }) => id)).toEqual([there, here]);
});

test('neither a contact nor a group goes while something is queued for it', () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const id = pulled(store, group, { mobile: '1' });
  const intent = { kind: 'deleteContact', base: {} } as const;
  store.outbox.add({ groupId: group, contactId: id, intent });
  expect(() => store.contacts.remove(id)).toThrow(/FOREIGN KEY/u);
  expect(() => store.groups.remove(group)).toThrow(/FOREIGN KEY/u);
});

test('the history of a contact and of a group, newest first, also when both are gone', () => {
  const { store, clock } = openTestStore();
  const group = existingGroup(store);
  const id = pulled(store, group, { mobile: '1' });
  const event = { groupId: group, intent: null } as const;
  store.history.add({ ...event, contactId: id, outcome: 'sent' });
  clock.now = 2_000;
  store.history.add({ ...event, contactId: id, outcome: 'acknowledged', code: 'x' });
  store.history.add({ ...event, contactId: null, outcome: 'failed' });
  store.groups.remove(group);
  expect(store.history.ofContact(id)).toMatchObject([
    { at: 2_000, outcome: 'acknowledged', code: 'x', changes: null },
    { at: 1_000, outcome: 'sent', code: null },
  ]);
  expect(store.history.ofContact(id, 1)).toHaveLength(1);
  expect(store.history.ofGroup(group)).toMatchObject([{ outcome: 'failed' }]);
});

test('facts are kept, replaced and taken back', () => {
  const { store } = openTestStore();
  expect(store.facts.get('lastSyncAt')).toBeNull();
  store.facts.set('lastSyncAt', '1');
  store.facts.set('lastSyncAt', '2');
  expect(store.facts.get('lastSyncAt')).toBe('2');
  store.facts.set('lastSyncAt', null);
  expect(store.facts.get('lastSyncAt')).toBeNull();
});

test('the outbox: order, counts, pages with what needs the user first, the next try', () => {
  const { store } = openTestStore();
  const one = existingGroup(store);
  const two = existingGroup(store, ['mobile'], '78');
  const intent = { kind: 'addColumn', column: 'x' } as const;
  const add = (groupId: typeof one) => store.outbox.add({ groupId, contactId: null, intent });
  const [a, b, c, d] = [add(one), add(two), add(one), add(one)];
  store.outbox.ask(c, { kind: 'groupGone', code: 'NO' });
  const failure = { class: 'transient', code: '503', raw: null };
  store.outbox.fail(a, 'waiting', 2, 5_000, failure);
  store.outbox.fail(d, 'unknown', 1, 4_000, failure);
  expect(store.outbox.ofGroup(one).map(({ id }) => id)).toEqual([a, c, d]);
  expect(store.outbox.page('all', 0, 3).map(({ id }) => id)).toEqual([c, a, b]);
  expect(store.outbox.page('all', 3, 3).map(({ id }) => id)).toEqual([d]);
  expect(store.outbox.page('needsYou', 0, 9).map(({ id }) => id)).toEqual([c]);
  expect(store.outbox.counts()).toEqual({ waiting: 3, needsYou: 1 });
  expect(store.outbox.countsByGroup().get(one)).toMatchObject({ waiting: 2, needsYou: 1 });
  expect(store.outbox.earliestTryAfter(0)).toBe(4_000);
  expect(store.outbox.earliestTryAfter(4_000)).toBe(5_000);
  expect(store.outbox.earliestTryAfter(5_000)).toBeNull();
  store.outbox.requeue(a);
  expect(store.outbox.get(a)).toMatchObject({ attempts: 0, nextTryAt: 0, failure: null });
});

test('what the window sees of an entry', () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const intent = { kind: 'addColumn', column: 'x' } as const;
  const id = store.outbox.add({ groupId: group, contactId: null, intent });
  const state = (blockedBy: typeof id | null = null): unknown =>
    stateOf(store.outbox.get(id)!, blockedBy);
  expect(state()).toEqual({ kind: 'waiting' });
  expect(state(id)).toEqual({ kind: 'blocked', by: id });
  store.outbox.setPhase(id, 'sending');
  expect(state(id)).toEqual({ kind: 'sending' });
  store.outbox.setPhase(id, 'sent');
  expect(state()).toEqual({ kind: 'checking', why: 'readBack' });
  store.outbox.setPhase(id, 'unknown');
  expect(state()).toEqual({ kind: 'checking', why: 'unknown' });
  store.outbox.fail(id, 'waiting', 2, 9_000, { class: 'transient', code: '503', raw: null });
  expect(state()).toEqual({ kind: 'retrying', code: '503', attempts: 2, nextTryAt: 9_000 });
  const question = { kind: 'groupGone', code: 'NO' } as const;
  store.outbox.ask(id, question);
  expect(state()).toEqual({ kind: 'needsYou', question });
});
