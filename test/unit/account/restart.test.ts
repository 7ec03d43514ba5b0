/** What is there after the app was closed, without a network and without a keychain. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTo, app, passwordOf, rows, server, signIn, status, withGroup } from './desktopless.ts';

describe('a start without a network', () => {
  it('shows the account that was open last with its unsent edits, and takes new ones', async () => {
    const sandbox = await server();
    const first = await app();
    const { accountId } = await signIn(first, sandbox, 'ana');
    const group = await withGroup(first, sandbox, 'ana');
    await sandbox.disconnect();
    await addTo(first, group, { mobile: '34600000002', name: 'Dora' });
    const second = await first.restart();
    expect((await rows(second)).map(({ fields }) => fields['name'])).toEqual([
      'Una de ana',
      'Dora',
    ]);
    await addTo(second, group, { mobile: '34600000003', name: 'Eva' });
    // No keychain: the password is asked for, and the queue waits.
    await status(second, { queue: 'signIn', waiting: 2 });
    const overview = await second.get('accounts.overview', undefined);
    expect(overview).toMatchObject({ active: accountId, accounts: [{ passwordPlace: 'none' }] });

    // Given without a network it cannot be checked, and is believed until the server says otherwise.
    const renewal = { accountId, password: passwordOf('ana'), keep: 'session' } as const;
    await second.get('accounts.renewPassword', renewal);
    await status(second, { connection: 'offline', queue: 'idle', waiting: 2 });
    await sandbox.reconnect();
    second.wakeUp();
    await status(second, { connection: 'online', waiting: 0, needsYou: 0 });
    expect(sandbox.state.contactsOf(group.serverId!)).toHaveLength(3);
  });

  it('asks the server nothing with a password that was refused before', async () => {
    const sandbox = await server();
    const first = await app();
    await signIn(first, sandbox, 'ana');
    const group = await withGroup(first, sandbox, 'ana');
    sandbox.state.setPassword('ana', 'nueva-clave');
    await addTo(first, group, { mobile: '34600000002' });
    await status(first, { queue: 'signIn' });
    const second = await first.restart();
    sandbox.clearRequests();
    await status(second, { queue: 'signIn', waiting: 1 });
    second.wakeUp();
    await second.ask('sync.now', undefined);
    expect(sandbox.requests).toEqual([]);
  });
});

describe('offline by the user’s word', () => {
  it('holds over a restart, for every account, until it is taken back', async () => {
    const sandbox = await server();
    const first = await app();
    await signIn(first, sandbox, 'ana');
    const group = await withGroup(first, sandbox, 'ana');
    await first.get('sync.forceOffline', { forced: true });
    await addTo(first, group, { mobile: '34600000002' });
    await first.get('accounts.practice', undefined);
    const second = await first.restart();
    await status(second, { connection: 'forcedOffline' });
    expect((await second.refusal('sync.now', undefined)).code).toBe('forcedOffline');
    const [practice] = await second.get('groups.list', undefined);
    expect((await second.refusal('groups.pull', { groupId: practice!.id })).code).toBe(
      'forcedOffline',
    );
    sandbox.clearRequests();
    second.wakeUp();
    const [ana] = (await second.get('accounts.overview', undefined)).accounts;
    await second.get('accounts.switchTo', { accountId: ana!.id });
    await status(second, { connection: 'forcedOffline', waiting: 1 });
    const renewal = { accountId: ana!.id, password: passwordOf('ana'), keep: 'session' } as const;
    await second.get('accounts.renewPassword', renewal);
    expect(sandbox.requests.filter(({ method }) => method !== 'getbalance')).toEqual([]);
    await second.get('sync.forceOffline', { forced: false });
    await status(second, { connection: 'online', waiting: 0, needsYou: 0 });
    expect(sandbox.state.contactsOf(group.serverId!)).toHaveLength(2);
  });
});

describe('the schedule', () => {
  it('that is switched on counts at once', async () => {
    const sandbox = await server();
    const opened = await app();
    await opened.get('settings.set', { syncEveryMinutes: 0 });
    await signIn(opened, sandbox, 'ana');
    await withGroup(opened, sandbox, 'ana');
    await opened.get('sync.now', undefined);
    await status(opened, { nextTryAt: null, queue: 'idle' });
    await opened.get('settings.set', { syncEveryMinutes: 7 });
    await expect
      .poll(async () => (await opened.get('sync.status', undefined)).nextTryAt)
      .toBeGreaterThan(Date.now() + 5 * 60_000);
  });
});

describe('a held snapshot', () => {
  it.each(['apply', 'keep'] as const)(
    'is decided without a network, and carried out with one: %s',
    async (decision) => {
      const sandbox = await server();
      const opened = await app();
      await signIn(opened, sandbox, 'ana');
      const group = await withGroup(opened, sandbox, 'ana');
      const before = sandbox.state.contactsOf(group.serverId!);
      for (const { id } of before) sandbox.state.removeContact(group.serverId!, id);
      await opened.get('groups.pull', { groupId: group.id });
      const held = async () => (await opened.get('groups.list', undefined))[0]?.held ?? null;
      expect(await held()).toMatchObject({ reason: 'emptied', decision: null });
      expect((await opened.get('sync.status', undefined)).held).toBe(1);
      await opened.get('sync.forceOffline', { forced: true });
      const { heldAt } = (await held())!;
      const request = { groupId: group.id, heldAt, decision };
      const stale = await opened.refusal('groups.settleHeldPull', { ...request, heldAt: 1 });
      expect(stale.code).toBe('settlementDoesNotFit');
      await opened.get('groups.settleHeldPull', request);
      expect(await held()).toMatchObject({ decision });
      expect(await rows(opened)).toHaveLength(before.length);
      await opened.get('sync.forceOffline', { forced: false });
      await expect.poll(held).toBeNull();
      const kept = decision === 'keep' ? before.map(({ fields }) => fields['mobile']) : [];
      await expect.poll(async () => (await opened.get('sync.status', undefined)).waiting).toBe(0);
      expect((await rows(opened)).map(({ fields }) => fields['mobile'])).toEqual(kept);
      const there = sandbox.state.contactsOf(group.serverId!);
      expect(there.map(({ fields }) => fields['mobile'])).toEqual(kept);
    },
  );
});

describe('what is kept on the disk', () => {
  it('never holds a password, whatever the server echoes', async () => {
    const sandbox = await server();
    const opened = await app();
    await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    const code = `NO_${passwordOf('ana')}`;
    sandbox.fault({ fault: { name: 'unknownCode', code }, kind: 'write', times: 3 });
    sandbox.fault({ fault: { name: 'unknownCode', code }, method: 'getgroupcolumns' });
    await addTo(opened, group, { mobile: '34600000002' });
    await status(opened, { needsYou: 1 });
    await opened.ask('groups.pull', { groupId: group.id });
    const { rows: entries } = await opened.get('outbox.list', {
      filter: 'all',
      offset: 0,
      limit: 9,
    });
    expect(JSON.stringify(entries)).toContain('NO_');
    expect(JSON.stringify([entries, opened.events])).not.toContain(passwordOf('ana'));
    await opened.close();
    const files = readdirSync(opened.dataFolder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(opened.dataFolder, name))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      expect(readFileSync(path).includes(Buffer.from(passwordOf('ana')))).toBe(false);
    }
  });
});
