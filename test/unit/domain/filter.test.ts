import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passes, type ValueTest } from '#shared/domain/filter.ts';

const is = (text: string): ValueTest => ({ kind: 'is', text });
const anyOf = (...texts: string[]): ValueTest => ({ kind: 'anyOf', texts });
const startsWith = (text: string): ValueTest => ({ kind: 'startsWith', text });

describe('the same number, whatever stands between its digits', () => {
  test.each([
    ['+34 600 111 222', '34600111222'],
    ['34600111222', '+34 600–111–222'],
    ['(+34) 600.11.12.22', '34 600 111/222'],
    ['+34.600111222', '34600111222'],
    ['600\u2011111\u2011222', '600\u00a0111\u00a0222'],
    ['555-1234', '5551234'],
    [' 600 111 222 ', '600111222'],
    ['600111222 -', '600111222'],
    ['22-33-44', '223344'],
    ['600 111 222', '６００１１１２２２'],
  ])('“%s” is “%s”', (one, other) => {
    expect(passes(is(one), other)).toBe(true);
    expect(passes(is(other), one)).toBe(true);
    expect(passes(anyOf('x', one), other)).toBe(true);
    expect(passes(startsWith(one), other)).toBe(true);
  });
});

describe('what is no phone number is compared as it is written', () => {
  test.each([
    ['1.5', '15'],
    ['007', '7'],
    ['0034600111222', '34600111222'],
    ['1234.56', '123456'],
    ['12345.6', '1234.56'],
    ['1 234.56', '123456'],
    ['40.416775', '4.0416775'],
    ['-123456', '123456'],
    ['12-34', '1234'],
    ['1/12/1980', '11/2/1980'],
    ['12/05/1980', '12051980'],
    ['2024-1-11', '2024-11-1'],
    ['12.05.80', '120580'],
    ['600 111 222 (Ana)', '600111222'],
    ['600111222', '600111223'],
    ['600111222', '34600111222'],
    ['600,111,222', '600111222'],
    ['600111222', ''],
  ])('“%s” is not “%s”', (one, other) => {
    expect(passes(is(one), other)).toBe(false);
    expect(passes(is(other), one)).toBe(false);
    expect(passes(anyOf(one), other)).toBe(false);
    expect(passes(is(one), one)).toBe(true);
    expect(passes(is(other), other)).toBe(true);
  });

  test.each([
    ['José', ' JOSE '],
    ['', ''],
    ['+', '+'],
    ['1.5', ' 1.5 '],
  ])('“%s” is “%s”', (one, other) => {
    expect(passes(is(one), other)).toBe(true);
  });
});

describe('the start of a number', () => {
  test.each([
    ['+34 600', '34600111222'],
    ['34600', '+34 600 111 222'],
    ['34', '+34 600 111 222'],
    ['6', '(600) 111 222'],
    ['+34', '34600111222'],
    ['600-11', '600–111–222'],
    ['91', '91 alto'],
    ['1/12', '1/12/1980'],
    ['', '600111222'],
    ['', ''],
    ['ana', ' Ana '],
  ])('“%s” starts “%s”', (start, value) => {
    expect(passes(startsWith(start), value)).toBe(true);
  });

  test.each([
    ['600', '34600111222'],
    ['1.5', '15000000'],
    ['+', '34600111222'],
    ['15', '1.5'],
    ['11', '1/12/1980'],
    ['1-2', '12 palmas'],
    ['x', '600111222'],
  ])('“%s” does not start “%s”', (start, value) => {
    expect(passes(startsWith(start), value)).toBe(false);
  });
});

test('any two ways to write a phone number are the same, and each start of it begins it', () => {
  const mark = fc.constantFrom('', ' ', '-', '–', '\u2011', '\u00a0', ' – ');
  const marks = fc.array(mark, { minLength: 12, maxLength: 12 });
  const number = fc.stringMatching(/^\d{9,12}$/u);
  fc.assert(
    fc.property(number, marks, marks, fc.integer({ min: 1, max: 9 }), (digits, one, other, cut) => {
      const written = (text: string, between: string[]): string =>
        [...text].map((digit, at) => (at === 0 ? '+' : between[at]) + digit).join('');
      expect(passes(is(written(digits, one)), written(digits, other))).toBe(true);
      expect(passes(is(digits), written(digits, other))).toBe(true);
      expect(passes(startsWith(written(digits.slice(0, cut), one)), written(digits, other))).toBe(
        true,
      );
    }),
  );
});

test('a number is what it starts with and what it is any of, and so is every other text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[+(]?[\d ./–-]{0,14}$/u),
  );
  fc.assert(
    fc.property(text, (value) => {
      for (const asked of [is(value), anyOf('x', value), startsWith(value)]) {
        expect(passes(asked, value)).toBe(true);
      }
    }),
  );
});
