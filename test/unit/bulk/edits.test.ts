/** Bulk edits against a real database: the preview says what the job then does, and every change is queued. */
import { describe, expect, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import { assignCountry } from '../../../electron/store/edits/groups.ts';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { allOf, openBench, valuesIn, type Bench } from './bench.ts';

function withPeople(): Bench & { group: GroupId } {
  const bench = openBench();
  const group = existingGroup(bench.store);
  pulled(bench.store, group, { mobile: '34600000001', name: 'Ana', city: 'Alcoy' });
  pulled(bench.store, group, { mobile: '34600000002', name: 'Bea', city: 'Soria' });
  pulled(bench.store, group, { mobile: '34600000003', name: 'Cruz', city: 'Soria, centro' });
  return { ...bench, group };
}

const find = { find: 'Soria', with: 'Sòria', pattern: false, matchCase: true };

describe('a field of many contacts', () => {
  test('is set in each, one entry for each, and what is so already stays', async () => {
    const { store, group, preview, run } = withPeople();
    const action = { kind: 'setField', column: 'city', value: 'Soria' } as const;
    expect(await preview(action, allOf(group))).toMatchObject({
      total: 3,
      changed: 2,
      unchanged: 1,
      refused: 0,
      samples: [
        { title: 'Ana', changes: { city: { from: 'Alcoy', to: 'Soria' } } },
        { title: 'Cruz', changes: { city: { from: 'Soria, centro', to: 'Soria' } } },
      ],
    });
    expect(store.outbox.counts().waiting).toBe(0);
    const job = await run(action, allOf(group));
    expect(job).toMatchObject({ state: 'done', total: 3, done: 3, changed: 2, unchanged: 1 });
    expect(valuesIn(store, group, 'city')).toEqual(['Soria', 'Soria', 'Soria']);
    expect(store.outbox.counts().waiting).toBe(2);
  });

  test('that the text form cannot carry is refused by name, and the others are done', async () => {
    const { store, group, preview, run } = withPeople();
    const action = { kind: 'setField', column: 'name', value: 'Ana' } as const;
    const expected = {
      changed: 1,
      unchanged: 1,
      refused: 1,
      reasons: { cannotCarry: 1 },
      refusedContacts: [{ title: 'Cruz', why: 'cannotCarry', detail: 'city' }],
    };
    expect(await preview(action, allOf(group))).toMatchObject(expected);
    expect(await run(action, allOf(group))).toMatchObject(expected);
    expect(valuesIn(store, group, 'name')).toEqual(['Ana', 'Ana', 'Cruz']);
  });

  test('that was never sent carries every character', async () => {
    const { store, group, run } = withPeople();
    const contactId = addContact(store, group, { mobile: '34600000009' });
    const action = { kind: 'setField', column: 'city', value: 'Soria, este' } as const;
    const job = await run(action, { kind: 'ids', contactIds: [contactId] });
    expect(job).toMatchObject({ changed: 1, refused: 0 });
    expect(store.outbox.ofContact(contactId)).toHaveLength(1);
  });

  test('the main field goes to the first only, and never to none', async () => {
    const { store, group, preview, run } = withPeople();
    const same = { kind: 'setField', column: 'mobile', value: '34611111111' } as const;
    const expected = { changed: 1, refused: 2, reasons: { mainFieldTaken: 1, cannotCarry: 1 } };
    expect((await preview(same, allOf(group))).refused).toBe(2);
    const job = await run(same, allOf(group));
    expect(job).toMatchObject({ changed: expected.changed, refused: expected.refused });
    expect(job.reasons['mainFieldTaken']).toBe(2);
    const none = { kind: 'setField', column: 'mobile', value: '' } as const;
    expect(await preview(none, allOf(group))).toMatchObject({ reasons: { mainFieldMissing: 3 } });
    expect(valuesIn(store, group, 'mobile')).toContain('34611111111');
  });

  test('of groups that do not have it is told', async () => {
    const { store, group, preview } = withPeople();
    const other = existingGroup(store, ['email', 'name'], '78');
    const contactId = pulled(store, other, { email: 'a@example.org' });
    const action = { kind: 'setField', column: 'city', value: 'Soria' } as const;
    expect(await preview(action, { kind: 'ids', contactIds: [contactId] })).toMatchObject({
      reasons: { columnMissing: 1 },
      refusedContacts: [{ detail: 'city' }],
    });
    expect((await preview(action, allOf(group))).refused).toBe(0);
  });
});

describe('find and replace', () => {
  test('plain text is taken as it stands, with and without regard to case', async () => {
    const { group, preview } = withPeople();
    const asked = (more: Partial<typeof find>) =>
      preview({ kind: 'replace', columns: ['city'], find: { ...find, ...more } }, allOf(group));
    expect(await asked({ find: 'soria' })).toMatchObject({ changed: 0 });
    expect(await asked({ find: 'soria', matchCase: false, with: '$1.' })).toMatchObject({
      changed: 1,
      samples: [{ changes: { city: { from: 'Soria', to: '$1.' } } }],
      reasons: { cannotCarry: 1 },
    });
    expect(await asked({ find: 'S.ria' })).toMatchObject({ changed: 0 });
  });

  test('a pattern puts its groups in the new text', async () => {
    const { store, group, run } = withPeople();
    const pattern = { ...find, find: String.raw`^(\w+), (\w+)$`, with: '$2 de $1', pattern: true };
    const job = await run({ kind: 'replace', columns: ['city'], find: pattern }, allOf(group));
    expect(job).toMatchObject({ changed: 1, unchanged: 2 });
    expect(valuesIn(store, group, 'city')).toEqual(['Alcoy', 'Soria', 'centro de Soria']);
  });

  test('a pattern that would never end is stopped and told, and nothing is changed', async () => {
    const { store, group, preview, run } = withPeople();
    pulled(store, group, { mobile: '34600000004', city: `${'a'.repeat(60)}b` });
    const endless = { ...find, find: '^(a+)+$', pattern: true };
    const action: BulkAction = { kind: 'replace', columns: ['city'], find: endless };
    await expect(preview(action, allOf(group))).rejects.toMatchObject({
      coded: { code: 'patternTooSlow' },
    });
    expect(await run(action, allOf(group))).toMatchObject({
      state: 'failed',
      error: { code: 'patternTooSlow' },
      changed: 0,
    });
    expect(store.outbox.counts().waiting).toBe(0);
  });

  test('what is no pattern is told before anything begins', async () => {
    const { group, desk, preview } = withPeople();
    const broken = { ...find, find: '(a', pattern: true };
    const action: BulkAction = { kind: 'replace', columns: ['city'], find: broken };
    await expect(preview(action, allOf(group))).rejects.toMatchObject({
      coded: { code: 'patternInvalid' },
    });
    expect(() => desk.start(action, allOf(group))).toThrow('patternInvalid');
  });
});

describe('numbers', () => {
  test('are normalised by the country of the group; what a person must decide is left and told', async () => {
    const { store, preview, run } = openBench();
    const group = existingGroup(store);
    assignCountry(store, group, 'ESP');
    pulled(store, group, { mobile: '600 00 00 01', name: 'Ana' });
    pulled(store, group, { mobile: '34600000002', name: 'Bea' });
    pulled(store, group, { mobile: '6000', name: 'Cruz' });
    pulled(store, group, { mobile: '+34 600 000 002', name: 'Dora' });
    const action: BulkAction = { kind: 'normalise', columns: ['mobile'] };
    const expected = {
      changed: 1,
      unchanged: 1,
      refused: 2,
      reasons: { numberInvalid: 1, mainFieldTaken: 1 },
    };
    expect(await preview(action, allOf(group))).toMatchObject({
      ...expected,
      samples: [{ changes: { mobile: { from: '600 00 00 01', to: '34600000001' } } }],
    });
    expect(await run(action, allOf(group))).toMatchObject(expected);
    expect(valuesIn(store, group, 'mobile')).toEqual([
      '34600000001',
      '34600000002',
      '6000',
      '+34 600 000 002',
    ]);
  });

  test('that could be read in two ways are left where they are not in the usual form', async () => {
    const { store, preview } = openBench();
    const group = existingGroup(store);
    assignCountry(store, group, 'DEU');
    pulled(store, group, { mobile: '34600112233' });
    pulled(store, group, { mobile: '34600 112234' });
    expect(await preview({ kind: 'normalise', columns: ['mobile'] }, allOf(group))).toMatchObject({
      changed: 0,
      unchanged: 1,
      reasons: { numberAmbiguous: 1 },
    });
  });
});

describe('a job', () => {
  const many = (): Bench & { group: GroupId } => {
    const bench = openBench();
    const group = existingGroup(bench.store);
    bench.store.transaction(() => {
      for (let index = 0; index < 230; index += 1)
        pulled(bench.store, group, { mobile: String(34_600_000_000 + index), city: 'Soria' });
    });
    return { ...bench, group };
  };
  const action = { kind: 'setField', column: 'city', value: 'Alcoy' } as const;

  test('works in chunks with pauses, tells how far it is, and ends with its counts', async () => {
    const { group, run, told, pauses } = many();
    const job = await run(action, allOf(group));
    expect(job).toMatchObject({ state: 'done', total: 230, done: 230, changed: 230 });
    expect(pauses.count).toBeGreaterThanOrEqual(5);
    const steps = told.map(({ done }) => done);
    expect(steps).toEqual([...steps].sort((left, right) => left - right));
    expect(new Set(steps).size).toBeGreaterThan(4);
  });

  test('is cancelled between two chunks: what was done stays and is told', async () => {
    const { store, group, run, desk, told } = many();
    const job = await run(action, allOf(group), () => {
      if ((told.at(-1)?.done ?? 0) >= 100) desk.cancel();
    });
    expect(job.state).toBe('cancelled');
    expect(job.changed).toBe(job.done);
    expect(job.done).toBeLessThan(230);
    const changed = valuesIn(store, group, 'city').filter((city) => city === 'Alcoy');
    expect(changed).toHaveLength(job.changed);
    expect(store.outbox.counts().waiting).toBe(job.changed);
  });

  test('counts contacts that go meanwhile, and leaves them alone', async () => {
    const { store, group, run } = many();
    const job = await run(action, allOf(group), (pause) => {
      if (pause !== 2) return;
      store.transaction(() => {
        const last = store.contacts.byServerId(group, 's34600000229' as never)!;
        store.contacts.remove(last.id);
        store.touch.contacts(group);
      });
    });
    expect(job).toMatchObject({ changed: 229, refused: 1, reasons: { contactGone: 1 } });
  });

  test('is about what was chosen when it began, though it changes what the choice looked for', async () => {
    const { store, group, run } = many();
    const job = await run(action, {
      kind: 'query',
      query: {
        scope: { kind: 'group', groupId: group },
        search: 'Soria',
        filter: null,
        onlyUnsent: false,
      },
      except: [store.contacts.byServerId(group, 's34600000000' as never)!.id],
    });
    expect(job).toMatchObject({ total: 229, changed: 229 });
    expect(valuesIn(store, group, 'city').filter((city) => city === 'Soria')).toHaveLength(1);
  });

  test('is alone: a second one is refused until the first has ended', async () => {
    const { group, run, desk } = many();
    let refused: unknown;
    await run(action, allOf(group), () => {
      try {
        desk.start(action, allOf(group));
      } catch (error) {
        refused = error;
      }
    });
    expect(refused).toMatchObject({ coded: { code: 'busy' } });
    expect(desk.latest()).toMatchObject({ state: 'done' });
  });

  test('and an edit by hand of the same contact are one entry', async () => {
    const { store, group, run } = many();
    const { id } = store.contacts.byServerId(group, 's34600000001' as never)!;
    editContact(store, id, { name: 'Ana' }, 'modify');
    await run(action, allOf(group));
    expect(store.outbox.ofContact(id)).toMatchObject([
      { intent: { changes: { name: { to: 'Ana' }, city: { from: 'Soria', to: 'Alcoy' } } } },
    ]);
  });
});
