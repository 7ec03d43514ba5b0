/** Switching and signing out, with work unsent and work on its way. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { followBadge } from '../../../electron/desktop/attention.ts';
import {
  addTo,
  app,
  keychainKnown,
  passwordOf,
  rows,
  scriptedKeychain,
  server,
  signIn,
  status,
  withGroup,
} from './desktopless.ts';

describe('another account', () => {
  it('sees nothing and sends nothing of the first', async () => {
    const sandbox = await server();
    const opened = await app();
    const ana = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    await opened.get('sync.forceOffline', { forced: true });
    await addTo(opened, group, { mobile: '34600000002', name: 'Sin enviar' });
    await opened.get('sync.forceOffline', { forced: false });
    await sandbox.disconnect();
    await opened.get('sync.now', undefined);
    await sandbox.reconnect();

    sandbox.clearRequests();
    await signIn(opened, sandbox, 'berta');
    expect(await opened.get('groups.list', undefined)).toEqual([]);
    expect(await rows(opened)).toEqual([]);
    expect((await opened.get('outbox.list', { filter: 'all', offset: 0, limit: 10 })).total).toBe(
      0,
    );
    await status(opened, { waiting: 0 });
    await opened.get('sync.now', undefined);
    expect(sandbox.requests.every(({ user }) => user === 'berta')).toBe(true);
    expect(sandbox.requests.filter(({ kind }) => kind === 'write')).toEqual([]);
    const { accounts } = await opened.get('accounts.overview', undefined);
    expect(accounts.map(({ user, unsent }) => [user, unsent])).toEqual([
      ['ana', 1],
      ['berta', 0],
    ]);

    sandbox.clearRequests();
    await opened.get('accounts.switchTo', { accountId: ana.accountId });
    await status(opened, { waiting: 0, needsYou: 0 });
    expect(sandbox.requests.every(({ user }) => user === 'ana')).toBe(true);
    expect(sandbox.state.contactsOf(group.serverId!)).toHaveLength(2);
  });

  it('chosen while a request is on its way leaves that one unknown, and it arrives once', async () => {
    const sandbox = await server();
    const opened = await app();
    const ana = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    sandbox.clearRequests();
    sandbox.fault({ fault: { name: 'hang', applied: true }, method: 'addcontactlist' });
    await addTo(opened, group, { mobile: '34600000002' });
    const asked = opened.ask('sync.now', undefined);
    await expect.poll(() => sandbox.requests.some(({ fault }) => fault === 'hang')).toBe(true);
    const overviews = [];
    const switched = signIn(opened, sandbox, 'berta');
    for (let look = 0; look < 20; look += 1) {
      overviews.push(opened.get('accounts.overview', undefined));
      await new Promise((resolve) => void setImmediate(resolve));
    }
    await switched;
    for (const { accounts } of await Promise.all(overviews)) {
      expect(accounts.find(({ user }) => user === 'ana')?.unsent).toBe(1);
    }
    await asked;
    expect(opened.faults).toEqual([]);

    await opened.get('accounts.switchTo', { accountId: ana.accountId });
    await status(opened, { waiting: 0, needsYou: 0 });
    expect(sandbox.state.contactsOf(group.serverId!)).toHaveLength(2);
    expect(await opened.get('accounts.recoveryReport', undefined)).toBeNull();
  });

  it('is told of by its own status at once, whatever the keychain does', async () => {
    const sandbox = await server();
    const opened = await app();
    await signIn(opened, sandbox, 'ana');
    const berta = await signIn(opened, sandbox, 'berta');
    const group = await withGroup(opened, sandbox, 'berta');
    await opened.get('sync.forceOffline', { forced: true });
    await addTo(opened, group, { mobile: '34600000002' });
    await opened.get('accounts.practice', undefined);
    const told = () => opened.events.findLast(({ kind }) => kind === 'statusChanged');
    await expect.poll(told).toMatchObject({ status: { waiting: 0 } });
    await opened.get('accounts.switchTo', { accountId: berta.accountId });
    await expect.poll(told).toMatchObject({ status: { waiting: 1 } });
  });

  it('chosen while a group is looked up leaves the group with neither, and nothing unexpected', async () => {
    const sandbox = await server();
    const opened = await app();
    await signIn(opened, sandbox, 'ana');
    const [there] = sandbox.state.groupsOf('ana');
    sandbox.fault({ fault: { name: 'slow', ms: 300 }, method: 'getgroupcolumns' });
    const added = opened.ask('groups.addById', { serverId: String(there!.id), label: '' });
    await expect
      .poll(() => sandbox.requests.some(({ method }) => method === 'getgroupcolumns'))
      .toBe(true);
    await signIn(opened, sandbox, 'berta');
    expect(await added).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(opened.faults).toEqual([]);
    expect(await opened.get('groups.list', undefined)).toEqual([]);
  });
});

describe('an account whose file cannot be read', () => {
  it('hides no other, is refused with the reason, and leaves the open one at work', async () => {
    const sandbox = await server();
    const opened = await app();
    const ana = await signIn(opened, sandbox, 'ana');
    const berta = await signIn(opened, sandbox, 'berta');
    const group = await withGroup(opened, sandbox, 'berta');
    const { accountId } = ana;
    const file = new Sqlite(join(opened.dataFolder, 'accounts', accountId, 'mirror.db'));
    file.pragma('user_version = 999');
    file.close();
    const overview = await opened.get('accounts.overview', undefined);
    expect(overview.accounts.map(({ user }) => user)).toEqual(['ana', 'berta']);
    const code = 'databaseFromNewerVersion';
    expect((await opened.refusal('accounts.switchTo', { accountId })).code).toBe(code);
    const out = { accountId, discardUnsent: false };
    expect((await opened.refusal('accounts.signOut', out)).code).toBe(code);
    expect((await opened.get('accounts.overview', undefined)).active).toBe(berta.accountId);
    await addTo(opened, group, { mobile: '34600000002' });
    await status(opened, { waiting: 0, needsYou: 0 });
  });
});

describe('signing out', () => {
  it('of the last account leaves no number on the icon', async () => {
    const sandbox = await server();
    const opened = await app();
    const { accountId } = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
    await addTo(opened, group, { mobile: '34600000002' });
    await status(opened, { needsYou: 1 });
    const badge = (): number[] => {
      const shown: number[] = [];
      opened.events.forEach(followBadge((count) => shown.push(count)));
      return shown;
    };
    await expect.poll(badge).toEqual([1]);
    await opened.get('accounts.signOut', { accountId, discardUnsent: true });
    await expect.poll(badge).toEqual([1, 0]);
  });

  it('with unsent work is refused with the count, until the user gives it up', async () => {
    const sandbox = await server();
    const opened = await app();
    const { accountId } = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    await opened.get('sync.forceOffline', { forced: true });
    await addTo(opened, group, { mobile: '34600000002' });
    await addTo(opened, group, { mobile: '34600000003' });
    const request = { accountId, discardUnsent: false };
    expect(await opened.refusal('accounts.signOut', request)).toEqual({
      code: 'unsentWork',
      count: 2,
    });
    await status(opened, { waiting: 2 });
    await opened.get('accounts.signOut', { accountId, discardUnsent: true });
    expect(await opened.get('accounts.overview', undefined)).toMatchObject({
      accounts: [],
      active: null,
    });
    expect(existsSync(join(opened.dataFolder, 'accounts', accountId))).toBe(false);
    expect((await opened.refusal('groups.list', undefined)).code).toBe('noAccount');
  });

  it('of another account leaves the open one alone', async () => {
    const sandbox = await server();
    const opened = await app();
    const ana = await signIn(opened, sandbox, 'ana');
    const berta = await signIn(opened, sandbox, 'berta');
    const group = await withGroup(opened, sandbox, 'berta');
    await opened.get('accounts.signOut', { accountId: ana.accountId, discardUnsent: false });
    await addTo(opened, group, { mobile: '34600000002' });
    await status(opened, { waiting: 0, needsYou: 0 });
    const { accounts, active } = await opened.get('accounts.overview', undefined);
    expect(accounts.map(({ user }) => user)).toEqual(['berta']);
    expect(active).toBe(berta.accountId);
  });

  it('does not take along what was edited while it waited for its turn', async () => {
    const sandbox = await server();
    // A keychain that shows a prompt which nobody answers.
    const { started, startKeychain } = scriptedKeychain('openOnceProcess');
    const opened = await app({ startKeychain });
    await keychainKnown(opened);
    const { accountId } = await opened.get('accounts.practice', undefined);
    const [group] = await opened.get('groups.list', undefined);
    await opened.get('sync.forceOffline', { forced: true });
    const signingIn = opened.ask('accounts.signIn', {
      user: 'ana',
      password: passwordOf('ana'),
      server: sandbox.origin,
      transport: 'post',
      keep: 'keychain',
    });
    const accounts = async () => (await opened.get('accounts.overview', undefined)).accounts;
    await expect.poll(accounts).toHaveLength(2);
    const signingOut = opened.ask('accounts.signOut', { accountId, discardUnsent: false });
    const switching = opened.ask('accounts.switchTo', { accountId });
    await addTo(opened, group!, { [group!.mainField]: '34699999999' });
    started[0]!.kill();
    await signingIn;
    expect(await signingOut).toMatchObject({ ok: false, error: { code: 'unsentWork', count: 1 } });
    expect(await switching).toMatchObject({ ok: true });
    await status(opened, { waiting: 1 });
  });

  it('and switching to the same account at once opens no account that is gone', async () => {
    const sandbox = await server();
    const opened = await app();
    const ana = await signIn(opened, sandbox, 'ana');
    await signIn(opened, sandbox, 'berta');
    const { accountId } = ana;
    const out = opened.ask('accounts.signOut', { accountId, discardUnsent: false });
    const switched = opened.ask('accounts.switchTo', { accountId });
    expect(await out).toMatchObject({ ok: true });
    expect(await switched).toMatchObject({ ok: false, error: { code: 'accountUnknown' } });
    expect(readdirSync(join(opened.dataFolder, 'accounts'))).not.toContain(accountId);
  });
});

describe('the export of unsent work', () => {
  const unsent = z.object({
    format: z.literal('libreta-unsent-1'),
    account: z.object({ user: z.string(), server: z.string() }),
    changes: z.array(z.object({ intent: z.object({ kind: z.string() }), phase: z.string() })),
  });

  it.each(['open', 'not open'])(
    'of an account that is %s holds every entry and no password',
    async (place) => {
      const sandbox = await server();
      const savePath = join((await app()).dataFolder, 'unsent.json');
      const opened = await app({ savePath });
      const { accountId } = await signIn(opened, sandbox, 'ana');
      const group = await withGroup(opened, sandbox, 'ana');
      await opened.get('sync.forceOffline', { forced: true });
      await addTo(opened, group, { mobile: '34600000002', name: 'Dora' });
      await opened.get('groups.addColumn', { groupId: group.id, column: 'city' });
      if (place === 'not open') await signIn(opened, sandbox, 'berta');
      expect(await opened.get('accounts.exportUnsent', { accountId })).toEqual({ path: savePath });
      const text = readFileSync(savePath, 'utf8');
      const file = unsent.parse(JSON.parse(text));
      expect(file.account).toEqual({ user: 'ana', server: sandbox.origin });
      expect(file.changes.map(({ intent }) => intent.kind)).toEqual(['addContact', 'addColumn']);
      expect(text).toContain('Dora');
      expect(text).not.toContain(passwordOf('ana'));
    },
  );

  it('that the user cancels writes nothing; one that cannot be written says so', async () => {
    const sandbox = await server();
    const cancelled = await app();
    const { accountId } = await signIn(cancelled, sandbox, 'ana');
    expect(await cancelled.get('accounts.exportUnsent', { accountId })).toEqual({ path: null });
    const opened = await app({ savePath: join(cancelled.dataFolder, 'no', 'such', 'folder') });
    const account = await signIn(opened, sandbox, 'ana');
    const request = { accountId: account.accountId };
    expect((await opened.refusal('accounts.exportUnsent', request)).code).toBe('readOnly');
  });
});
