/** Rows are read as they were written, whatever is in them, and say once what all of them have in common. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows, writeRows } from '#shared/ipc/rows.ts';

const read = (text: string): unknown[] => {
  const rows = readRows<unknown>(text);
  return Array.from({ length: rows.length }, (_, at) => rows.at(at));
};
const reread = (rows: readonly object[]): unknown[] => read(writeRows(rows));
/** As JSON has it, which leaves out what is undefined. */
const asJson = (rows: readonly object[]): unknown[] =>
  rows.map((row) => JSON.parse(JSON.stringify(row)) as unknown);

const name = fc.constantFrom('id', 'name', 'city', '10', '9', '__proto__', 'constructor', '');
const texts = fc.dictionary(name, fc.string({ unit: 'binary' }));
const value = fc.oneof(
  texts,
  fc.string(),
  fc.integer(),
  fc.constantFrom(null, undefined, true, [], ['name'], 0),
  fc.jsonValue({ maxDepth: 2 }),
);
const contact = fc.record({
  id: fc.uuid(),
  groupId: fc.constantFrom('one', 'other'),
  fields: texts,
  sync: fc.constantFrom('saved', 'waiting'),
  changed: fc.constantFrom([], ['name'], ['city', 'name']),
});

describe('rows as lines', () => {
  it('are read as they were written: contacts', () => {
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 12 }), (rows) => {
        expect(reread(rows)).toEqual(rows);
      }),
    );
  });

  it('are read as they were written: anything', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(name, value), { maxLength: 6 }), (rows) => {
        // A key called `constructor` is no reason to take two objects for different kinds.
        expect(isDeepStrictEqual(reread(rows), asJson(rows))).toBe(true);
      }),
    );
  });

  it('keep the order of texts, by which a contact gets its name', () => {
    const fields = [
      { name: 'y' },
      { company: 'x', name: 'y', nombre: 'z' },
      { company: 'x', nombre: 'z' },
    ];
    for (const all of [fields, [...fields, { nombre: 'z', company: 'x' }]]) {
      const rows = all.map((one) => ({ fields: one }));
      const orders = (reread(rows) as typeof rows).map((one) => Object.keys(one.fields));
      expect(orders).toEqual(all.map((one) => Object.keys(one)));
    }
  });

  const row = (id: number, fields: Record<string, string>) => ({
    id: String(id),
    groupId: 'the group of all',
    fields,
    sync: 'saved',
    changed: [],
  });

  it('say once what is the same in all, and the names of the columns', () => {
    const rows = Array.from({ length: 9 }, (_, at) => row(at, { name: 'Ana', city: 'Alcoi' }));
    const [, ...lines] = writeRows(
      rows.map((one, at) => row(at, { city: 'Alcoi', name: one.id })),
    ).split('\n');
    expect(lines[3]).toBe('["3",["Alcoi","3"]]');
  });

  it('say the names where columns are many and texts few', () => {
    const rows = Array.from({ length: 9 }, (_, at) => row(at, { [`column${at}`]: 'x' }));
    expect(writeRows(rows).split('\n')[4]).toBe('["3",{"column3":"x"}]');
    expect(reread(rows)).toEqual(rows);
  });
});
