/** The credentials reach the server and nothing else: no output, no result, no error, no address. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { serverIdSchema } from '#shared/domain/ids.ts';
import type { AfilnetClient, ApiResult, TransportName } from '../../electron/afilnet/client.ts';
import { createAfilnetClient } from '../../electron/afilnet/createClient.ts';
import { startSandbox } from '../../electron/sandbox/sandbox.ts';

const user = 'ana@example.com';
const password = 'Zx9 çlave+única/Ñ';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const form = new URLSearchParams([['', password]]).toString().slice(1);

/** Every spelling in which the password could slip out. */
const spellings = [
  password,
  JSON.stringify(password).slice(1, -1),
  form,
  form.replaceAll('+', '%20'),
  encodeURIComponent(password),
  base64(password).replace(/=+$/u, ''),
  base64(`${user}:${password}`).replace(/=+$/u, ''),
];

function expectNoPassword(place: string, text: string): void {
  for (const spelling of spellings)
    expect(text.includes(spelling), `${place}: ${text}`).toBe(false);
}

/** Everything that is written to the console or the standard streams while a test runs. */
function captureOutput(): () => string {
  const written: string[] = [];
  const note = (...values: unknown[]): boolean => {
    written.push(
      values
        .map((value) => (typeof value === 'string' ? value : inspect(value, { depth: null })))
        .join(' '),
    );
    return true;
  };
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(note),
    ),
    vi.spyOn(process.stdout, 'write').mockImplementation(note),
    vi.spyOn(process.stderr, 'write').mockImplementation(note),
    vi.spyOn(process, 'emitWarning').mockImplementation(note),
  ];
  onTestFinished(() => spies.forEach((spy) => spy.mockRestore()));
  return () => written.join('\n');
}

interface EchoServer {
  readonly origin: string;
  readonly addresses: string[];
  readonly credentials: string[];
}

type Answer = (sent: string, response: http.ServerResponse) => void;

/** A server that echoes what it got in whatever way the test wants, and notes the addresses it was called at. */
async function echoServer(answer: Answer): Promise<EchoServer> {
  const addresses: string[] = [];
  const credentials: string[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      addresses.push(request.url ?? '');
      const sent = body + (request.headers.authorization ?? '');
      credentials.push(sent);
      answer(sent, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    addresses,
    credentials,
  };
}

const group = serverIdSchema.parse('1000');
const contact = serverIdSchema.parse('77');

/** Each method once. */
const everyMethod = (client: AfilnetClient): Promise<ApiResult<unknown>>[] => [
  client.getBalance(),
  client.createGroup({ name: 'x', type: 'mobile', columns: ['mobile'] }),
  client.getGroupColumns(group),
  client.addColumn(group, 'city'),
  client.deleteColumn(group, 'city'),
  client.deleteGroup(group),
  client.assignCountry(group, 'esp'),
  client.getContacts(group),
  client.getContact(group, contact),
  client.addContact(group, { mobile: '1' }),
  client.addContactList(group, [{ mobile: '1' }]),
  client.modifyContact(group, contact, { mobile: '1' }),
  client.deleteContact(group, contact),
];

function clientOn(server: string, transport: TransportName) {
  const client = createAfilnetClient({
    server,
    transport,
    user,
    password: () => password,
    timeoutMs: 3_000,
  });
  onTestFinished(() => client.close());
  return client;
}

/** All that a result can show: as JSON over IPC, and as a developer's inspection prints it. */
const shown = (value: unknown): string =>
  `${JSON.stringify(value)}\n${inspect(value, { depth: null, showHidden: true, maxStringLength: null })}`;

const failures: readonly (readonly [string, Answer])[] = [
  [
    'a refusal',
    (_sent, response) => response.end('{"status":"ERROR","error":"INCORRECT_USER_PASSWORD"}'),
  ],
  [
    'an unknown code that echoes',
    (sent, response) =>
      response.end(JSON.stringify({ status: 'ERROR', error: `${password} ${sent}` })),
  ],
  [
    'an unknown shape that echoes',
    (sent, response) => response.end(JSON.stringify({ sent, password })),
  ],
  [
    'an unknown result that echoes',
    (sent, response) =>
      response.end(JSON.stringify({ status: 'SUCCESS', result: { error: sent, password } })),
  ],
  [
    'a page that echoes',
    (sent, response) => response.writeHead(500).end(`<html>${sent} ${password}</html>`),
  ],
  ['a text that echoes', (sent, response) => response.end(`${sent} ${password}`)],
  ['401', (sent, response) => response.writeHead(401).end(sent)],
  ['404', (sent, response) => response.writeHead(404).end(sent)],
  ['429', (sent, response) => response.writeHead(429, { 'retry-after': '1' }).end(sent)],
  ['a redirect', (sent, response) => response.writeHead(307, { location: '/elsewhere' }).end(sent)],
  ['an empty reply', (_sent, response) => response.end()],
  ['a broken connection', (_sent, response) => response.destroy()],
  ['no reply', () => undefined],
];

beforeAll(() => {
  // A search that cannot find anything would prove nothing.
  for (const spelling of spellings)
    expect(() => expectNoPassword('here', `a${spelling}b`)).toThrow();
});

describe.each(['post', 'basicPost', 'basicGet'] as const)('over %s', (transport) => {
  it('a sign-in and every method', async () => {
    const output = captureOutput();
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.stop());
    sandbox.state.addAccount(user, password);
    const client = clientOn(sandbox.origin, transport);
    const results = await Promise.all(everyMethod(client));
    expect(results[0]?.ok).toBe(true);
    expectNoPassword('results', shown(results));
    expectNoPassword('the client', shown(client));
    expectNoPassword('output', output());
    expect(sandbox.requests.some((request) => request.passwordInAddress)).toBe(false);
  });

  it.each(failures)('%s', async (_name, answer) => {
    const output = captureOutput();
    const server = await echoServer(answer);
    const results = await Promise.all(everyMethod(clientOn(server.origin, transport)));
    expect(results.every((result) => !result.ok)).toBe(true);
    expectNoPassword('results', shown(results));
    expectNoPassword('output', output());
    expectNoPassword('addresses', server.addresses.join('\n'));
    // The server did get them: the test would see them if they were shown.
    expect(server.credentials.length).toBeGreaterThanOrEqual(results.length);
    expect(
      server.credentials.every((sent) => spellings.some((spelling) => sent.includes(spelling))),
    ).toBe(true);
  });

  it.each([
    ['no server', 'http://127.0.0.1:1'],
    ['an address that is refused here', 'http://example.com'],
  ])('%s', async (_name, server) => {
    const output = captureOutput();
    const results = await Promise.all(everyMethod(clientOn(server, transport)));
    expect(results.every((result) => !result.ok)).toBe(true);
    expectNoPassword('results', shown(results));
    expectNoPassword('output', output());
  });
});
