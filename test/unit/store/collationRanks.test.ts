import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareByRanks, hasRanks, ranksOf } from '../../../electron/store/collationRanks.ts';
import { sortByRanks } from '../../../electron/store/list/rankSort.ts';
import { runAtOnce } from '../../../electron/store/list/steps.ts';

test.each(['en', 'es'] as const)(
  'the quick order of %s is the order of its collation',
  (language) => {
    const { compare } = new Intl.Collator(language);
    const letters = fc.constantFrom(...' ·lLabcxyzABCZñÑáÁéüçÇnNo0129.-_@\'"(ÿšŽ');
    const text = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (left, right) => {
        if (![left, right].every((one) => hasRanks(one, ranksOf(language)))) return;
        const quick = compareByRanks(left, right, ranksOf(language));
        if (quick !== 0) expect(Math.sign(quick)).toBe(compare(left, right));
      }),
      { numRuns: 2_000 },
    );
  },
);

test('a text with a letter of another script has no quick order', () => {
  const ranks = ranksOf('es');
  expect(["Ñandú 12 (o'Neill)", ''].every((text) => hasRanks(text, ranks))).toBe(true);
  expect(['محمد', 'straße', 'tab\t', 'Marcel·lí'].some((text) => hasRanks(text, ranks))).toBe(
    false,
  );
});

describe('texts sorted by ranks', () => {
  const ranks = ranksOf('es');
  const sorted = (texts: readonly string[]): string[] => {
    const list = [...texts];
    runAtOnce(sortByRanks(list, ranks));
    return list;
  };
  const compare = (left: string, right: string): number => compareByRanks(left, right, ranks);

  test('are those of a plain sort, whatever they begin with', () => {
    const part = fc.constantFrom(
      '',
      'a',
      'A',
      'á',
      'b',
      'maria.garcia',
      '@example.org',
      '1',
      '12',
      'ñ',
    );
    const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 120 }), (texts) => {
        const list = sorted(texts);
        expect(list.toSorted()).toEqual(texts.toSorted());
        for (const [at, one] of list.entries())
          if (at > 0) expect(compare(list[at - 1]!, one)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('many that are alike, or in order already, take no more steps than there are characters', () => {
    const many = 20_000;
    const lists = [
      Array.from({ length: many }, () => 'the same'),
      Array.from({ length: many }, (_, at) => String(at).padStart(6, '0')),
      Array.from({ length: many }, (_, at) => String(many - at).padStart(6, '0')),
    ];
    for (const texts of lists) {
      const list = [...texts];
      const steps = sortByRanks(list, ranks);
      let pauses = 0;
      while (steps.next().done !== true) pauses += 1;
      expect(list).toEqual(texts.toSorted());
      expect(pauses).toBeLessThan(60);
    }
  });
});
