import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLosslessJson } from '../../../electron/afilnet/replies/losslessJson.ts';

/** The same value with its numbers as text. */
function numbersAsText(value: unknown): unknown {
  if (typeof value === 'number') return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(numbersAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, numbersAsText(inner)]),
  );
}

describe('numbers', () => {
  it.each([
    '0',
    '-0',
    '7',
    '-12',
    '999999999999999',
    '9007199254740993',
    '-9007199254740993',
    '123456789012345678901234567890',
    '1.0',
    '1.10',
    '-0.5',
    '1e5',
    '1E+5',
    '2.50e-3',
  ])('%s', (number) => {
    const forms: [string, unknown][] = [
      [number, number],
      [`[${number}]`, [number]],
      [`[ 1 , ${number} , "x" ]`, ['1', number, 'x']],
      [`{"a":${number},"b":{"c":[${number}\n]}}`, { a: number, b: { c: [number] } }],
    ];
    for (const [text, parsed] of forms) expect(parseLosslessJson(text)).toEqual(parsed);
  });

  it('inside texts are left alone', () => {
    const value = { address: 'Calle Mayor, 5.10, 1e5, -0, 9007199254740993,', list: ['[1.0]'] };
    expect(parseLosslessJson(JSON.stringify(value))).toEqual(value);
  });
});

it('everything else is what it was', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseLosslessJson(text)).toEqual(numbersAsText(JSON.parse(text)));
    }),
  );
});

it.each(['', '{', '{"a":1', 'undefined', '[1,]', "{'a':1}", 'NaN'])('%j is not JSON', (text) => {
  expect(parseLosslessJson(text)).toBeUndefined();
});

it('a name that would change the prototype stays a plain name', () => {
  const parsed = parseLosslessJson('{"__proto__":{"polluted":1},"n":1}') as object;
  expect(Object.keys(parsed)).toEqual(['__proto__', 'n']);
  expect('polluted' in {}).toBe(false);
});
