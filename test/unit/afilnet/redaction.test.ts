import { describe, expect, it } from 'vitest';
import { bench, failureOf } from './fixtures.ts';
import { reply } from './replyServer.ts';

const user = 'ana ñ@example.com';
const password = 'p"a/s+s wörd<&>\'%=\\';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const form = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
const ascii = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

async function rawOf(body: string): Promise<string> {
  const { client } = await bench(reply(body), { user, password: () => password });
  return failureOf(await client.getBalance()).raw ?? '';
}

describe.each([
  ['the password', password],
  ['the user', user],
])('%s in a reply', (_name, secret) => {
  it.each<[string, string]>([
    ['plain', secret],
    ['in JSON', JSON.stringify(secret)],
    ['in JSON with escapes', ascii(secret)],
    ['in JSON as PHP writes it', ascii(secret).replaceAll('/', '\\/')],
    ['as a form writes it', form(secret)],
    ['in an address', encodeURIComponent(secret)],
    [
      'in an address in lower case',
      encodeURIComponent(secret).replaceAll(/%../g, (at) => at.toLowerCase()),
    ],
    ['in base64', base64(secret)],
    [
      'in HTML',
      secret
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#039;'),
    ],
  ])('%s', async (_form, written) => {
    const raw = await rawOf(`before ${written} after`);
    expect(raw).not.toContain(written.replaceAll('"', ''));
    expect(raw).toMatch(/^before "?•••"? after$/u);
  });
});

it('the Basic header in a reply', async () => {
  expect(await rawOf(`Authorization: Basic ${base64(`${user}:${password}`)}`)).toBe(
    'Authorization: Basic •••',
  );
});

it('a password that the cut would halve', async () => {
  expect(await rawOf(`${'x'.repeat(3_995)}${password}`)).toBe(`${'x'.repeat(3_995)}•••`);
});

it('an unknown code that holds the password', async () => {
  const { client } = await bench(
    reply({ status: 'ERROR', error: `BAD ${password} ${'x'.repeat(500)}` }),
    {
      user,
      password: () => password,
    },
  );
  const { code } = failureOf(await client.getBalance());
  expect(code.startsWith('BAD ••• xxx')).toBe(true);
  expect(code).toHaveLength(100);
});

it('a documented code stays whole, whatever the user is called', async () => {
  const { client } = await bench(reply({ status: 'ERROR', error: 'INCORRECT_USER_PASSWORD' }), {
    user: 'USER',
    password: () => 'PASSWORD',
  });
  expect(failureOf(await client.getBalance())).toMatchObject({
    class: 'signIn',
    code: 'INCORRECT_USER_PASSWORD',
  });
});
