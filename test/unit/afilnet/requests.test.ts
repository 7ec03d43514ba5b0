import { describe, expect, it } from 'vitest';
import {
  transportNames,
  type AfilnetClient,
  type ApiResult,
} from '../../../electron/afilnet/client.ts';
import { bench, contact, failureOf, group, valueOf } from './fixtures.ts';
import { success, type SeenRequest } from './replyServer.ts';

const user = 'ana@example.com';
const password = 's3cret & más';

interface Call {
  readonly name: string;
  readonly run: (client: AfilnetClient) => Promise<ApiResult<unknown>>;
  /** A result that the method understands. */
  readonly result: unknown;
  readonly sent: Readonly<Record<string, string>>;
}

const calls: readonly Call[] = [
  {
    name: 'getBalance',
    run: (client) => client.getBalance(),
    result: '12.5',
    sent: { class: 'user', method: 'getbalance' },
  },
  {
    name: 'createGroup',
    run: (client) =>
      client.createGroup({ name: 'Año & más', type: 'mobile', columns: ['mobile', 'name'] }),
    result: 1000,
    sent: {
      class: 'group',
      method: 'creategroup',
      name: 'Año & más',
      type: 'mobile',
      fields: 'mobile,name',
    },
  },
  {
    name: 'getGroupColumns',
    run: (client) => client.getGroupColumns(group),
    result: ['mobile'],
    sent: { class: 'group', method: 'getgroupcolumns', idgroup: '1000' },
  },
  {
    name: 'addColumn',
    run: (client) => client.addColumn(group, 'city'),
    result: undefined,
    sent: { class: 'group', method: 'addcolumntogroup', idgroup: '1000', field: 'city' },
  },
  {
    name: 'deleteColumn',
    run: (client) => client.deleteColumn(group, 'city'),
    result: undefined,
    sent: { class: 'group', method: 'deletecolumnfromgroup', idgroup: '1000', field: 'city' },
  },
  {
    name: 'deleteGroup',
    run: (client) => client.deleteGroup(group),
    result: undefined,
    sent: { class: 'group', method: 'deletegroup', idgroup: '1000' },
  },
  {
    name: 'assignCountry',
    run: (client) => client.assignCountry(group, 'ESP'),
    result: undefined,
    sent: { class: 'group', method: 'assigncountrytogroup', idgroup: '1000', countryiso3: 'esp' },
  },
  {
    name: 'getContacts',
    run: (client) => client.getContacts(group),
    result: [],
    sent: { class: 'group', method: 'getcontacts', idgroup: '1000' },
  },
  {
    name: 'getContact',
    run: (client) => client.getContact(group, contact),
    result: { idcontact: 77, mobile: '1' },
    sent: { class: 'group', method: 'getcontact', idgroup: '1000', idcontact: '77' },
  },
  {
    name: 'addContact',
    run: (client) => client.addContact(group, { mobile: '34600', name: 'Ana Pérez' }),
    result: 77,
    sent: {
      class: 'group',
      method: 'addcontact',
      idgroup: '1000',
      contact: 'mobile:34600,name:Ana Pérez',
    },
  },
  {
    name: 'addContactList',
    run: (client) => client.addContactList(group, [{ mobile: '34600', name: 'Pérez, Ana: "x"' }]),
    result: undefined,
    sent: {
      class: 'group',
      method: 'addcontactlist',
      idgroup: '1000',
      contacts: '[{"mobile":"34600","name":"Pérez, Ana: \\"x\\""}]',
    },
  },
  {
    name: 'modifyContact',
    run: (client) => client.modifyContact(group, contact, { mobile: '34600', name: '' }),
    result: undefined,
    sent: {
      class: 'group',
      method: 'modifycontact',
      idgroup: '1000',
      idcontact: '77',
      contact: 'mobile:34600,name:',
    },
  },
  {
    name: 'deleteContact',
    run: (client) => client.deleteContact(group, contact),
    result: undefined,
    sent: { class: 'group', method: 'deletecontact', idgroup: '1000', idcontact: '77' },
  },
];

const parsed = (form: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(form));

const query = (request: SeenRequest): string => request.url.split('?')[1] ?? '';

describe.each(calls)('$name', ({ run, result, sent }) => {
  it.each(transportNames)('sends its parameters by %s', async (transport) => {
    const { server, client } = await bench(success(result), { transport });
    valueOf(await run(client));
    expect(server.seen).toHaveLength(1);
    const request = server.seen[0]!;
    const header = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    switch (transport) {
      case 'post':
        expect(request).toMatchObject({ method: 'POST', url: '/api/http/' });
        expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
        expect(request.headers.authorization).toBeUndefined();
        expect(parsed(request.body)).toEqual({ ...sent, user, password });
        break;
      case 'basicPost':
        expect(request).toMatchObject({ method: 'POST', url: '/api/basic/' });
        expect(request.headers.authorization).toBe(header);
        expect(parsed(request.body)).toEqual(sent);
        break;
      case 'basicGet':
        expect(request.method).toBe('GET');
        expect(request.url.startsWith('/api/basic/?class=')).toBe(true);
        expect(request.headers.authorization).toBe(header);
        expect(parsed(query(request))).toEqual(sent);
        break;
      case 'get':
        expect(request.method).toBe('GET');
        expect(request.url.startsWith('/api/http/?class=')).toBe(true);
        expect(request.headers.authorization).toBeUndefined();
        expect(parsed(query(request))).toEqual({ ...sent, user, password });
        break;
    }
  });
});

describe('what is refused here', () => {
  it.each(['get', 'basicGet'] as const)(
    'a request of over 4,000 characters by %s',
    async (transport) => {
      const { server, client } = await bench(success(), { transport });
      const long = [{ mobile: '1', name: 'x'.repeat(4_000) }];
      expect(failureOf(await client.addContactList(group, long))).toEqual({
        class: 'refusedHere',
        code: 'request-too-long',
        applied: 'no',
      });
      expect(server.seen).toHaveLength(0);
    },
  );

  it('not the same request by POST', async () => {
    const { client } = await bench(success());
    valueOf(await client.addContactList(group, [{ mobile: '1', name: 'x'.repeat(4_000) }]));
  });

  it.each([
    ['a,b', 'comma'],
    ['a:b', 'colon'],
    ['a\nb', 'line-break'],
  ])('a value that the text form cannot carry: %j', async (name, code) => {
    const { server, client } = await bench(success());
    const failure = { class: 'refusedHere', code, applied: 'no' };
    expect(failureOf(await client.addContact(group, { mobile: '1', name }))).toEqual(failure);
    expect(failureOf(await client.modifyContact(group, contact, { mobile: '1', name }))).toEqual(
      failure,
    );
    expect(server.seen).toHaveLength(0);
  });

  it('a column with a comma in a new group', async () => {
    const { server, client } = await bench(success());
    const made = await client.createGroup({
      name: 'x',
      type: 'mobile',
      columns: ['mobile', 'a,b'],
    });
    expect(failureOf(made)).toMatchObject({ class: 'refusedHere', code: 'comma' });
    expect(server.seen).toHaveLength(0);
  });

  it('a user with a colon over Basic, whose header would cut it', async () => {
    const { server, client } = await bench(success(), { transport: 'basicPost', user: 'a:b' });
    expect(failureOf(await client.getBalance())).toMatchObject({
      code: 'user-has-colon',
      applied: 'no',
    });
    expect(server.seen).toHaveLength(0);
  });

  it('a missing password asks for a sign-in', async () => {
    const { server, client } = await bench(success(), { password: () => null });
    expect(failureOf(await client.getBalance())).toEqual({
      class: 'signIn',
      code: 'no-password',
      applied: 'no',
    });
    expect(server.seen).toHaveLength(0);
  });

  it('a renewed password is used at the next request', async () => {
    let current = 'old';
    const { server, client } = await bench(success('1'), { password: () => current });
    await client.getBalance();
    current = 'new';
    await client.getBalance();
    expect(server.seen.map((request) => parsed(request.body).password)).toEqual(['old', 'new']);
  });
});
