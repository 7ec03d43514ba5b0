import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decode, encode, NOT_CLONABLE } from '../../shell/codec.ts';

const there = (value: unknown): unknown => decode(encode(value));

describe('the structured clone as text', () => {
  it('keeps every value of JSON and more', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withSparseArray: false,
          withNullPrototype: false,
          withObjectString: false,
        }),
        (value) => {
          expect(there(value)).toEqual(structuredClone(value));
        },
      ),
    );
  });

  it.each([
    ['not a number', NaN],
    ['infinity', -Infinity],
    ['minus zero', -0],
    ['undefined', undefined],
    ['a big integer', 2n ** 70n],
    ['an expression', /a\/b/giu],
    ['an invalid date', new Date(NaN)],
    ['a boxed string', Object('text')],
    ['bytes', new Uint8Array([0, 255, 7]).subarray(1)],
    ['a view of doubles', new Float64Array([1.5, NaN])],
    ['a buffer', new Uint8Array([1, 2]).buffer],
    ['an array that looks like a tag', ['undefined']],
    ['an object that looks like nothing', { '': 1, constructor: 2 }],
    ['lone surrogates', '\ud800 \u2028 \0'],
  ])('keeps %s', (_name, value) => {
    expect(there(value)).toStrictEqual(value);
  });

  it('keeps texts and shapes that are met again', () => {
    const long = ['twelve chars', 'thirteen char', 'another long text'];
    const inside: Record<string, unknown> = { name: long[1], next: null };
    inside['next'] = { name: long[1], next: inside };
    const value = [
      ...long.map((text) => ({ name: text, next: [text, Object(text), { name: text, next: [] }] })),
      new Map(long.map((text) => [text, new Set([text, { [text]: text }])])),
      long.map((text) => new Error(text, { cause: { name: text, next: text } })),
      ...long
        .toReversed()
        .map((text) => ({ name: text, next: text, more: { name: text, next: 1 } })),
    ];
    expect(there(value)).toStrictEqual(structuredClone(value));
    const back = there(inside) as typeof inside;
    expect((back['next'] as typeof inside)['next']).toBe(back);
    expect((back['next'] as typeof inside)['name']).toBe(long[1]);
  });

  it('keeps __proto__ as a name like any other', () => {
    const back = there(JSON.parse('{"__proto__": {"evil": true}}')) as object;
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect('evil' in back).toBe(false);
  });

  it('keeps cycles and what is shared', () => {
    const shared = { a: 1 };
    const value: Record<string, unknown> = { one: shared, two: [shared], 10: shared };
    value['self'] = value;
    value['map'] = new Map([[shared, value]]);
    const back = there(value) as Record<string, unknown>;
    expect(back['self']).toBe(back);
    expect(back['one']).toBe(back['10']);
    expect((back['two'] as unknown[])[0]).toBe(back['one']);
    expect((back['map'] as Map<unknown, unknown>).get(back['one'])).toBe(back);
  });

  it('keeps what an error says, and drops what only this program knows of it', () => {
    const error = Object.assign(new RangeError('too far', { cause: { code: 5 } }), { code: 'E' });
    const back = there(error) as Error & { code?: string };
    expect(back).toBeInstanceOf(Error);
    expect([back.name, back.message, back.cause]).toEqual(['RangeError', 'too far', { code: 5 }]);
    expect(back.stack).toBe(error.stack);
    expect(back.code).toBeUndefined();
  });

  it('makes plain objects of instances', () => {
    class Point {
      x = 1;
      #y = 2;
      get y(): number {
        return this.#y;
      }
    }
    expect(there(new Point())).toStrictEqual({ x: 1 });
  });

  it.each([
    ['a function', () => 1],
    ['a function deep inside', { list: [{ call: () => 1 }] }],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a proxy', new Proxy({ a: 1 }, {})],
    ['a weak map', new WeakMap()],
  ])("refuses %s with Electron's words", (_name, value) => {
    expect(() => encode(value)).toThrow(NOT_CLONABLE);
  });

  it('refuses text that it did not write', () => {
    expect(() => decode('["unheard-of"]')).toThrow('unknown tag');
    expect(() => decode('{')).toThrow(SyntaxError);
  });
});
