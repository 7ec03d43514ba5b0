/** Which answer fits which question, and the answers about groups. */
import { describe, expect, test } from 'vitest';
import type { Question, Settlement } from '#shared/domain/entryState.ts';
import type { EntryId, ServerId } from '#shared/domain/ids.ts';
import { settleEntry } from '../../../../electron/store/edits/settle.ts';
import { existingGroup, refusal } from '../testStore.ts';
import { askedAdd, askedDelete, askedEdit, askedGroup, name, type Asked } from './asked.ts';

const settlements: Settlement[] = [
  { kind: 'retry' },
  { kind: 'mine' },
  { kind: 'theirs' },
  { kind: 'values', values: { name: 'Dina' } },
  { kind: 'bringBack' },
  { kind: 'letGo' },
  { kind: 'createdAs', serverId: '4711' },
  { kind: 'notCreated' },
  { kind: 'recreate' },
];

const asked: Record<string, { fits: Settlement['kind'][]; ask: () => Asked }> = {
  'conflict of an edit': {
    fits: ['mine', 'theirs', 'values'],
    ask: () => askedEdit({ kind: 'conflict', fields: [name] }),
  },
  'conflict of an edit without contested fields': {
    fits: ['mine', 'theirs', 'values'],
    ask: () => askedEdit({ kind: 'conflict', fields: [] }),
  },
  'conflict of a delete': {
    fits: ['mine', 'theirs'],
    ask: () => askedDelete({ kind: 'conflict', fields: [{ ...name, mine: '' }] }),
  },
  'conflict of an add': { fits: [], ask: () => askedAdd({ kind: 'conflict', fields: [name] }) },
  'exists of an add': {
    fits: ['retry', 'mine', 'theirs', 'values'],
    ask: () => askedAdd({ kind: 'exists', theirs: { mobile: '34600', name: 'Cruz' } }),
  },
  'exists of an add without a word of theirs': {
    fits: ['retry', 'mine', 'theirs', 'values'],
    ask: () => askedAdd({ kind: 'exists', theirs: null }),
  },
  'exists of an edit': {
    fits: ['retry', 'theirs'],
    ask: () => askedEdit({ kind: 'exists', theirs: null }),
  },
  deletedThere: { fits: ['bringBack', 'letGo'], ask: () => askedEdit({ kind: 'deletedThere' }) },
  rejected: {
    fits: ['retry'],
    ask: () => askedEdit({ kind: 'rejected', code: 'BAD', raw: null }),
  },
  groupGone: { fits: ['retry'], ask: () => askedEdit({ kind: 'groupGone', code: 'NO' }) },
  notUnderstood: {
    fits: ['retry'],
    ask: () => askedEdit({ kind: 'notUnderstood', code: 'WHAT', raw: '<html>' }),
  },
  noProgress: {
    fits: ['retry'],
    ask: () => askedEdit({ kind: 'noProgress', code: 'timeout', attempts: 9 }),
  },
  'cannotCarry of an edit': {
    fits: ['retry', 'recreate'],
    ask: () => askedEdit({ kind: 'cannotCarry', fields: [{ column: 'city', obstacle: 'comma' }] }),
  },
  'cannotCarry of a delete': {
    fits: ['retry'],
    ask: () => askedDelete({ kind: 'cannotCarry', fields: [] }),
  },
  storedDifferently: {
    fits: ['retry', 'mine', 'theirs'],
    ask: () =>
      askedEdit({
        kind: 'storedDifferently',
        fields: [{ column: 'name', sent: 'Bea', stored: 'Cruz' }],
      }),
  },
  createdUnknown: {
    fits: ['createdAs', 'notCreated'],
    ask: () => askedGroup({ kind: 'createdUnknown', code: null, raw: null }),
  },
};

describe.each(Object.entries(asked))('%s', (_name, { fits, ask }) => {
  const others = settlements.filter(({ kind }) => !fits.includes(kind));
  test.each(others)('is not settled by $kind, and stays as it was', (settlement) => {
    const { store, group, entry } = ask();
    const before = store.outbox.ofGroup(group);
    expect(refusal(() => settleEntry(store, entry, settlement)).code).toBe('settlementDoesNotFit');
    expect(store.outbox.ofGroup(group)).toEqual(before);
  });

  const fitting = settlements.filter(({ kind }) => fits.includes(kind));
  test.each(fitting)(
    'is settled by $kind: the question is gone and the history knows',
    (settlement) => {
      const { store, entry, id, group } = ask();
      const question = store.outbox.get(entry)!.question!;
      settleEntry(store, entry, settlement);
      expect(store.outbox.get(entry)?.question ?? null).toBeNull();
      const lines = id === '' ? store.history.ofGroup(group) : store.history.ofContact(id);
      expect(lines[0]).toMatchObject({
        outcome: 'settled',
        code: `${question.kind}:${settlement.kind}`,
      });
    },
  );
});

describe('retry', () => {
  test('sends the entry as if never tried', () => {
    const { store, entry } = askedEdit({ kind: 'rejected', code: 'BAD', raw: null });
    settleEntry(store, entry, { kind: 'retry' });
    expect(store.outbox.get(entry)).toMatchObject({
      phase: 'waiting',
      attempts: 0,
      nextTryAt: 0,
      failure: null,
    });
  });

  test('an entry without a question, or one that is gone, has nothing to settle', () => {
    const { store, entry } = askedEdit({ kind: 'rejected', code: 'BAD', raw: null });
    settleEntry(store, entry, { kind: 'retry' });
    expect(refusal(() => settleEntry(store, entry, { kind: 'retry' })).code).toBe(
      'settlementDoesNotFit',
    );
    const gone = '00000000-0000-7000-8000-ffffffffffff' as EntryId;
    expect(refusal(() => settleEntry(store, gone, { kind: 'retry' })).code).toBe('entryUnknown');
  });
});

describe('a creation of unknown outcome', () => {
  const unknown: Question = { kind: 'createdUnknown', code: null, raw: null };

  test('created as: the group has its id', () => {
    const { store, entry, group } = askedGroup(unknown);
    settleEntry(store, entry, { kind: 'createdAs', serverId: ' 4711 ' });
    expect(store.groups.get(group)).toMatchObject({ serverId: '4711', state: 'saved' });
    expect(store.outbox.ofGroup(group)).toEqual([]);
  });

  test('an id that is none, or is taken, is refused', () => {
    const { store, entry, group } = askedGroup(unknown);
    existingGroup(store, ['mobile'], '77');
    const as = (serverId: string) => () =>
      settleEntry(store, entry, { kind: 'createdAs', serverId });
    expect(refusal(as('a b')).code).toBe('invalidInput');
    expect(refusal(as('77')).code).toBe('groupExists');
    expect(store.groups.get(group)?.serverId).toBeNull();
  });

  test('not created: it is sent', () => {
    const { store, entry } = askedGroup(unknown);
    settleEntry(store, entry, { kind: 'notCreated' });
    expect(store.outbox.get(entry)?.phase).toBe('waiting');
  });

  test('a group deleted here meanwhile goes on being deleted', () => {
    const { store, group } = askedGroup(unknown);
    store.transaction(() => {
      store.groups.setState(group, 'deleting');
      store.groups.setServerId(group, '4711' as ServerId);
    });
    expect(store.groups.get(group)?.state).toBe('deleting');
  });
});
