import { describe, expect, it } from 'vitest';
import {
  addTo,
  app,
  groupOf,
  keychainKnown,
  passwordOf,
  rows,
  server,
  signIn,
  status,
  withGroup,
} from './desktopless.ts';

describe('signing in', () => {
  it('checks the password, keeps the account and shows it', async () => {
    const sandbox = await server();
    const opened = await app();
    const { accountId, passwordPlace } = await signIn(opened, sandbox, 'ana');
    expect(passwordPlace).toBe('session');
    const overview = await opened.get('accounts.overview', undefined);
    expect(overview).toMatchObject({
      active: accountId,
      accounts: [{ id: accountId, user: 'ana', passwordPlace: 'session', unsent: 0 }],
    });
    await withGroup(opened, sandbox, 'ana');
    expect((await rows(opened)).map(({ fields }) => fields['name'])).toEqual(['Una de ana']);
  });

  it('falls back to memory where the keychain is wanted and none answers, and says so', async () => {
    const sandbox = await server();
    const opened = await app();
    await keychainKnown(opened);
    const { passwordPlace } = await opened.get('accounts.signIn', {
      user: 'ana',
      password: passwordOf('ana'),
      server: sandbox.origin,
      transport: 'basicPost',
      keep: 'keychain',
    });
    expect(passwordPlace).toBe('session');
    expect(sandbox.requests.at(-1)?.transport).toMatch(/basic/u);
  });

  it('with a wrong password keeps nothing and asks the server once', async () => {
    const sandbox = await server();
    const opened = await app();
    const refusal = await opened.refusal('accounts.signIn', {
      user: 'ana',
      password: 'otra-clave',
      server: sandbox.origin,
      transport: 'post',
      keep: 'session',
    });
    expect(refusal).toMatchObject({ code: 'wrongPassword', serverCode: 'INCORRECT_USER_PASSWORD' });
    expect(JSON.stringify(refusal)).not.toContain('otra-clave');
    expect(await opened.get('accounts.overview', undefined)).toMatchObject({
      accounts: [],
      active: null,
    });
    expect(sandbox.requests).toHaveLength(1);
    expect((await opened.refusal('sync.status', undefined)).code).toBe('noAccount');
  });

  it('without a server says that it cannot be reached, and keeps nothing', async () => {
    const sandbox = await server();
    await sandbox.disconnect();
    const opened = await app();
    const request = { user: 'ana', password: passwordOf('ana'), keep: 'session' } as const;
    const refusal = await opened.refusal('accounts.signIn', {
      ...request,
      server: sandbox.origin,
      transport: 'post',
    });
    expect(refusal.code).toBe('serverUnreachable');
    expect((await opened.get('accounts.overview', undefined)).accounts).toEqual([]);
  });

  it('refuses addresses that are none, or not secure', async () => {
    const opened = await app();
    const request = { user: 'ana', password: 'x', transport: 'post', keep: 'session' } as const;
    for (const [address, code] of [
      ['http://afilnet.example', 'serverAddressInsecure'],
      ['not an address', 'serverAddressInvalid'],
    ] as const) {
      const refusal = await opened.refusal('accounts.signIn', { ...request, server: address });
      expect(refusal.code).toBe(code);
    }
  });

  it('again to the same account takes its data up where it was, with the new transport', async () => {
    const sandbox = await server();
    const opened = await app();
    const first = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    const again = await opened.get('accounts.signIn', {
      user: 'ana',
      password: passwordOf('ana'),
      server: `${sandbox.origin}/`,
      transport: 'basicPost',
      keep: 'session',
    });
    expect(again.accountId).toBe(first.accountId);
    expect((await groupOf(opened, group.id)).contacts).toBe(1);
    sandbox.clearRequests();
    await opened.get('sync.now', undefined);
    expect(sandbox.requests.length).toBeGreaterThan(0);
    expect(sandbox.requests.every(({ transport }) => /basic/u.test(transport))).toBe(true);
  });
});

describe('the practice account', () => {
  it('needs no network, keeps its edits, and comes back as it was', async () => {
    const opened = await app();
    const { accountId } = await opened.get('accounts.practice', undefined);
    const [group] = await opened.get('groups.list', undefined);
    await addTo(opened, group!, { [group!.mainField]: '34699999999' });
    await status(opened, { waiting: 0, needsYou: 0, connection: 'online' });
    const again = await opened.restart();
    expect(await again.get('accounts.practice', undefined)).toEqual({ accountId });
    await again.get('sync.now', undefined);
    expect((await groupOf(again, group!.id)).pullError).toBeNull();
    await status(again, { waiting: 0, needsYou: 0, connection: 'online', problem: null });
    expect((await rows(again)).some(({ fields }) => fields['mobile'] === '34699999999')).toBe(true);
  });
});

describe('a changed password', () => {
  it('pauses the queue after one refusal; given anew, everything goes on', async () => {
    const sandbox = await server();
    const opened = await app();
    const { accountId } = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    sandbox.state.setPassword('ana', 'nueva-clave');
    sandbox.clearRequests();
    await addTo(opened, group, { mobile: '34600000002' });
    await status(opened, { queue: 'signIn', waiting: 1 });
    expect(sandbox.requests).toHaveLength(1);

    const wrong = { accountId, password: 'todavia-no', keep: 'session' } as const;
    expect((await opened.refusal('accounts.renewPassword', wrong)).code).toBe('wrongPassword');
    await status(opened, { queue: 'signIn', waiting: 1 });

    await opened.get('accounts.renewPassword', { ...wrong, password: 'nueva-clave' });
    await status(opened, { queue: 'idle', waiting: 0, needsYou: 0 });
    expect(sandbox.state.contactsOf(group.serverId!)).toHaveLength(2);
  });

  it('given anew for an account that is not open counts when it is', async () => {
    const sandbox = await server();
    const opened = await app();
    const { accountId } = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    sandbox.state.setPassword('ana', 'nueva-clave');
    await addTo(opened, group, { mobile: '34600000002' });
    await status(opened, { queue: 'signIn' });
    await signIn(opened, sandbox, 'berta');
    const renewal = { accountId, password: 'nueva-clave', keep: 'session' } as const;
    await opened.get('accounts.renewPassword', renewal);
    await opened.get('accounts.switchTo', { accountId });
    await status(opened, { queue: 'idle', waiting: 0, needsYou: 0 });
    expect(sandbox.state.contactsOf(group.serverId!)).toHaveLength(2);
  });

  it('of an account that was signed out meanwhile is kept nowhere', async () => {
    const sandbox = await server();
    const opened = await app();
    const { accountId } = await signIn(opened, sandbox, 'ana');
    await status(opened, { queue: 'idle', connection: 'online' });
    sandbox.clearRequests();
    sandbox.fault({ fault: { name: 'slow', ms: 300 }, method: 'getbalance' });
    const renewal = { accountId, password: passwordOf('ana'), keep: 'session' } as const;
    const renewed = opened.ask('accounts.renewPassword', renewal);
    await expect.poll(() => sandbox.requests.length).toBe(1);
    await opened.get('accounts.signOut', { accountId, discardUnsent: false });
    expect(await renewed).toMatchObject({ ok: false, error: { code: 'accountUnknown' } });
  });
});
