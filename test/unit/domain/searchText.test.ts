import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, haystackOf, needleOf, searchWords } from '#shared/domain/searchText.ts';

/** What a search finds, said without an index: every word stands somewhere in the text. */
function finds(query: string, fields: Record<string, string>): boolean {
  const haystack = haystackOf(fields);
  return searchWords(query).every((word) => haystack.includes(word));
}

test.each([
  ['José Núñez', 'jose nunez'],
  ['ÀÉÎÕÜ', 'aeiou'],
  ['ﬁn', 'fin'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Ａｎａ', 'ana'],
])('%s is folded to %s', (text, expected) => {
  expect(folded(text)).toBe(expected);
});

test.each([
  ['677', { mobile: '34677123456' }],
  ['677 12', { mobile: '34677123456' }],
  ['+34 677-12', { mobile: '34677123456' }],
  ['677\u00a012', { mobile: '34677123456' }],
  ['677–12', { mobile: '34677123456' }],
  ['0034 677', { mobile: '34677123456' }],
  ['0034677', { mobile: '0034677123456' }],
  ['(+34) 677.12', { mobile: '34677123456' }],
  ['67712', { mobile: '+34 677 123 456' }],
  ['677 123', { phone: 'Tel. (+34) 677 123 456, mañanas' }],
  ['600111222', { mobile: '600–111–222' }],
  ['600-111', { mobile: '600–111–222' }],
  ['600–111–222', { mobile: '600–111–222' }],
  ['600\u2011111\u2011222', { mobile: '600111222' }],
  ['600111222', { note: 'Tel. 600\u2011111\u2011222' }],
  ['600111222', { note: 'Tel. 600 \u2014 111\u00a0222.' }],
  ['12/05/1980', { note: 'nacida 12/05/1980' }],
  ['12-14', { address: 'C/ Mayor 12-14' }],
  ['28013', { address: 'Piso 3 - 28013 Madrid' }],
  ['3 - 28013', { address: 'Piso 3 - 28013 Madrid' }],
  ['---', { note: 'a --- b' }],
  ['jose garcia', { name: 'GARCÍA', first: 'José' }],
  ['οδος', { name: 'ΟΔΟΣΑ' }],
  ['"fin"', { note: 'el "fin"' }],
])('"%s" finds %o', (query, fields) => {
  expect(finds(query, fields as Record<string, string>)).toBe(true);
});

test.each([
  ['678', { mobile: '34677123456' }],
  ['ana maria', { name: 'Ana' }],
  ['analuisa', { first: 'Ana', last: 'Luisa' }],
  ['12', { a: '1', b: '2' }],
  ['600111222', { note: '600–111 o –222' }],
])('"%s" does not find %o', (query, fields) => {
  expect(finds(query, fields as Record<string, string>)).toBe(false);
});

test('an empty query, or one of spaces, asks for nothing', () => {
  expect(searchWords('')).toEqual([]);
  expect(searchWords('  \t\n ')).toEqual([]);
});

test('any value is found by itself and by any part of it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.nat(),
      fc.nat(),
      (value, a, b) => {
        const characters = [...value];
        const start = a % characters.length;
        const part = characters.slice(start, start + 1 + (b % characters.length)).join('');
        expect(finds(value, { note: value })).toBe(true);
        expect(finds(part, { note: value })).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('any grouping of the digits of a number finds it, and so does any value that looks like one', () => {
  const plain = ['', ' ', '-', '/', '.', ' - '];
  const pasted = [
    '\u00a0',
    '\u2010',
    '\u2011',
    '\u2013',
    '\u2014',
    ' – ',
    '\u202f–',
    '\ufe63',
    '\uff0d',
    '\u30a0',
  ];
  const separator = fc.constantFrom(...plain, ...pasted);
  const number = fc.stringMatching(/^\d{6,12}$/u);
  fc.assert(
    fc.property(
      number,
      fc.array(separator, { minLength: 12, maxLength: 12 }),
      fc.array(separator, { minLength: 12, maxLength: 12 }),
      (digits, inValue, inQuery) => {
        const spaced = (marks: string[]): string =>
          [...digits].map((digit, index) => (index === 0 ? '' : marks[index]) + digit).join('');
        const fields = { note: `ref ${spaced(inValue)} fin` };
        expect(finds(spaced(inQuery), fields)).toBe(true);
        expect(haystackOf(fields)).toContain(needleOf(spaced(inQuery)));
      },
    ),
  );
});

test('whatever may stand between the digits of what is looked for may stand there in what is stored', () => {
  // Hyphens and spaces of every script stand below the ideographs of the second plane.
  const codes = Array.from({ length: 0x20000 }, (_, code) => code);
  const characters = codes
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code));
  const joining = characters.filter(
    (one) => !/\d/u.test(folded(one)) && needleOf(`600${one}111`) === '600111',
  );
  expect(joining).toEqual(
    expect.arrayContaining(['-', '–', '\u2011', '\u00a0', ' ', '.', '/', '(']),
  );
  expect(
    joining.filter((one) => !haystackOf({ note: `a600${one}111b` }).includes('600111')),
  ).toEqual([]);
});
