import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bench, clientOf, failureOf, group, settingsFor, valueOf } from './fixtures.ts';
import { reply, success } from './replyServer.ts';
import { selfSigned } from './selfSigned.ts';

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A server below HTTP: what each connection does is the test's affair. */
async function rawServer(onSocket: (socket: Socket, index: number) => void): Promise<string> {
  let count = 0;
  const port = await listen(
    net.createServer((socket) => {
      socket.on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
      onSocket(socket, count++);
    }),
  );
  return `http://127.0.0.1:${port}`;
}

const answer = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;

describe('no connection', () => {
  it('refused', async () => {
    const server = net.createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const client = clientOf(settingsFor(`http://127.0.0.1:${port}`));
    expect(failureOf(await client.deleteGroup(group))).toEqual({
      class: 'offline',
      code: 'network',
      applied: 'no',
    });
  });

  it('a name that does not exist', async () => {
    const client = clientOf(settingsFor('https://libreta.invalid'));
    expect(failureOf(await client.deleteGroup(group))).toEqual({
      class: 'offline',
      code: 'network',
      applied: 'no',
    });
  });

  it('a server that does not speak TLS', async () => {
    const port = Number(new URL(await rawServer((socket) => socket.end('SSH-2.0-x\r\n'))).port);
    const client = clientOf(settingsFor(`https://127.0.0.1:${port}`));
    expect(failureOf(await client.deleteGroup(group))).toEqual({
      class: 'offline',
      code: 'network',
      applied: 'no',
    });
  });

  it('a handshake that never ends', async () => {
    const port = Number(new URL(await rawServer(() => undefined)).port);
    const client = clientOf(settingsFor(`https://127.0.0.1:${port}`, { timeoutMs: 100 }));
    expect(failureOf(await client.deleteGroup(group))).toEqual({
      class: 'offline',
      code: 'timeout',
      applied: 'no',
    });
  });
});

describe('certificates', () => {
  async function secureServer(host: string) {
    const { cert, key } = selfSigned(host);
    let requests = 0;
    const server = https.createServer({ cert, key }, (_request, response) => {
      requests += 1;
      response.end('{"status":"SUCCESS"}');
    });
    server.on('tlsClientError', () => undefined);
    return { cert, port: await listen(server), requests: () => requests };
  }

  it('one that nobody vouches for', async () => {
    const server = await secureServer('localhost');
    const client = clientOf(settingsFor(`https://localhost:${server.port}`));
    expect(failureOf(await client.deleteGroup(group))).toEqual({
      class: 'offline',
      code: 'certificate',
      applied: 'no',
    });
    expect(server.requests()).toBe(0);
  });

  it('one for another name', async () => {
    const server = await secureServer('elsewhere.test');
    const client = clientOf(settingsFor(`https://localhost:${server.port}`), {
      certificateAuthorities: [server.cert],
    });
    expect(failureOf(await client.deleteGroup(group)).code).toBe('certificate');
    expect(server.requests()).toBe(0);
  });

  it('cannot be waved through by an environment variable', async () => {
    const server = await secureServer('localhost');
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    onTestFinished(() => void delete process.env.NODE_TLS_REJECT_UNAUTHORIZED);
    const client = clientOf(settingsFor(`https://localhost:${server.port}`));
    expect(failureOf(await client.deleteGroup(group)).code).toBe('certificate');
  });

  it('one that is trusted serves many requests', async () => {
    const server = await secureServer('localhost');
    const client = clientOf(settingsFor(`https://localhost:${server.port}`), {
      certificateAuthorities: [server.cert],
    });
    valueOf(await client.deleteGroup(group));
    valueOf(await client.deleteGroup(group));
    expect(server.requests()).toBe(2);
  });
});

describe('a request that left', () => {
  it('and was reset', async () => {
    const url = await rawServer((socket) => socket.on('data', () => socket.resetAndDestroy()));
    expect(failureOf(await clientOf(settingsFor(url)).deleteGroup(group))).toEqual({
      class: 'transient',
      code: 'connection-lost',
      applied: 'unknown',
    });
  });

  it('and whose connection was closed without a reply', async () => {
    const url = await rawServer((socket) => socket.on('data', () => socket.end()));
    expect(failureOf(await clientOf(settingsFor(url)).deleteGroup(group))).toEqual({
      class: 'transient',
      code: 'connection-lost',
      applied: 'unknown',
    });
  });

  it('and whose reply broke off', async () => {
    const cut = answer('{"status":"SUCCESS"}').slice(0, -5);
    const url = await rawServer((socket) => socket.on('data', () => socket.end(cut)));
    expect(failureOf(await clientOf(settingsFor(url)).deleteGroup(group))).toEqual({
      class: 'transient',
      code: 'connection-lost',
      applied: 'unknown',
    });
  });

  it('and was answered in no known language', async () => {
    const url = await rawServer((socket) => socket.on('data', () => socket.end('220 smtp\r\n')));
    expect(failureOf(await clientOf(settingsFor(url)).deleteGroup(group))).toEqual({
      class: 'transient',
      code: 'unreadable-reply',
      applied: 'unknown',
    });
  });

  it.each([
    ['no reply', () => undefined],
    [
      'no end of the reply',
      (socket: Socket) => socket.write(answer('{"status":"SUCCESS"}').slice(0, -5)),
    ],
  ])('and timed out with %s', async (_name, act) => {
    const url = await rawServer((socket) => socket.on('data', () => act(socket)));
    expect(
      failureOf(await clientOf(settingsFor(url, { timeoutMs: 150 })).deleteGroup(group)),
    ).toEqual({
      class: 'transient',
      code: 'timeout',
      applied: 'unknown',
    });
  });

  it('and whose reply is too long', async () => {
    const { client } = await bench(reply('x'.repeat(2_000)), {}, { maxReplyBytes: 1_000 });
    expect(failureOf(await client.getContacts(group))).toEqual({
      class: 'notUnderstood',
      code: 'reply-too-long',
      applied: 'unknown',
    });
  });
});

describe('cancelling', () => {
  it('before anything is sent', async () => {
    const { server, client } = await bench(success());
    expect(failureOf(await client.deleteGroup(group, { signal: AbortSignal.abort() }))).toEqual({
      class: 'cancelled',
      code: 'cancelled',
      applied: 'no',
    });
    expect(server.seen).toHaveLength(0);
  });

  it('after it left', async () => {
    const cancel = new AbortController();
    const { client } = await bench(() => cancel.abort());
    expect(failureOf(await client.deleteGroup(group, { signal: cancel.signal }))).toEqual({
      class: 'cancelled',
      code: 'cancelled',
      applied: 'unknown',
    });
  });

  it('while the connection is being made', async () => {
    const cancel = new AbortController();
    const port = Number(new URL(await rawServer(() => cancel.abort())).port);
    const client = clientOf(settingsFor(`https://127.0.0.1:${port}`));
    expect(failureOf(await client.deleteGroup(group, { signal: cancel.signal }))).toEqual({
      class: 'cancelled',
      code: 'cancelled',
      applied: 'no',
    });
  });

  it('after the reply changes nothing', async () => {
    const cancel = new AbortController();
    const { client } = await bench(success());
    valueOf(await client.deleteGroup(group, { signal: cancel.signal }));
    cancel.abort();
    valueOf(await client.deleteGroup(group));
  });
});

describe('connections', () => {
  it('serve one request after the other', async () => {
    const { server, client } = await bench(success());
    valueOf(await client.deleteGroup(group));
    valueOf(await client.deleteGroup(group));
    expect(server.seen[1]!.socket).toBe(server.seen[0]!.socket);
  });

  it('that the server closed at rest are replaced, and the request is sent once', async () => {
    const { server, client } = await bench(success());
    for (let round = 1; round <= 20; round += 1) {
      valueOf(await client.deleteGroup(group));
      // Closed now, noticed by the client only while it begins the next request.
      server.seen.at(-1)!.socket.end();
      expect(server.seen).toHaveLength(round);
    }
  });

  it('that break after a second request are an unknown outcome, sent no second time', async () => {
    let requests = 0;
    const url = await rawServer((socket) =>
      socket.on('data', () => {
        requests += 1;
        if (requests === 1) socket.write(answer('{"status":"SUCCESS"}'));
        else socket.resetAndDestroy();
      }),
    );
    const client = clientOf(settingsFor(url));
    valueOf(await client.deleteGroup(group));
    expect(failureOf(await client.deleteGroup(group))).toMatchObject({
      class: 'transient',
      applied: 'unknown',
    });
    expect(requests).toBe(2);
  });

  it('fall to the timeout where the server, once gone at rest, answers no more', async () => {
    const url = await rawServer((socket, index) =>
      socket.on('data', () => {
        if (index === 0) socket.end(answer('{"status":"SUCCESS"}'));
      }),
    );
    const client = clientOf(settingsFor(url, { timeoutMs: 200 }));
    valueOf(await client.deleteGroup(group));
    expect(failureOf(await client.deleteGroup(group))).toMatchObject({
      code: 'timeout',
      applied: 'unknown',
    });
  });

  it('carry several requests at once', async () => {
    const { server, client } = await bench(success([]));
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.getContacts(group)));
    expect(answers.every((result) => result.ok)).toBe(true);
    expect(server.seen).toHaveLength(20);
  });

  it('end with the client', async () => {
    const { server, client } = await bench(success());
    valueOf(await client.deleteGroup(group));
    const { socket } = server.seen[0]!;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    client.close();
    await closed;
  });
});

describe('an address that settings would refuse', () => {
  it.each([
    ['http://example.com', 'server-insecure'],
    ['ftp://127.0.0.1', 'server-invalid'],
    ['', 'server-invalid'],
  ])('%s is sent nothing', async (server, code) => {
    expect(failureOf(await clientOf(settingsFor(server)).deleteGroup(group))).toEqual({
      class: 'refusedHere',
      code,
      applied: 'no',
    });
  });
});
