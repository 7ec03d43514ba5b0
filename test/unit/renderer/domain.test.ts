/** The window's own rules: hints, titles, columns, selection and language. */
import { describe, expect, it } from 'vitest';
import { laidOut, withColumn } from '#shared/domain/listLayout.ts';
import { draftOf, leafOf, operators, tooMany } from '../../../renderer/domain/filterDraft.ts';
import { nextTick, ref } from 'vue';
import type { Query } from '../../../renderer/domain/listQuery.ts';
import { obstacleIn } from '#shared/domain/contactText.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { GroupView } from '#shared/ipc/views.ts';
import { useRowSelection } from '../../../renderer/composables/useRowSelection.ts';
import { existsFields } from '../../../renderer/domain/existsFields.ts';
import { fieldHint } from '../../../renderer/domain/fieldHint.ts';
import {
  columnsOfAll,
  columnsOfGroup,
  fieldOrder,
  columnsUpTo,
  gridColumns,
  withWidth,
} from '../../../renderer/domain/gridColumns.ts';
import { replaceObstacles } from '../../../renderer/domain/replaceObstacles.ts';
import { intervalOptions } from '../../../renderer/domain/intervals.ts';
import { RowSlots, type SlottedRow } from '../../../renderer/domain/rowSlots.ts';
import { localeFor } from '../../../renderer/i18n/index.ts';

describe('hints about a value', () => {
  const number = '34612345678';
  it.each<[string, string, string | null, ReturnType<typeof fieldHint>]>([
    ['mobile', number, 'ESP', { kind: 'phoneShown', display: '+34 612 34 56 78', country: 'ES' }],
    ['mobile', number, null, { kind: 'phoneShown', display: '+34 612 34 56 78', country: 'ES' }],
    ['mobile', '612 34 56 78', 'ESP', { kind: 'phoneOtherwise', number }],
    ['mobile', '+34 612345678', null, { kind: 'phoneOtherwise', number }],
    ['mobile', '0034612345678', null, { kind: 'phoneOtherwise', number }],
    ['mobile', '6123', 'ESP', { kind: 'phoneInvalid', why: 'tooShort' }],
    ['mobile', 'no number', 'ESP', { kind: 'phoneInvalid', why: 'noNumber' }],
    ['teléfono', '6123', 'ESP', { kind: 'phoneInvalid', why: 'tooShort' }],
    ['mobile', '34963000000', 'ESP', { kind: 'phoneLandline' }],
    ['mobile', '', 'ESP', null],
    ['email', 'ana@example.org', null, null],
    ['email', 'ana@example', null, { kind: 'emailInvalid', why: 'noDomain' }],
    ['email', 'ana@gmial.com', null, { kind: 'emailTypo', address: 'ana@gmail.com' }],
    ['city', 'not checked', 'ESP', null],
  ])('%s %s in %s', (column, value, country, hint) => {
    expect(fieldHint({ column, value, country, takesSms: true })).toEqual(hint);
  });

  it('keep a landline to itself where no SMS are sent to it', () => {
    expect(
      fieldHint({ column: 'phone', value: '34963000000', country: 'ESP', takesSms: false }),
    ).toEqual({ kind: 'phoneShown', display: '+34 963 00 00 00', country: 'ES' });
  });
});

const group = (mainField: string, names: readonly string[]): GroupView =>
  ({
    mainField,
    columns: names.map((name) => ({ name, state: name === 'old' ? 'deleting' : 'saved' })),
  }) as unknown as GroupView;

describe('columns', () => {
  it('put the main field first and leave out what is being deleted', () => {
    const one = group('mobile', ['name', 'mobile', 'old', 'city']);
    expect(fieldOrder(one)).toEqual(['mobile', 'name', 'city']);
    expect(gridColumns(columnsOfGroup(one), []).map(({ key }) => key)).toEqual([
      'select',
      'main',
      'sync',
      'field:name',
      'field:city',
    ]);
  });

  it('of all groups name the main field only where it is the same, and the commonest columns first', () => {
    const same = columnsOfAll([group('mobile', ['mobile', 'city']), group('mobile', ['mobile'])]);
    expect(same.mainName).toBe('mobile');
    const mixed = columnsOfAll([
      group('mobile', ['mobile', 'city', 'name']),
      group('email', ['email', 'name']),
    ]);
    expect(mixed.mainName).toBeNull();
    expect(mixed.available.slice(3)).toEqual([
      { kind: 'field', name: 'name' },
      { kind: 'field', name: 'city' },
    ]);
  });

  it('that stay in view stand one beside the other at the left', () => {
    const one = columnsOfGroup(group('mobile', ['mobile', 'name', 'city']));
    const layout = withColumn(
      laidOut(one.available, []),
      { kind: 'field', name: 'city' },
      {
        pinned: true,
      },
    );
    const shown = gridColumns(one, layout);
    expect(shown.map(({ left }) => left)).toEqual([0, 40, 250, null, null]);
    expect(shown.map(({ isEdge }) => isEdge)).toEqual([false, false, true, false, false]);
    // So they do while the edge of one is dragged.
    const narrower = withWidth(shown, 'main', 150);
    expect(narrower.map(({ left }) => left)).toEqual([0, 40, 190, null, null]);
    expect(narrower[1]).toMatchObject({ width: 150 });
    expect(withWidth(shown, 'field:name', 90).map(({ left }) => left)).toEqual(
      shown.map(({ left }) => left),
    );
  });

  it('are counted up to the edge of what is in view', () => {
    const shown = gridColumns(columnsOfGroup(group('mobile', ['mobile', 'name', 'city'])), []);
    const ends = shown.map((_, at) =>
      shown.slice(0, at + 1).reduce((sum, { width }) => sum + width, 0),
    );
    expect(columnsUpTo(shown, 0)).toBe(0);
    expect(columnsUpTo(shown, 1)).toBe(1);
    expect(columnsUpTo(shown, ends[1]!)).toBe(2);
    expect(columnsUpTo(shown, ends[1]! + 1)).toBe(3);
    expect(columnsUpTo(shown, 10_000)).toBe(shown.length);
  });
});

describe('a filter that is written', () => {
  const column = { kind: 'field', name: 'city' } as const;
  it('is a condition only when nothing is missing', () => {
    const draft = { column, operator: 'contains', text: '  ', states: [] } as const;
    expect(leafOf(draft)).toBeNull();
    expect(leafOf({ ...draft, operator: 'anyOf' })).toBeNull();
    expect(leafOf({ ...draft, operator: 'notEmpty' })).toEqual({
      kind: 'value',
      column,
      test: { kind: 'empty' },
      not: true,
    });
    expect(leafOf({ ...draft, column: { kind: 'sync' }, operator: 'is' })).toBeNull();
  });

  it('is none while it has more values than one takes, so that none is left out', () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, index) => `Persona ${index + 1}`).join('\n');
    const draft = { column, operator: 'noneOf', text: lines(200), states: [] } as const;
    expect(leafOf(draft)).toMatchObject({ test: { texts: lines(200).split('\n') } });
    expect(tooMany(draft.text)).toBe(0);
    expect(leafOf({ ...draft, text: lines(201) })).toBeNull();
    expect(tooMany(`${lines(202)}\nPersona 1\n`)).toBe(2);
  });

  it('can be changed later: a condition and its draft say the same', () => {
    for (const operator of operators) {
      const leaf = leafOf({ column, operator, text: 'Soria\nLugo', states: [] })!;
      expect(draftOf(leaf).operator).toBe(operator);
      expect(leafOf(draftOf(leaf))).toEqual(leaf);
    }
    const state = leafOf({
      column: { kind: 'sync' },
      operator: 'isNot',
      text: '',
      states: ['saved'],
    })!;
    expect(leafOf(draftOf(state))).toEqual(state);
  });
});

describe('a contact that exists', () => {
  it('is compared value by value', () => {
    const intent = {
      kind: 'addContact',
      fields: { mobile: '1', name: 'Ana', city: 'Jaén' },
    } as const;
    expect(existsFields(intent, { mobile: '1', name: 'Anna', note: 'n' })).toEqual([
      { column: 'name', base: '', mine: 'Ana', theirs: 'Anna' },
      { column: 'city', base: '', mine: 'Jaén', theirs: '' },
      { column: 'note', base: '', mine: '', theirs: 'n' },
    ]);
  });
});

describe('a character that cannot be carried', () => {
  it.each([
    ['at five, better', ' ', 'at five better'],
    ['at five, better', ';', 'at five; better'],
    ['17:30', ';', '17;30'],
    ['a\nb', ' ', 'a b'],
    ['a\r\nb', ';', 'a; b'],
  ] as const)('%j by %j', (value, by, expected) => {
    expect(replaceObstacles(value, by)).toBe(expected);
    expect(obstacleIn(replaceObstacles(value, by))).toBeNull();
  });
});

describe('selection', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as ContactId[];
  const everything: Query = {
    scope: { kind: 'all' },
    search: '',
    sort: null,
    onlyUnsent: false,
  };
  /** Of the third row nothing is on screen yet. */
  function chosen() {
    const query = ref(everything);
    const selection = useRowSelection({
      query,
      total: ref(ids.length),
      idAt: (index) => (index === 2 ? null : (ids[index] ?? null)),
      readIds: (offset, limit) => Promise.resolve(ids.slice(offset, offset + limit)),
    });
    return { query, selection };
  }

  it('toggles, and extends from the last toggled row over rows that are not on screen', async () => {
    const { selection } = chosen();
    selection.toggle(2);
    expect(selection.request.value).toBeNull();
    selection.toggle(3);
    await selection.extendTo(1);
    expect([...(await selection.ids())].sort()).toEqual(['b', 'c', 'd']);
    selection.toggle(3);
    expect(selection.request.value).toEqual({ kind: 'ids', contactIds: ['b', 'c'] });
    selection.clear();
    expect(selection.count.value).toBe(0);
  });

  it('tells all that match by the query, minus those taken out, until another query matches others', async () => {
    const { query, selection } = chosen();
    selection.chooseAll();
    expect(selection.count.value).toBe(5);
    selection.toggle(0);
    expect(selection.has(ids[0]!)).toBe(false);
    expect(selection.request.value).toMatchObject({
      kind: 'query',
      query: { search: '' },
      except: ['a'],
    });
    expect(await selection.ids()).toEqual(['b', 'c', 'd', 'e']);
    query.value = { ...everything, sort: { by: { kind: 'main' }, direction: 'up' } };
    await nextTick();
    expect(selection.count.value).toBe(4);
    query.value = { ...everything, search: 'ana' };
    await nextTick();
    expect(selection.request.value).toBeNull();
  });

  it('is of the contact that a menu named, wherever that stands by now; a range starts where it still does', async () => {
    const { selection } = chosen();
    selection.toggleContact(ids[1]!, 3);
    expect(selection.has(ids[1]!)).toBe(true);
    expect(selection.count.value).toBe(1);
    selection.toggleContact(ids[3]!, 3);
    await selection.extendTo(4);
    expect([ids[3]!, ids[4]!].every(selection.has)).toBe(true);
  });
});

describe('row slots', () => {
  const slotsOf = (rows: readonly SlottedRow[]): number[] => rows.map(({ slot }) => slot);
  const indexesOf = (rows: readonly SlottedRow[]): number[] => rows.map(({ index }) => index);

  it('keep the element of a row that stays and hand on those of rows that went', () => {
    const slots = new RowSlots();
    expect(slotsOf(slots.assign([0, 1, 2, 3]))).toEqual([0, 1, 2, 3]);
    expect(slotsOf(slots.assign([2, 3, 4, 5]))).toEqual([2, 3, 0, 1]);
    expect(new Set(slotsOf(slots.assign([100, 101, 102, 103, 104]))).size).toBe(5);
    expect(slotsOf(slots.assign([101, 102]))).toHaveLength(2);
  });

  it('leave where they are those that a list in flight does not need, and take them up again after it', () => {
    const slots = new RowSlots();
    slots.assign([0, 1, 2, 3, 4]);
    const flying = slots.assign([100, 101], true);
    expect(indexesOf(flying)).toEqual([0, 1, 2, 100, 101]);
    // None is moved past another in the document.
    expect(slotsOf(flying)).toEqual([0, 1, 2, 3, 4]);
    expect(slots.assign([200, 201], true)).toEqual([
      { index: 0, slot: 0 },
      { index: 1, slot: 1 },
      { index: 2, slot: 2 },
      { index: 200, slot: 3 },
      { index: 201, slot: 4 },
    ]);
    const back = slots.assign([50, 51], true);
    expect(indexesOf(back)).toEqual([2, 50, 51, 200, 201]);
    expect(slotsOf(slots.assign([50, 51, 52, 53, 54])).sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('small rules', () => {
  it('take the first language that there are messages for', () => {
    expect(localeFor('system', ['fr-FR', 'es-MX', 'en-US'])).toBe('es');
    expect(localeFor('system', ['de'])).toBe('en');
    expect(localeFor('en', ['es'])).toBe('en');
  });

  it('keep an unusual interval in the list', () => {
    expect(intervalOptions(5)).toEqual([1, 5, 15, 30, 60, 240, 0]);
    expect(intervalOptions(7)).toEqual([1, 5, 7, 15, 30, 60, 240, 0]);
  });
});
