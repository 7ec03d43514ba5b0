import { describe, expect, it } from 'vitest';
import { bench, failureOf, group, valueOf } from './fixtures.ts';
import { error, reply, type Responder } from './replyServer.ts';

async function failed(
  respond: Responder,
  ...rest: [Parameters<typeof bench>[1]?, Parameters<typeof bench>[2]?]
) {
  const { client } = await bench(respond, ...rest);
  return failureOf(await client.deleteGroup(group));
}

describe("Afilnet's codes", () => {
  it.each([
    ['INCORRECT_USER_PASSWORD', 'signIn'],
    ['MISSING_USER', 'signIn'],
    ['MISSING_PASSWORD', 'signIn'],
    ['NOT_ACCESS_TO_GROUP', 'groupGone'],
    ['NOT_ACCESS_TO_CONTACT', 'contactGone'],
    ['ERROR_NOT_ACCESS_TO_CONTACT', 'contactGone'],
    ['CONTACT_EXISTS', 'exists'],
    ['INCORRECT_TYPE', 'rejected'],
    ['MISSING_MAIN_FIELD', 'rejected'],
    ['COUNTRY_NOT_FOUND', 'rejected'],
    ['MISSING_COMPULSORY_PARAM', 'rejected'],
    ['INCORRECT_CLASS', 'notUnderstood'],
    ['INCORRECT_METHOD', 'notUnderstood'],
    ['MISSING_CLASS', 'notUnderstood'],
    ['MISSING_METHOD', 'notUnderstood'],
    ['SOMETHING_NEW', 'notUnderstood'],
  ])('%s is %s, and nothing was applied', async (code, kind) => {
    expect(await failed(error(code))).toEqual({
      class: kind,
      code,
      applied: 'no',
      raw: JSON.stringify({ status: 'ERROR', error: code }),
    });
  });

  it('counts whatever the status of HTTP, the case and the white space', async () => {
    const body = '\uFEFF \r\n{"status":"error","error":" contact_exists "}\n';
    for (const status of [200, 400, 403, 500]) {
      const failure = await failed(reply(body, status, { 'content-type': 'text/html' }));
      expect(failure).toMatchObject({ class: 'exists', code: 'CONTACT_EXISTS', applied: 'no' });
    }
  });

  it('is over Basic too what a readable 401 says', async () => {
    const failure = await failed(error('NOT_ACCESS_TO_GROUP', 401), { transport: 'basicPost' });
    expect(failure.class).toBe('groupGone');
  });

  it.each([[undefined], [null], [''], [{ code: 1 }]])(
    'ERROR with %j for its code names none',
    async (code) => {
      expect(await failed(error(code))).toMatchObject({
        class: 'notUnderstood',
        code: 'no-code',
        applied: 'no',
      });
    },
  );

  it('takes a number for a code', async () => {
    expect(await failed(error(17))).toMatchObject({ class: 'notUnderstood', code: '17' });
  });

  it('an unknown code under a 503 is the passing trouble that the status says', async () => {
    expect(await failed(error('TRY_LATER', 503))).toMatchObject({
      class: 'transient',
      code: 'http-503',
      applied: 'no',
    });
  });
});

describe('a reply that is no answer', () => {
  const page = '<!DOCTYPE html><html><body>Wi-Fi</body></html>';

  it.each<[string, Responder, object]>([
    ['a page', reply(page), { class: 'transient', code: 'html', applied: 'unknown' }],
    ['a page with a 503', reply(page, 503), { class: 'transient', code: 'html' }],
    ['a page with a 404', reply(page, 404), { class: 'transient', code: 'html' }],
    ['a page with a 511', reply(page, 511), { class: 'transient', code: 'html' }],
    [
      'a page labelled JSON',
      reply(page, 200, { 'content-type': 'application/json' }),
      { code: 'html' },
    ],
    [
      'a warning before the JSON',
      reply('<br />\n<b>Warning</b>{"status":"SUCCESS"}'),
      { code: 'html' },
    ],
    ['nothing', reply(''), { class: 'transient', code: 'empty-reply', applied: 'unknown' }],
    ['white space', reply(' \r\n'), { class: 'transient', code: 'empty-reply' }],
    ['a byte order mark', reply('\uFEFF'), { class: 'transient', code: 'empty-reply' }],
    ['204', reply('', 204), { class: 'transient', code: 'empty-reply' }],
    [
      'a cut JSON',
      reply('{"status":"SUCC', 200, { 'content-type': 'text/html' }),
      { class: 'transient', code: 'unreadable-reply', applied: 'unknown' },
    ],
    [
      'a cut character',
      reply(Buffer.from('{"status":"á').subarray(0, 12)),
      { class: 'transient', code: 'unreadable-reply' },
    ],
    ['plain text', reply('OK'), { class: 'transient', code: 'unreadable-reply' }],
    ['500', reply('', 500), { class: 'transient', code: 'http-500', applied: 'unknown' }],
    ['502 with text', reply('Bad Gateway', 502), { class: 'transient', code: 'http-502' }],
    ['503 with other JSON', reply({ message: 'x' }, 503), { class: 'transient', code: 'http-503' }],
    ['408', reply('', 408), { class: 'transient', code: 'http-408' }],
    ['407', reply('', 407), { class: 'transient', code: 'http-407' }],
    ['404', reply('Not found', 404), { class: 'notUnderstood', code: 'http-404' }],
    [
      '404 with other JSON',
      reply({ message: 'x' }, 404),
      { class: 'notUnderstood', code: 'http-404' },
    ],
    ['401 where no header was sent', reply('', 401), { class: 'notUnderstood', code: 'http-401' }],
    ['429', reply('', 429), { class: 'transient', code: 'http-429', applied: 'unknown' }],
    ['429 with a page', reply(page, 429), { class: 'transient', code: 'http-429' }],
    [
      'other JSON',
      reply({ ok: true }),
      { class: 'notUnderstood', code: 'unknown-reply', applied: 'unknown' },
    ],
    ['a JSON text', reply('"SUCCESS"'), { class: 'notUnderstood', code: 'unknown-reply' }],
    ['a JSON null', reply('null'), { class: 'notUnderstood', code: 'unknown-reply' }],
    [
      'a status that is neither',
      reply({ status: 'PENDING' }),
      { class: 'notUnderstood', code: 'unknown-reply' },
    ],
    [
      'a success that names an error',
      reply({ status: 'SUCCESS', error: 'X' }),
      { class: 'notUnderstood', code: 'unknown-reply' },
    ],
    [
      'a success with false',
      reply({ status: 'SUCCESS', result: false }),
      { class: 'notUnderstood' },
    ],
    [
      'a success with an error inside',
      reply({ status: 'SUCCESS', result: { error: 'X' } }),
      { class: 'notUnderstood' },
    ],
    [
      'another encoding',
      reply(Buffer.from('{"status":"SUCCESS","result":"\xe9"}', 'latin1')),
      { class: 'notUnderstood', code: 'encoding' },
    ],
  ])('%s', async (_name, respond, expected) => {
    expect(await failed(respond)).toMatchObject(expected);
  });

  it.each([301, 302, 303, 307, 308])('%i is never followed, whatever its body', async (status) => {
    const { server, client } = await bench((request, response) => {
      if (request.url !== '/api/http/') return reply({ status: 'SUCCESS' })(request, response);
      reply({ status: 'SUCCESS' }, status, { location: '/elsewhere' })(request, response);
    });
    expect(failureOf(await client.deleteGroup(group))).toMatchObject({
      class: 'transient',
      code: 'redirect',
      applied: 'unknown',
    });
    expect(server.seen.map((request) => request.url)).toEqual(['/api/http/']);
  });

  it.each([
    [401, 'basicPost', ''],
    [401, 'basicGet', page],
    [403, 'basicPost', 'Forbidden'],
  ] as const)('%i over %s speaks of the credentials', async (status, transport, body) => {
    expect(await failed(reply(body, status), { transport })).toMatchObject({
      class: 'signIn',
      code: `http-${status}`,
      applied: 'no',
    });
  });

  it('keeps at most 4,000 characters of it', async () => {
    const failure = await failed(reply({ other: 'x'.repeat(9_000) }));
    expect(failure.raw).toHaveLength(4_000);
    expect(failure.raw?.startsWith('{"other":"xxx')).toBe(true);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  const retryAfter = async (header: string, status = 429) =>
    (await failed(reply('', status, { 'retry-after': header }), {}, { now: () => now }))
      .retryAfterMs;

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 10:02:00 GMT', 120_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
  ])('%s', async (header, expected) => {
    expect(await retryAfter(header)).toBe(expected);
    expect(await retryAfter(header, 503)).toBe(expected);
  });
});

describe('a success', () => {
  it.each(['success', 'Success', ' SUCCESS '])('is one as %j', async (status) => {
    const { client } = await bench(reply({ status }));
    valueOf(await client.deleteGroup(group));
  });

  it('is read in the charset that its header names', async () => {
    const body = Buffer.from('{"status":"SUCCESS","result":["mobile","direcci\xf3n"]}', 'latin1');
    const { client } = await bench(
      reply(body, 200, { 'content-type': 'text/html; charset=ISO-8859-1' }),
    );
    expect(valueOf(await client.getGroupColumns(group))).toEqual(['mobile', 'dirección']);
  });
});
