/** What makes two contacts look like one: their numbers, their addresses, and names by a measure that is bounded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessOf, printOf } from '#shared/domain/likeness.ts';
import {
  areSimilar,
  blockingKeys,
  comparableName,
  editDistance,
} from '#shared/domain/similarName.ts';

const name = (text: string): string => comparableName(text)!;

describe('names', () => {
  it.each([
    ['María López', 'Maria Lopez'],
    ['LÓPEZ, María', 'María López'],
    ['Maria Lopes', 'Maria Lopez'],
    ['Maria Loepz', 'Maria Lopez'],
    ['Jorge Fernández Ibáñez', 'Jorge Fernandes Ibañes'],
  ])('%s and %s are similar', (left, right) => {
    expect(areSimilar(name(left), name(right))).toBe(true);
    expect(blockingKeys(name(left)).some((key) => blockingKeys(name(right)).includes(key))).toBe(
      true,
    );
  });

  it.each([
    ['Ana Ruiz', 'Eva Ruiz'],
    ['María López', 'Mario Lopera'],
    ['Ana García', 'Ana García Pérez'],
  ])('%s and %s are not', (left, right) => {
    expect(areSimilar(name(left), name(right))).toBe(false);
  });

  it.each(['Ana', '', '  ', 'A. B.'])('%s says too little', (text) => {
    expect(comparableName(text)).toBeNull();
  });

  it('are measured as the plain algorithm measures them, up to the bound', () => {
    const plain = (a: string, b: string): number => {
      const d = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
      );
      for (let i = 1; i <= a.length; i += 1)
        for (let j = 1; j <= b.length; j += 1) {
          d[i]![j] = Math.min(
            d[i - 1]![j]! + 1,
            d[i]![j - 1]! + 1,
            d[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]),
            i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
              ? d[i - 2]![j - 2]! + 1
              : Infinity,
          );
        }
      return d[a.length]![b.length]!;
    };
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 2)).toBe(Math.min(3, plain(a, b)));
      }),
    );
  });
});

describe('a contact', () => {
  it('is known by its numbers and addresses in whatever spelling', () => {
    const left = {
      mobile: '+34 600 11 22 33',
      Email: 'Ana@Example.org',
      name: 'Ana',
      surname: 'Ruiz',
    };
    const right = { mobile: '600112233', Email: 'ana@example.ORG ', name: 'ANA', surname: 'Ruíz' };
    expect(likenessOf(left, 'ES')).toEqual(likenessOf(right, 'ES'));
    expect(likenessOf(left, 'ES')).toEqual({
      numbers: ['34600112233'],
      emails: ['ana@example.org'],
      name: 'ana ruiz',
    });
  });

  it('has a print that follows what is compared, and nothing else', () => {
    const fields = { mobile: '34600112233', name: 'Ana', surname: 'Ruiz', city: 'Alcoy' };
    const print = printOf(likenessOf(fields, null));
    expect(printOf(likenessOf({ ...fields, city: 'Soria' }, null))).toBe(print);
    expect(printOf(likenessOf({ ...fields, surname: 'Rius' }, null))).not.toBe(print);
  });

  it('is not known by what is hardly a number', () => {
    expect(likenessOf({ phone: '112', email: 'none' }, 'ES')).toEqual({
      numbers: [],
      emails: [],
      name: null,
    });
  });
});
