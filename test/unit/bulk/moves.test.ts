/** Copying, moving and deleting many: the target takes what it can, and what it refuses is not lost. */
import { describe, expect, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { takeStep } from '../../../electron/store/undo/takeStep.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { allOf, openBench, valuesIn, type Bench } from './bench.ts';

function twoGroups(): Bench & { from: GroupId; to: GroupId } {
  const bench = openBench();
  const from = existingGroup(bench.store, ['mobile', 'name', 'city', 'Nota (interna)'], '1');
  const to = existingGroup(bench.store, ['mobile', 'name'], '2');
  pulled(bench.store, from, { mobile: '1', name: 'Ana', city: 'Alcoy' });
  pulled(bench.store, from, { mobile: '2', name: 'Bea', 'Nota (interna)': 'x' });
  pulled(bench.store, to, { mobile: '2', name: 'Beatriz' });
  return { ...bench, from, to };
}

describe('copying', () => {
  test('tells what the target lacks; the columns are added where that is wanted', async () => {
    const { store, from, to, preview, run } = twoGroups();
    pulled(store, from, { mobile: '3', 'Nota (interna)': 'y' });
    const action = { kind: 'copy', groupId: to, missingColumns: 'add' } as const;
    expect(await preview(action, allOf(from))).toMatchObject({
      total: 3,
      changed: 2,
      refused: 1,
      reasons: { mainFieldTaken: 1 },
      refusedContacts: [{ title: 'Bea', detail: '2' }],
      missingColumns: [
        { column: 'city', contacts: 1, addable: true },
        { column: 'Nota (interna)', contacts: 1, addable: false },
      ],
    });
    const job = await run(action, allOf(from));
    expect(job).toMatchObject({ changed: 2, refused: 1 });
    expect(store.columns.of(to).map(({ name }) => name)).toEqual(['mobile', 'name', 'city']);
    expect(valuesIn(store, to, 'city')).toEqual(['', 'Alcoy', '']);
    expect(valuesIn(store, from, 'mobile')).toEqual(['1', '2', '3']);
    const kinds = store.outbox.ofGroup(to).map(({ intent }) => intent.kind);
    expect(kinds).toEqual(['addColumn', 'addContact', 'addContact']);
  });

  test('drops what the target has no column for where that is wanted', async () => {
    const { store, from, to, run } = twoGroups();
    await run({ kind: 'copy', groupId: to, missingColumns: 'drop' }, allOf(from));
    expect(store.columns.of(to)).toHaveLength(2);
    expect(valuesIn(store, to, 'name')).toEqual(['Beatriz', 'Ana']);
  });

  test('needs the main field of the target, and another group', async () => {
    const { store, from, preview } = twoGroups();
    const mail = existingGroup(store, ['email', 'name'], '3');
    const into = (groupId: GroupId) =>
      preview({ kind: 'copy', groupId, missingColumns: 'drop' }, allOf(from));
    expect(await into(mail)).toMatchObject({ reasons: { mainFieldMissing: 2 } });
    expect(await into(from)).toMatchObject({ reasons: { sameGroup: 2 } });
  });

  test('of the same main field from two groups goes once', async () => {
    const { store, from, to, preview } = twoGroups();
    const third = existingGroup(store, ['mobile', 'name'], '3');
    const twice = pulled(store, third, { mobile: '1', name: 'Anna' });
    const first = store.contacts.byServerId(from, 's1' as never)!.id;
    const action = { kind: 'copy', groupId: to, missingColumns: 'drop' } as const;
    expect(await preview(action, { kind: 'ids', contactIds: [first, twice] })).toMatchObject({
      changed: 1,
      reasons: { mainFieldTaken: 1 },
    });
  });
});

describe('moving', () => {
  test('adds there and deletes here; what the target refuses stays here and is told', async () => {
    const { store, from, to, run } = twoGroups();
    const action = { kind: 'move', groupId: to, missingColumns: 'drop' } as const;
    const job = await run(action, allOf(from));
    expect(job).toMatchObject({
      changed: 1,
      refused: 1,
      refusedContacts: [{ title: 'Bea', why: 'mainFieldTaken' }],
    });
    expect(valuesIn(store, from, 'mobile')).toEqual(['2']);
    expect(valuesIn(store, to, 'mobile')).toEqual(['2', '1']);
    expect(store.outbox.ofGroup(from).map(({ intent }) => intent.kind)).toEqual(['deleteContact']);
  });

  test('a contact that was never sent leaves nothing behind', async () => {
    const { store, from, to, run } = twoGroups();
    const contactId = addContact(store, from, { mobile: '9', name: 'Iris' });
    const selection = { kind: 'ids', contactIds: [contactId] } as const;
    await run(
      { kind: 'move', groupId: to, missingColumns: 'drop' },
      { ...selection, contactIds: [contactId] },
    );
    expect(store.outbox.ofGroup(from)).toEqual([]);
    expect(valuesIn(store, to, 'name')).toContain('Iris');
  });
});

describe('deleting', () => {
  test('many is queued one by one; a group that is leaving is left alone', async () => {
    const { store, from, to, run } = twoGroups();
    expect(await run({ kind: 'delete' }, allOf(from))).toMatchObject({ changed: 2 });
    expect(valuesIn(store, from, 'mobile')).toEqual([]);
    store.transaction(() => store.groups.setState(to, 'deleting'));
    expect(await run({ kind: 'delete' }, allOf(to))).toMatchObject({
      changed: 0,
      reasons: { contactGone: 1 },
    });
  });
});

describe('one undo', () => {
  const undo = (store: Bench['store'], stepId: number | null) =>
    takeStep(store, 'undo', stepId, {
      pause: () => Promise.resolve(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });

  test('takes a whole move back, in both groups, with the columns that it added', async () => {
    const { store, from, to, run } = twoGroups();
    const job = await run({ kind: 'move', groupId: to, missingColumns: 'add' }, allOf(from));
    expect(job).toMatchObject({ changed: 1 });
    expect(store.undo.steps.next('undo')).toMatchObject({
      id: job.stepId,
      what: { kind: 'bulk', action: 'move', count: 1 },
    });
    await undo(store, job.stepId);
    expect(valuesIn(store, from, 'mobile').sort()).toEqual(['1', '2']);
    expect(valuesIn(store, to, 'mobile')).toEqual(['2']);
    expect(store.columns.of(to).map(({ name }) => name)).toEqual(['mobile', 'name']);
    expect(store.outbox.counts().waiting).toBe(0);
  });

  test('takes back many edits of several chunks', async () => {
    const { store, to, run } = twoGroups();
    store.transaction(() => {
      for (let index = 100; index < 260; index += 1)
        pulled(store, to, { mobile: String(index), name: 'Ana' });
    });
    const action = { kind: 'setField', column: 'name', value: 'Iris' } as const;
    const job = await run(action, allOf(to));
    expect(job.changed).toBe(161);
    await undo(store, job.stepId);
    expect(valuesIn(store, to, 'name').filter((name) => name === 'Iris')).toEqual([]);
    expect(store.outbox.counts().waiting).toBe(0);
  });
});
