/** What has come since a step does not go with it, and a step that can never be taken does not stand in the way. */
import { describe, expect, test } from 'vitest';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import * as commands from '../../../../electron/store/commands.ts';
import { addContact, editContact } from '../../../../electron/store/edits/contacts.ts';
import { addColumn } from '../../../../electron/store/edits/groups.ts';
import { takeStep } from '../../../../electron/store/undo/takeStep.ts';
import { existingGroup, pulled } from '../testStore.ts';
import { acknowledge, ana, intents, ready, refusedWith, seen } from './stage.ts';
import { take } from './take.ts';

const sur = { name: 'Sur', type: 'mobile', columns: ['name'], country: null } as const;

/** As the sync does it when the group and its columns stand on Afilnet. */
function send(store: AccountStore, group: GroupId): void {
  store.transaction(() => {
    for (const { id } of store.outbox.ofGroupItself(group)) store.outbox.remove(id);
    if (store.groups.get(group)?.serverId === null)
      store.groups.setServerId(group, '79' as ServerId);
    store.groups.setState(group, 'saved');
    for (const { name } of store.columns.of(group)) store.columns.setState(group, name, 'saved');
  });
}

describe('a group that was made', () => {
  test('stays where others have put contacts into it, and what was done before is next', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    const { value: group } = commands.createGroup(store, sur);
    send(store, group);
    const other = pulled(store, group, { mobile: '34700' });
    expect(await refusedWith(take(store, 'undo'))).toBe('undoInUse');
    expect(store.groups.get(group)?.state).toBe('saved');
    expect(seen(store, other)).toEqual({ mobile: '34700' });
    expect(intents(store, group)).toEqual([]);
    await take(store, 'undo');
    expect(seen(store, id)).toEqual(ana);
  });

  test('stays, taken out of turn, where the user has put contacts into it', async () => {
    const { store } = ready();
    const { value: group, stepId } = commands.createGroup(store, sur);
    const { value: contact } = commands.addContact(store, group, { mobile: '34700' });
    expect(await refusedWith(take(store, 'undo', stepId))).toBe('undoInUse');
    expect(seen(store, contact)).toEqual({ mobile: '34700' });
    // In turn there is nothing in the way.
    await take(store, 'undo');
    expect(seen(store, contact)).toBeNull();
    await take(store, 'undo');
    expect(store.groups.get(group)).toBeNull();
  });

  test('goes while it is empty, and comes back', async () => {
    const { store } = ready();
    const { value: group } = commands.createGroup(store, sur);
    send(store, group);
    await take(store, 'undo');
    expect(intents(store, group)).toEqual([{ kind: 'deleteGroup' }]);
    await take(store, 'redo');
    expect(store.groups.get(group)?.state).toBe('saved');
    expect(intents(store, group)).toEqual([]);
  });
});

describe('a column that was made', () => {
  test('stays where others have put values into it', async () => {
    const { store, group, id } = ready();
    commands.addColumn(store, group, 'notes');
    send(store, group);
    store.transaction(() => {
      store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, notes: 'Viernes' });
      store.refold(id);
    });
    expect(await refusedWith(take(store, 'undo'))).toBe('undoInUse');
    expect(seen(store, id)).toEqual({ ...ana, notes: 'Viernes' });
    expect(intents(store, group)).toEqual([]);
  });

  test.each([true, false])(
    'by bulk work stays where somebody has a value in it, and the rest is taken back (sent: %s)',
    async (isSent) => {
      const { store } = ready();
      const target = existingGroup(store, ['mobile', 'name'], '78');
      const dora = pulled(store, target, { mobile: '34701', name: 'Dora' });
      const step = store.undo.open({ kind: 'bulk', action: 'copy', count: 1 });
      step.run(() => addColumn(store, target, 'city'));
      const copy = step.run(() => addContact(store, target, ana));
      if (isSent) {
        send(store, target);
        acknowledge(store, copy);
      }
      commands.editContact(store, dora, { city: 'Lugo' }, 'modify');
      expect(await take(store, 'undo', step.id())).toMatchObject({ restored: 1, columnsKept: 1 });
      expect(seen(store, copy)).toBeNull();
      expect(seen(store, dora)).toEqual({ mobile: '34701', name: 'Dora', city: 'Lugo' });
      expect(store.columns.of(target).map(({ name }) => name)).toContain('city');
      const kinds = store.outbox.ofGroup(target).map(({ intent }) => intent.kind);
      expect(kinds).toEqual(
        isSent ? ['editContact', 'deleteContact'] : ['addColumn', 'editContact'],
      );
      // The column is there already when the copy is made again.
      expect(await take(store, 'redo')).toMatchObject({ restored: 1 });
      expect(seen(store, copy)).toEqual(ana);
    },
  );

  test('goes behind the values that the same step put into it', async () => {
    const { store } = ready();
    const target = existingGroup(store, ['mobile', 'name'], '78');
    const step = store.undo.open({ kind: 'bulk', action: 'copy', count: 1 });
    step.run(() => addColumn(store, target, 'city'));
    const copy = step.run(() => addContact(store, target, ana));
    send(store, target);
    acknowledge(store, copy);
    expect(await take(store, 'undo')).toMatchObject({ restored: 1, columnsKept: 0 });
    const kinds = store.outbox.ofGroup(target).map(({ intent }) => intent.kind);
    expect(kinds).toEqual(['deleteContact', 'deleteColumn']);
  });
});

describe('the deletion of a column that was not sent', () => {
  function deletedAndBack(count: number) {
    const stage = ready();
    const { store, group } = stage;
    commands.addColumn(store, group, 'notes');
    const ids = Array.from({ length: count }, (_, index) =>
      pulled(store, group, { mobile: String(35_000 + index) }),
    );
    for (const id of ids) commands.editContact(store, id, { notes: 'Viernes' }, 'modify');
    commands.deleteColumn(store, group, 'notes');
    return { ...stage, ids };
  }
  const kept = (store: AccountStore, ids: readonly ContactId[]): number =>
    ids.filter((id) => seen(store, id)?.['notes'] === 'Viernes').length;

  test('is done again when the column has been sent since', async () => {
    const { store, group, ids } = deletedAndBack(2);
    await take(store, 'undo');
    send(store, group);
    for (const id of ids) acknowledge(store, id);
    expect(kept(store, ids)).toBe(2);
    expect(await take(store, 'redo')).toMatchObject({ columnsKept: 0, refused: 0 });
    expect(store.outbox.ofGroupItself(group).map(({ intent }) => intent)).toEqual([
      { kind: 'deleteColumn', column: 'notes' },
    ]);
    await take(store, 'undo');
    expect(kept(store, ids)).toBe(2);
    expect(store.outbox.ofGroupItself(group)).toEqual([]);
  });

  test('whose redo is cut short is taken back whole', async () => {
    const { store, ids } = deletedAndBack(150);
    await take(store, 'undo');
    const controller = new AbortController();
    const cut = takeStep(store, 'redo', null, {
      signal: controller.signal,
      onProgress: () => undefined,
      pause: async () => controller.abort(),
    });
    expect(await refusedWith(cut)).toBe('cancelled');
    expect(await take(store, 'undo')).toMatchObject({ restored: 150, refused: 0 });
    expect(kept(store, ids)).toBe(150);
  });
});

describe('a step that can never be taken', () => {
  test('is passed over: what was done before it is next', async () => {
    const { store, group, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    commands.assignCountry(store, group, 'ESP');
    send(store, group);
    expect(await refusedWith(take(store, 'undo'))).toBe('undoImpossible');
    await take(store, 'undo');
    expect(seen(store, id)).toEqual(ana);
  });
});

describe('a redo', () => {
  function deletedAndBack() {
    const stage = ready();
    const { store, group } = stage;
    const ids = Array.from({ length: 150 }, (_, index) =>
      pulled(store, group, { mobile: String(35_000 + index) }),
    );
    commands.deleteContacts(store, ids);
    return { ...stage, ids };
  }
  const deletions = (store: AccountStore, group: GroupId): number =>
    store.outbox.ofGroup(group).filter(({ intent }) => intent.kind === 'deleteContact').length;

  test('goes on to its end when something is edited meanwhile, and can be undone', async () => {
    const { store, group, id } = deletedAndBack();
    await take(store, 'undo');
    await takeStep(store, 'redo', null, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      pause: async () => {
        commands.editContact(store, id, { name: 'Bea' }, 'modify');
      },
    });
    expect(deletions(store, group)).toBe(150);
    await take(store, 'undo');
    expect(seen(store, id)).toEqual(ana);
    await take(store, 'undo');
    expect(deletions(store, group)).toBe(0);
  });

  test('that is cut short is the next to be undone, whatever is done then', async () => {
    const { store, group, id } = deletedAndBack();
    await take(store, 'undo');
    const controller = new AbortController();
    const cut = takeStep(store, 'redo', null, {
      signal: controller.signal,
      onProgress: () => undefined,
      pause: async () => controller.abort(),
    });
    expect(await refusedWith(cut)).toBe('cancelled');
    expect(deletions(store, group)).toBe(100);
    const edit = commands.editContact(store, id, { name: 'Bea' }, 'modify');
    await take(store, 'undo', edit.stepId);
    await take(store, 'undo');
    expect(deletions(store, group)).toBe(0);
    expect(await take(store, 'redo')).toMatchObject({ restored: 150 });
    expect(deletions(store, group)).toBe(150);
  });

  test('that is refused can be asked for again', async () => {
    const { store, group, id } = ready();
    commands.editContact(store, id, { mobile: '34700' }, 'modify');
    acknowledge(store, id);
    await take(store, 'undo');
    const other = pulled(store, group, { mobile: '34700', name: 'Otra' });
    expect(await refusedWith(take(store, 'redo'))).toBe('mainFieldTaken');
    store.transaction(() => store.contacts.remove(other));
    await take(store, 'redo');
    expect(seen(store, id)?.['mobile']).toBe('34700');
  });
});

test('where the disk is full nothing is taken back, and it can be once there is room', async () => {
  const { store, group } = ready();
  const long = 'x'.repeat(200_000);
  const ids = [1, 2, 3].map((at) => pulled(store, group, { mobile: `3460${at}0`, city: long }));
  const step = store.undo.open({ kind: 'bulk', action: 'edit', count: 3 });
  step.run(() => ids.forEach((id) => editContact(store, id, { city: 'Lugo' }, 'modify')));
  for (const id of ids) acknowledge(store, id);
  store.inspect.pragma(`max_page_count = ${String(store.inspect.pragma('page_count'))}`);
  expect(await refusedWith(take(store, 'undo'))).toBe('diskFull');
  expect(store.undo.steps.next('undo')?.id).toBe(step.id());
  store.inspect.pragma('max_page_count = 1000000');
  expect(await take(store, 'undo')).toMatchObject({ restored: 3, refused: 0 });
});

test('an edit that a step undone did not know of is kept', async () => {
  const { store, id } = ready();
  const step = store.undo.open({ kind: 'bulk', action: 'edit', count: 1 });
  step.run(() => editContact(store, id, { city: 'Lugo' }, 'modify'));
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  await take(store, 'undo', step.id());
  expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
});
