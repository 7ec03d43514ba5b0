import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collationKey } from '../../../electron/store/collationKey.ts';

test.each(['en', 'es'] as const)(
  'the quick order of %s is the order of its collation',
  (language) => {
    const { compare } = new Intl.Collator(language);
    const letters = fc.constantFrom(...' abcxyzABCZñÑáÁéüçÇnNo0129.-_@\'"(ÿšŽ');
    const text = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const one = collationKey(left, language);
        const other = collationKey(right, language);
        if (one === null || other === null || one === other) return;
        expect(one < other ? -1 : 1).toBe(compare(left, right));
      }),
      { numRuns: 2_000 },
    );
  },
);

test('a text with a letter of another script has no quick order', () => {
  expect(collationKey('محمد', 'es')).toBeNull();
  expect(collationKey('straße', 'es')).toBeNull();
});
