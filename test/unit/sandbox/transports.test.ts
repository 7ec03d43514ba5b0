import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sandboxTransports } from '../../../electron/sandbox/apiRequest.ts';
import { password, request, startRig, user } from './caller.ts';

describe.each(sandboxTransports)('the transport %s', (transport) => {
  it('carries every parameter and the credentials unharmed', async () => {
    const { sandbox, group } = await startRig();
    const name = 'Íñigo & Ñoño = 100% + 🌻; ¿no?';
    const contact = `mobile:34600000000,name:${name}`;
    const parameters = { class: 'group', method: 'addcontact', user, password, contact };
    const reply = await request(sandbox.origin, transport, {
      ...parameters,
      idgroup: String(group),
    });
    expect(await reply.json()).toMatchObject({ status: 'SUCCESS' });
    expect(sandbox.state.contactsOf(group)[0]?.fields).toEqual({ mobile: '34600000000', name });
    expect(sandbox.requests).toEqual([
      expect.objectContaining({ transport, method: 'addcontact', user, group: String(group) }),
    ]);
    expect(sandbox.requests[0]?.passwordInAddress).toBe(transport === 'get');
    expect(JSON.stringify(sandbox.requests)).not.toContain(password);
  });

  it('refuses a wrong password', async () => {
    const { sandbox } = await startRig();
    const wrong = { class: 'user', method: 'getbalance', user, password: 'wrong' };
    const reply = await request(sandbox.origin, transport, wrong);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ status: 'ERROR', error: 'INCORRECT_USER_PASSWORD' });
  });
});

describe('what the transports do not mix', () => {
  const login = { class: 'user', method: 'getbalance' };

  it('a POST does not read its address, nor a body that is no form', async () => {
    const { sandbox } = await startRig();
    const query = new URLSearchParams({ ...login, user, password });
    const replies = await Promise.all([
      fetch(`${sandbox.origin}/api/http/?${query}`, { method: 'POST' }),
      fetch(`${sandbox.origin}/api/http/`, {
        method: 'POST',
        body: JSON.stringify({ ...login, user, password }),
        headers: { 'Content-Type': 'application/json' },
      }),
    ]);
    for (const reply of replies)
      expect(await reply.json()).toEqual({ status: 'ERROR', error: 'MISSING_USER' });
  });

  it('basic does not read user and password from the parameters, nor http from the header', async () => {
    const { sandbox } = await startRig();
    const missing = { status: 'ERROR', error: 'MISSING_USER' };
    const body = new URLSearchParams({ ...login, user, password });
    const basic = await fetch(`${sandbox.origin}/api/basic/`, { method: 'POST', body });
    expect(await basic.json()).toEqual(missing);
    const Authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const http = await fetch(`${sandbox.origin}/api/http/?${new URLSearchParams(login)}`, {
      headers: { Authorization },
    });
    expect(await http.json()).toEqual(missing);
  });
});

describe('limits', () => {
  it.each(['get', 'basicGet'] as const)(
    '%s refuses an address above 4,000 characters',
    async (transport) => {
      const { sandbox, group } = await startRig();
      const contacts = JSON.stringify(
        Array.from({ length: 300 }, (_, row) => ({ mobile: `${row}` })),
      );
      const parameters = { class: 'group', method: 'addcontactlist', user, password, contacts };
      const reply = await request(sandbox.origin, transport, {
        ...parameters,
        idgroup: String(group),
      });
      expect(reply.status).toBe(414);
      expect(reply.headers.get('content-type')).toContain('text/html');
      expect(await reply.text()).toContain('<html>');
      expect(sandbox.state.contactsOf(group)).toEqual([]);
    },
  );

  it('POST takes megabytes, and refuses above 50', async () => {
    const { sandbox, group, text } = await startRig();
    const row = (mobile: string, size: number) =>
      JSON.stringify([{ mobile, name: 'x'.repeat(size) }]);
    await text('addcontactlist', { contacts: row('1', 10_000_000) });
    expect(sandbox.state.contactsOf(group)[0]?.fields.name).toHaveLength(10_000_000);
    // The server answers and closes before it has read all, so a client may see either.
    const tooLarge = await text('addcontactlist', { contacts: row('2', 51 * 1024 * 1024) }).catch(
      () => '413',
    );
    expect(tooLarge).toContain('413');
    expect(sandbox.state.contactsOf(group)).toHaveLength(1);
  });

  it('answers a page for other addresses and methods', async () => {
    const { sandbox } = await startRig();
    expect((await fetch(`${sandbox.origin}/`)).status).toBe(404);
    expect((await fetch(`${sandbox.origin}/api/http`)).status).toBe(404);
    expect((await fetch(`${sandbox.origin}/api/http/`, { method: 'PUT' })).status).toBe(405);
    expect(sandbox.requests).toEqual([]);
  });
});

describe('the doorkeeper', () => {
  it('listens on loopback alone and gives no CORS header', async () => {
    const { sandbox, send } = await startRig();
    expect(sandbox.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const names = [...(await send('getcontacts')).headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('refuses a web page: one that posts a form, and one that rebinds its name', async () => {
    const { sandbox, group, send } = await startRig();
    const form = new URLSearchParams({ class: 'group', method: 'deletegroup', user, password });
    form.set('idgroup', String(group));
    const posted = await fetch(`${sandbox.origin}/api/http/`, {
      method: 'POST',
      body: form,
      headers: { Origin: 'https://evil.example' },
    });
    expect(posted.status).toBe(403);
    const rebound = await rawRequest(sandbox.origin, 'evil.example');
    expect(rebound).toMatch(/^HTTP\/1\.1 403 /u);
    expect(await rawRequest(sandbox.origin, 'localhost:80')).toMatch(/^HTTP\/1\.1 200 /u);
    expect((await send('getcontacts')).status).toBe(200);
    expect(sandbox.state.group(group)).not.toBeNull();
  });
});

/** A GET with a Host of one's own, which fetch does not allow. */
function rawRequest(origin: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(`GET /api/http/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}
