/** Contacts of which one took the place of another: taking back or doing again never leaves neither of them. */
import { describe, expect, test } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { mergeContacts } from '../../../../electron/duplicates/merge.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import * as commands from '../../../../electron/store/commands.ts';
import { forgetGroup } from '../../../../electron/store/edits/groups.ts';
import { moveContact } from '../../../../electron/store/edits/move.ts';
import { existingGroup, pulled } from '../testStore.ts';
import { acknowledge, ana, intents, ready, refusedWith, seen } from './stage.ts';
import { take } from './take.ts';

function moved(store: AccountStore, id: ContactId, to: GroupId): ContactId {
  const step = store.undo.open({ kind: 'bulk', action: 'move', count: 1 });
  return step.run(() => {
    const contact = store.contacts.get(id)!;
    return moveContact(store, contact, to, contact.fields);
  });
}

/** Ana, moved to a second group; `sent`: Afilnet has it so. */
function afterMove(sent: boolean) {
  const stage = ready();
  const other = existingGroup(stage.store, ['mobile', 'name', 'city'], '78');
  const there = moved(stage.store, stage.id, other);
  if (sent) for (const id of [there, stage.id]) acknowledge(stage.store, id);
  return { ...stage, other, there };
}

const gone = (store: AccountStore, id: ContactId) =>
  store.outbox.ofContact(id).find(({ intent }) => intent.kind === 'deleteContact')?.intent;

describe('a move that was sent', () => {
  test('is taken back by an add, and the contact is deleted where it is once it has arrived', async () => {
    const { store, group, id, there } = afterMove(true);
    expect(await take(store, 'undo')).toMatchObject({ restored: 2, refused: 0 });
    expect(intents(store, group)).toEqual([{ kind: 'addContact', fields: ana }]);
    expect(gone(store, there)).toMatchObject({ after: id });
    const [deletion] = store.outbox.ofContact(there);
    expect(store.outbox.staysItself(deletion!.id)).toBe(true);
    acknowledge(store, id);
    expect(store.outbox.staysItself(deletion!.id)).toBe(false);
  });

  test('is done again in the same way', async () => {
    const { store, id, there } = afterMove(true);
    await take(store, 'undo');
    for (const one of [id, there]) acknowledge(store, one);
    await take(store, 'redo');
    expect(seen(store, there)).toEqual(ana);
    expect(gone(store, id)).toMatchObject({ after: there });
  });

  test('stays where the number is taken in the group where it was', async () => {
    const { store, group, other, there } = afterMove(true);
    pulled(store, group, { mobile: '34600', name: 'Otra' });
    expect(await refusedWith(take(store, 'undo'))).toBe('mainFieldTaken');
    expect(seen(store, there)).toEqual(ana);
    expect([...intents(store, group), ...intents(store, other)]).toEqual([]);
    // It can be taken back once the number is free.
    expect(store.undo.steps.next('undo')?.what).toMatchObject({ action: 'move' });
  });

  test('stays where the group where it was has gone from this machine', async () => {
    const { store, group, other, there } = afterMove(true);
    forgetGroup(store, group);
    expect(await refusedWith(take(store, 'undo'))).toBe('groupUnknown');
    expect(seen(store, there)).toEqual(ana);
    expect(intents(store, other)).toEqual([]);
  });

  test('brings the contact back where the other group has gone', async () => {
    const { store, other, id } = afterMove(true);
    forgetGroup(store, other);
    expect(await take(store, 'undo')).toMatchObject({ restored: 1, refused: 1 });
    expect(seen(store, id)).toEqual(ana);
  });

  test('of many stays for those alone that cannot come back', async () => {
    const { store, group, id } = ready();
    const bea = pulled(store, group, { mobile: '34601', name: 'Bea' });
    const other = existingGroup(store, ['mobile', 'name', 'city'], '78');
    const step = store.undo.open({ kind: 'bulk', action: 'move', count: 2 });
    const there = [id, bea].map((one) =>
      step.run(() => {
        const contact = store.contacts.get(one)!;
        return moveContact(store, contact, other, contact.fields);
      }),
    );
    for (const one of [...there, id, bea]) acknowledge(store, one);
    pulled(store, group, { mobile: '34601', name: 'Otra' });
    expect(await take(store, 'undo')).toMatchObject({
      restored: 2,
      refused: 2,
      why: { code: 'mainFieldTaken' },
    });
    expect([seen(store, id), seen(store, there[1]!)]).toEqual([
      ana,
      { mobile: '34601', name: 'Bea' },
    ]);
    expect(gone(store, there[0]!)).toMatchObject({ after: id });
    expect(gone(store, there[1]!)).toBeUndefined();
  });
});

describe('a move that was not sent', () => {
  test('is not done again without the group where it went', async () => {
    const { store, group, other, id } = afterMove(false);
    await take(store, 'undo');
    forgetGroup(store, other);
    expect(await refusedWith(take(store, 'redo'))).toBe('groupUnknown');
    expect(seen(store, id)).toEqual(ana);
    expect(intents(store, group)).toEqual([]);
  });

  test('of a contact that was never sent is taken back by what it was, and the one there waits for it', async () => {
    const { store, group } = ready();
    const { value: eva } = commands.addContact(store, group, { mobile: '34602', name: 'Eva' });
    const other = existingGroup(store, ['mobile', 'name'], '78');
    const there = moved(store, eva, other);
    acknowledge(store, there);
    await take(store, 'undo');
    expect(seen(store, eva)).toEqual({ mobile: '34602', name: 'Eva' });
    expect(gone(store, there)).toMatchObject({ after: eva });
  });
});

test('of two moves, both taken back, the contact at the end waits for the one at the beginning', async () => {
  const { store, id, there } = afterMove(false);
  const third = existingGroup(store, ['mobile', 'name', 'city'], '79');
  const end = moved(store, there, third);
  for (const one of [end, id]) acknowledge(store, one);
  await take(store, 'undo');
  expect(gone(store, end)).toMatchObject({ after: there });
  await take(store, 'undo');
  expect(seen(store, there)).toBeNull();
  expect(gone(store, end)).toMatchObject({ after: id });
  const [deletion] = store.outbox.ofContact(end);
  expect(store.outbox.staysItself(deletion!.id)).toBe(true);
});

describe('a merge', () => {
  function merged(inOneGroup: boolean) {
    const stage = ready();
    const { store, id } = stage;
    const other = inOneGroup ? stage.group : existingGroup(store, ['mobile', 'name', 'city'], '78');
    const twin = pulled(store, other, { mobile: '34601', name: 'Ana María', city: 'Lugo' });
    mergeContacts(store, { keep: id, remove: [twin], fields: { city: 'Lugo' }, carry: 'modify' });
    for (const one of [id, twin]) acknowledge(store, one);
    return { ...stage, other, twin };
  }

  test.each([true, false])(
    'keeps its values where the other one cannot come back (in one group: %s)',
    async (inOneGroup) => {
      const { store, other, id } = merged(inOneGroup);
      pulled(store, other, { mobile: '34601', name: 'Otra' });
      expect(await refusedWith(take(store, 'undo'))).toBe('mainFieldTaken');
      expect(seen(store, id)).toEqual({ ...ana, city: 'Lugo' });
    },
  );

  test.each([true, false])(
    'is not done again where the kept one has gone (in one group: %s)',
    async (inOneGroup) => {
      const { store, id, twin } = merged(inOneGroup);
      await take(store, 'undo');
      for (const one of [id, twin]) acknowledge(store, one);
      store.transaction(() => store.contacts.remove(id));
      await take(store, 'redo').catch(() => null);
      expect(seen(store, twin)).toEqual({ mobile: '34601', name: 'Ana María', city: 'Lugo' });
    },
  );
});

test('what was moved back before it left is taken to the other group again, and back', async () => {
  const { store, group, other, there } = afterMove(false);
  commands.editContact(store, there, { city: 'Lugo' }, 'modify');
  const step = store.undo.open({ kind: 'bulk', action: 'move', count: 1 });
  const back = step.run(() =>
    moveContact(store, store.contacts.get(there)!, group, { ...ana, city: 'Lugo' }),
  );
  acknowledge(store, back);
  await take(store, 'undo');
  expect(seen(store, there)).toEqual({ ...ana, city: 'Lugo' });
  expect(gone(store, back)).toMatchObject({ after: there });
  acknowledge(store, there);
  await take(store, 'redo');
  expect(seen(store, back)).toEqual({ ...ana, city: 'Lugo' });
  expect(gone(store, there)).toMatchObject({ after: back });
  expect(intents(store, other)).toHaveLength(1);
});
