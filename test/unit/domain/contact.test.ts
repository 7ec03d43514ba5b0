import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameFields, valueOf, withoutEmpty } from '#shared/domain/contact.ts';
import { contactText, obstacleIn, obstaclesIn } from '#shared/domain/contactText.ts';
import { columnNameProblem, isReservedColumn } from '#shared/domain/columnName.ts';
import { mainFieldOf, typeFromColumns } from '#shared/domain/group.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import {
  accountIdSchema,
  contactIdSchema,
  entryIdSchema,
  groupIdSchema,
  serverIdSchema,
} from '#shared/domain/ids.ts';
import { isContactIntent, type Intent } from '#shared/domain/intent.ts';
import { v7 } from 'uuid';

describe('values', () => {
  test('a missing column and an empty text are the same', () => {
    expect(sameFields({ a: '', b: 'x' }, { b: 'x', c: '' })).toBe(true);
    expect(sameFields({ a: 'x' }, { a: 'y' })).toBe(false);
    expect(withoutEmpty({ a: '', b: 'x' })).toEqual({ b: 'x' });
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'a column called %s is a column like any other',
    (name) => {
      expect(valueOf({}, name)).toBe('');
      const fields = JSON.parse(`{"${name}":"x"}`) as Record<string, string>;
      expect(valueOf(fields, name)).toBe('x');
      expect(sameFields({}, fields)).toBe(false);
    },
  );
});

describe('the text form', () => {
  test.each([
    ['a,b', 'comma'],
    ['a:b', 'colon'],
    ['a\nb', 'lineBreak'],
    ['a\rb', 'lineBreak'],
    ['a\u2028b', 'lineBreak'],
    ['a;b "c" = 100 %', null],
  ] as const)('%j holds %s', (value, expected) => {
    expect(obstacleIn(value)).toBe(expected);
  });

  test('a column name is looked at too', () => {
    expect(obstaclesIn({ 'a:b': 'x', c: '1,2', d: 'x' })).toEqual([
      { column: 'a:b', obstacle: 'colon' },
      { column: 'c', obstacle: 'comma' },
    ]);
  });

  test('what has no obstacle can be read back as it was', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(word, word, { minKeys: 1 }), (fields) => {
        fc.pre(obstaclesIn(fields).length === 0);
        const pairs = contactText(fields)
          .split(',')
          .map((pair) => pair.split(':') as [string, string]);
        expect(pairs).toEqual(Object.entries(fields));
      }),
    );
  });
});

describe('a column name', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(65), 'tooLong'],
    ['a,b', 'character'],
    ['a:b', 'character'],
    ['a"b', 'character'],
    ['idcontact', 'reserved'],
    ['ID', 'reserved'],
    ['__proto__', 'reserved'],
    ['NAME', 'taken'],
    ['Población (1)', 'character'],
    ['Código postal', null],
    ['x'.repeat(64), null],
    ['名前', null],
  ] as const)('%j: %s', (name, problem) => {
    expect(columnNameProblem(name, ['mobile', 'name'])).toBe(problem);
  });

  test('a name that may be an id in a reply is reserved whatever its case', () => {
    expect(isReservedColumn('Id_Contact')).toBe(true);
    expect(isReservedColumn('identity')).toBe(false);
  });
});

describe('the main field', () => {
  test('is the column called like the type; the first of them where both stand', () => {
    expect(mainFieldOf('email')).toBe('email');
    expect(typeFromColumns(['email', 'mobile'])).toBe('email');
    expect(typeFromColumns(['name', 'mobile', 'email'])).toBe('mobile');
    expect(typeFromColumns(['name'])).toBeNull();
  });

  test.each([
    ['mobile', '+34 677-12', '3467712'],
    ['mobile', '0034677', '34677'],
    ['mobile', '34677', '34677'],
    ['mobile', 'José', 'jose'],
    ['mobile', '00', '00'],
    ['mobile', '', ''],
    ['email', ' Ana@Ejemplo.ES ', 'ana@ejemplo.es'],
  ] as const)('%s %j is compared as %j', (type, value, key) => {
    expect(mainKeyOf(type, { [type]: value })).toBe(key);
  });
});

describe('ids', () => {
  test.each([accountIdSchema, groupIdSchema, contactIdSchema, entryIdSchema])(
    'a local id is a UUID and nothing else',
    (schema) => {
      const id = v7();
      expect(schema.parse(id)).toBe(id);
      for (const wrong of ['', '1', `${id}x`, ` ${id}`, id.toUpperCase(), '../../etc', `${id}\n`]) {
        expect(schema.safeParse(wrong).success).toBe(false);
      }
    },
  );

  test('a server id is kept as the text that came, without the spaces around it', () => {
    expect(serverIdSchema.parse(' 00123 ')).toBe('00123');
    for (const wrong of ['', '   ', 'a b', "1' OR 1", 'x'.repeat(65), '1&2', '1/2']) {
      expect(serverIdSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

test('the intents about one contact are told from those about a group', () => {
  const ofContacts: Intent[] = [
    { kind: 'addContact', fields: {} },
    { kind: 'editContact', changes: {}, carry: 'modify' },
    { kind: 'deleteContact', base: {} },
  ];
  const ofGroups: Intent[] = [
    { kind: 'createGroup', name: 'x', type: 'mobile', columns: [] },
    { kind: 'deleteGroup' },
    { kind: 'addColumn', column: 'x' },
    { kind: 'deleteColumn', column: 'x' },
    { kind: 'assignCountry', country: 'ESP', from: null },
  ];
  expect(ofContacts.every(isContactIntent)).toBe(true);
  expect(ofGroups.some(isContactIntent)).toBe(false);
});
