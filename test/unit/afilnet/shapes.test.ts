import { describe, expect, it } from 'vitest';
import { bench, contact, failureOf, group, valueOf } from './fixtures.ts';
import { reply, success } from './replyServer.ts';

const ana = { id: '77', fields: { mobile: '34600', name: 'Ana' } };
const luis = { id: '78', fields: { mobile: '34601' } };

/** Answers this as the source text of `result`. */
const source = (result: string) => reply(`{"status":"SUCCESS","result":${result}}`);

describe('getcontacts', () => {
  it.each<[string, unknown]>([
    ['idcontact', [{ idcontact: 77, mobile: '34600', name: 'Ana' }]],
    ['id_contact', [{ id_contact: '77', mobile: 34600, name: 'Ana' }]],
    ['contactid', [{ contactid: '77', mobile: 34600, name: 'Ana' }]],
    ['id', [{ mobile: '34600', id: '77', name: 'Ana', city: null }]],
    ['another case', [{ idContact: '77', mobile: '34600', name: 'Ana' }]],
    ['both ids', [{ idcontact: '77', id: 77, mobile: '34600', name: 'Ana' }]],
    ["the group's id", [{ idcontact: '77', idgroup: 1000, mobile: '34600', name: 'Ana' }]],
    ['a list in a list', [[{ id: '77', mobile: '34600', name: 'Ana' }]]],
    ['values in fields', [{ id: '77', fields: { mobile: 34600, name: 'Ana', city: null } }]],
    ['keys that are ids, values in fields', { 77: { fields: { mobile: 34600, name: 'Ana' } } }],
    ['keys that are ids', { 77: { mobile: '34600', name: 'Ana' } }],
    ['keys that are ids, repeated inside', { 77: { id: 77, mobile: '34600', name: 'Ana' } }],
    ['keys that are positions', { 0: { id: 77, mobile: '34600', name: 'Ana' } }],
    ['keys that are positions after a gap', { 3: { idcontact: 77, mobile: '34600', name: 'Ana' } }],
    ['keys that are numbers', { '+34600': { idcontact: 77, mobile: '34600', name: 'Ana' } }],
  ])('one contact by %s', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.getContacts(group))).toEqual([ana]);
  });

  it('several contacts in each form', async () => {
    const rows = [
      { idcontact: 77, mobile: '34600', name: 'Ana' },
      { idcontact: 78, mobile: '34601' },
    ];
    for (const result of [rows, { 77: rows[0], 78: rows[1] }, { 0: rows[0], 2: rows[1] }]) {
      const { client } = await bench(success(result));
      expect(valueOf(await client.getContacts(group))).toEqual([ana, luis]);
    }
  });

  it.each<[string, unknown]>([
    ['[]', []],
    ['null', null],
    ['""', ''],
    ['{}', {}],
    ['nothing', undefined],
  ])('an empty group as %s', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.getContacts(group))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a number', 0],
    ['a count', 3],
    ['false', false],
    ['true', true],
    ['a text', 'no contacts'],
    ['white space', ' '],
    ['an object without contacts', { total: 5, page: 1 }],
    ['one object that might be anything', { id: 77, mobile: '34600' }],
    ['contacts in an envelope of pages', { contacts: [{ id: 77 }], total: 900 }],
    ['an item without an id', [{ idcontact: 77, mobile: '1' }, { mobile: '2' }]],
    ['an item with an empty id', [{ idcontact: '', mobile: '1' }]],
    ['an item with null for its id', [{ idcontact: null, mobile: '1' }]],
    ['an item with the id 0', [{ idcontact: 0, mobile: '1' }]],
    ['an item with an id that is none', [{ idcontact: 'a b', mobile: '1' }]],
    [
      'an id twice',
      [
        { idcontact: 77, mobile: '1' },
        { idcontact: 77, mobile: '2' },
      ],
    ],
    ['positions without ids', { 0: { mobile: '1' }, 1: { mobile: '2' } }],
    ['an id that contradicts its key', { 77: { id: 78, mobile: '1' } }],
    ['an item that is a text', ['77']],
    ['an item that is null', [{ idcontact: 77, mobile: '1' }, null]],
    ['two lists in a list', [[{ idcontact: 77 }], [{ idcontact: 78 }]]],
    ['values under another name', [{ idcontact: 77, data: { mobile: '1' } }]],
    ['a value that is an object', [{ idcontact: 77, name: { first: 'Ana' } }]],
    ['a value that is a list', [{ idcontact: 77, tags: ['a'] }]],
    ['an empty item', [{}]],
    ['an object that tells of an error', { error: { mobile: 'x' } }],
    ['an object of other objects', { 1: { page: 1, pages: 3 } }],
  ])('%s is an error, never an empty group', async (_name, result) => {
    const { client } = await bench(success(result));
    const failure = failureOf(await client.getContacts(group));
    expect(failure).toMatchObject({ class: 'notUnderstood', code: 'unknown-reply' });
    expect(failure.raw).toBe(JSON.stringify({ status: 'SUCCESS', result }));
  });

  it('every value becomes text exactly as it was written', async () => {
    const row =
      '{"idcontact":123456789012345678901234,"mobile":34600000000123456789,"a":1.10,"b":1e5,"c":-0,"d":true,"e":false,"f":null,"g":""," h ":" x "}';
    const { client } = await bench(source(`[${row}]`));
    expect(valueOf(await client.getContacts(group))).toEqual([
      {
        id: '123456789012345678901234',
        fields: {
          mobile: '34600000000123456789',
          a: '1.10',
          b: '1e5',
          c: '-0',
          d: 'true',
          e: 'false',
          g: '',
          ' h ': ' x ',
        },
      },
    ]);
  });

  it('an empty object or list of values is a contact without values', async () => {
    const { client } = await bench(success([{ id: 77, fields: [] }, { id: 78 }]));
    expect(valueOf(await client.getContacts(group))).toEqual([
      { id: '77', fields: {} },
      { id: '78', fields: {} },
    ]);
  });

  it('columns keep their names, even those that look like ids', async () => {
    const { client } = await bench(
      success([{ idcontact: 77, id: 'A-1', idgroup: '5', mobile: '1' }]),
    );
    expect(valueOf(await client.getContacts(group))).toEqual([
      { id: '77', fields: { id: 'A-1', idgroup: '5', mobile: '1' } },
    ]);
  });
});

describe('getcontact', () => {
  it.each<[string, unknown]>([
    ['an object', { idcontact: 77, mobile: '34600', name: 'Ana' }],
    ['an object without its id', { mobile: 34600, name: 'Ana', city: null }],
    ['an array of one', [{ id: '77', mobile: '34600', name: 'Ana' }]],
    ['an object keyed by id', { 77: { mobile: '34600', name: 'Ana' } }],
    ['an object keyed by position', { 0: { idcontact: 77, mobile: '34600', name: 'Ana' } }],
  ])('%s', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.getContact(group, contact))).toEqual(ana);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an empty list', []],
    ['an empty object', {}],
    ['a text', '77'],
    ['another contact', { idcontact: 78, mobile: '1' }],
    [
      'two contacts',
      [
        { idcontact: 77, mobile: '1' },
        { idcontact: 78, mobile: '2' },
      ],
    ],
    ['something else', { total: 1 }],
  ])('%s is an error', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(failureOf(await client.getContact(group, contact)).class).toBe('notUnderstood');
  });
});

describe('getgroupcolumns', () => {
  it.each<[string, unknown]>([
    ['texts', ['mobile', 'name']],
    ['objects with a name', [{ name: 'mobile' }, { name: 'name', type: 'text' }]],
    [
      'objects with a field',
      [
        { idfield: 1, field: 'mobile' },
        { idfield: 2, field: 'name' },
      ],
    ],
    ['a list in a list', [['mobile', 'name']]],
    ['an object by name', { mobile: 'mobile', name: 'name' }],
    ['an object of objects', { mobile: { name: 'mobile' }, name: { name: 'name' } }],
    ['an object by position', { 0: 'mobile', 2: 'name' }],
    ['a text with commas', 'mobile, name'],
    ['a name twice', ['mobile', 'name', 'name']],
  ])('%s', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.getGroupColumns(group))).toEqual(['mobile', 'name']);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty list', []],
    ['a number', 2],
    ['columns without a main field', ['name']],
    ['an empty name', ['mobile', '']],
    ['an object without a name', [{ mobile: 1 }]],
    ['an object by name with other texts', { mobile: 'Móvil' }],
    ['an error inside', { error: 'mobile' }],
  ])('%s is an error', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(failureOf(await client.getGroupColumns(group)).class).toBe('notUnderstood');
  });
});

describe('creategroup', () => {
  const create = { name: 'x', type: 'mobile', columns: ['mobile'] } as const;

  it.each<[string, unknown, string | null]>([
    ['a number', 1234, '1234'],
    ['a text', '1234', '1234'],
    ['idgroup', { idgroup: 1234 }, '1234'],
    ['id', { id: '1234', name: 'x' }, '1234'],
    ['an array of one', [{ idgroup: 1234 }], '1234'],
    ['nothing', undefined, null],
    ['null', null, null],
    ['an empty text', '', null],
    ['an empty list', [], null],
    ['an empty object', {}, null],
    ['true', true, null],
    ['a word', 'OK', null],
    ['a sentence', 'Group created', null],
    ['0', 0, null],
  ])('%s', async (_name, result, id) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.createGroup(create))).toEqual({ id });
  });

  it('a large id keeps every digit', async () => {
    const { client } = await bench(source('12345678901234567890'));
    expect(valueOf(await client.createGroup(create))).toEqual({ id: '12345678901234567890' });
  });

  it.each<[string, unknown]>([
    ['false', false],
    ['an object with an unknown name for the id', { code: 7 }],
    ['two ids', [1, 2]],
  ])('%s is an error that shows the reply', async (_name, result) => {
    const { client } = await bench(success(result));
    const failure = failureOf(await client.createGroup(create));
    expect(failure).toMatchObject({ class: 'notUnderstood', applied: 'unknown' });
    expect(failure.raw).toContain(JSON.stringify(result));
  });
});

describe('addcontact', () => {
  it.each<[string, unknown, string | null]>([
    ['a number', 77, '77'],
    ['a text', '77', '77'],
    ['idcontact', { idcontact: 77 }, '77'],
    ['an array of one', ['77'], '77'],
    ['the count 1', 1, null],
    ['the count "1"', '1', null],
    ['an object with the id 1', { idcontact: 1 }, '1'],
    ['an object of counts', { added: 1, skipped: 0 }, null],
    ['nothing', undefined, null],
    ['true', true, null],
  ])('%s', async (_name, result, id) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.addContact(group, { mobile: '1' }))).toEqual({ id });
  });

  it.each<[string, unknown]>([
    ['false', false],
    ['an error inside', { error: 'FULL' }],
  ])('%s is an error whose outcome is unknown', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(failureOf(await client.addContact(group, { mobile: '1' }))).toMatchObject({
      class: 'notUnderstood',
      applied: 'unknown',
    });
  });
});

describe('addcontactlist', () => {
  it.each<[string, unknown]>([
    ['ids', [77, 78]],
    ['objects', [{ idcontact: 77 }]],
    ['a count', 2],
    ['counts', { added: 2, errors: [] }],
    ['nothing', undefined],
  ])('%s is a success that says nothing of single rows', async (_name, result) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.addContactList(group, [{ mobile: '1' }]))).toBeNull();
  });
});

describe('getbalance', () => {
  it.each<[string, unknown, string | null]>([
    ['a number', 12.5, '12.5'],
    ['a text', '12.50', '12.50'],
    ['0', 0, '0'],
    ['an object', { balance: '3' }, '3'],
    ['nothing', undefined, null],
    ['an object of another form', { plan: 'free' }, null],
  ])('%s', async (_name, result, balance) => {
    const { client } = await bench(success(result));
    expect(valueOf(await client.getBalance())).toEqual({ balance });
  });
});
