import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOf, type Found } from '../../../electron/store/list/order.ts';
import type { ListQuery } from '../../../electron/store/list/listQuery.ts';
import { runAtOnce } from '../../../electron/store/list/steps.ts';
import { collation, compareSortKeys, sortKeyOf } from '../../../electron/store/sortKey.ts';

const languages = ['en', 'es'] as const;
const directions = ['up', 'down'] as const;
type Way = Pick<ListQuery, 'language'> & { direction: (typeof directions)[number] };

function queryOf({ language = 'en', direction }: Way): ListQuery {
  const sort = { by: { kind: 'field', name: 'name' }, direction } as const;
  return { scope: { kind: 'all' }, search: '', sort, language, onlyUnsent: false };
}

const foundIn = (values: readonly (string | null)[]): Found[] =>
  values.map((value, at) => [at + 1, value]);

/** The same order, written down the plain way. */
function plainly(
  values: readonly (string | null)[],
  { language = 'en', direction }: Way,
): number[] {
  const sign = direction === 'down' ? -1 : 1;
  return foundIn(values)
    .map(([row, value]) => ({ row, key: sortKeyOf(value) }))
    .sort((a, b) => compareSortKeys(a.key, b.key, sign, collation(language)) || a.row - b.row)
    .map(({ row }) => row);
}

function ordered(values: readonly (string | null)[], way: Way): readonly number[] {
  const found = foundIn(values);
  const parts = [found.slice(0, 3), found.slice(3)];
  const { rows, keys } = runAtOnce(orderOf(queryOf(way), parts));
  expect(keys).toHaveLength(rows.length);
  return rows;
}

describe.each(languages)('in %s', (language) => {
  test.each(directions)('%s: as the collation has it, equal ones by their rows', (direction) => {
    // Few letters, so that many are equal, or differ by case or an accent alone; some that only the collator knows.
    const letter = fc.constantFrom(
      'a',
      'b',
      'A',
      'á',
      'a\u0301',
      'ñ',
      'n',
      'z',
      ' ',
      '1',
      'س',
      '😀',
    );
    const value = fc.oneof(
      fc.string({ unit: letter, maxLength: 3 }),
      fc.constantFrom('12', '-3', '1,5', '1.5', '0012'),
      fc.constantFrom('á', 'a\u0301', 'Á', '', null),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        expect(ordered(values, { language, direction })).toEqual(
          plainly(values, { language, direction }),
        );
      }),
      { numRuns: 300 },
    );
  });
});

test('a long list of texts and numbers that are all different', () => {
  const values = Array.from({ length: 20_000 }, (_, at) => {
    const serial = String((at * 7_919) % 20_000).padStart(5, '0');
    return at % 2 === 0 ? `${34_600_000_000 + Number(serial)}` : `persona ${serial}`;
  });
  for (const direction of directions) {
    expect(ordered(values, { language: 'es', direction })).toEqual(
      plainly(values, { language: 'es', direction }),
    );
  }
});
