/** The accounts are told at once, whatever the keychain does; what it answers is told when it does. */
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../electron/sandbox/sandbox.ts';
import {
  addTo,
  app,
  keychainKnown,
  noKeychain,
  passwordOf,
  rows,
  scriptedKeychain,
  server,
  signIn,
  status,
  withGroup,
  type App,
} from './desktopless.ts';

/** For a process that has to start or to be seen to have ended. */
const patience = { timeout: 30_000 };

/** It shows a prompt which nobody answers, until the test ends it. */
const promptingKeychain = () => scriptedKeychain('silentProcess');

describe('the accounts', () => {
  it('are told while the keychain waits for the user', async () => {
    const { startKeychain } = promptingKeychain();
    const opened = await app({ startKeychain });
    const { accounts, keychain } = await opened.get('accounts.overview', undefined);
    expect({ accounts, keychain }).toEqual({ accounts: [], keychain: { kind: 'asking' } });
  });

  it('come with their data after a start, while the keychain waits for the user', async () => {
    const sandbox = await server();
    const opened = await app({ startKeychain: promptingKeychain().startKeychain });
    const { accountId } = await signIn(opened, sandbox, 'ana');
    await withGroup(opened, sandbox, 'ana');
    const again = await opened.restart();
    const overview = await again.get('accounts.overview', undefined);
    expect(overview).toMatchObject({ active: accountId, keychain: { kind: 'asking' } });
    expect(await rows(again)).toHaveLength(1);
  });

  it('are told anew when the keychain has answered, and it is asked once', async () => {
    const { started, startKeychain } = promptingKeychain();
    const opened = await app({ startKeychain });
    await opened.get('accounts.overview', undefined);
    await opened.get('accounts.overview', undefined);
    const toldSoFar = opened.events.length;
    expect(started).toHaveLength(1);
    started[0]!.kill();
    await expect
      .poll(() => opened.events.slice(toldSoFar), patience)
      .toEqual([{ kind: 'accountsChanged' }]);
    const { keychain } = await opened.get('accounts.overview', undefined);
    expect(keychain).toEqual({ kind: 'none', reason: 'crashed' });
    expect(started).toHaveLength(1);
  });

  it('say why no keychain keeps a password once that is known', async () => {
    const opened = await app({ startKeychain: noKeychain });
    const kind = async () => (await opened.get('accounts.overview', undefined)).keychain.kind;
    expect(await kind()).toBe('asking');
    await expect.poll(kind, patience).toBe('none');
  });
});

describe('while the keychain waits for the user', () => {
  const keptIn = (opened: App, { origin }: Sandbox, user: string) =>
    opened.get('accounts.signIn', {
      user,
      password: passwordOf(user),
      server: origin,
      transport: 'post',
      keep: 'keychain',
    });

  /** An account at work, started anew; its password is asked of a keychain that does not answer. */
  async function startedAnew() {
    const sandbox = await server();
    const { started, startKeychain } = promptingKeychain();
    const opened = await app({ startKeychain });
    const { accountId } = await signIn(opened, sandbox, 'ana');
    const group = await withGroup(opened, sandbox, 'ana');
    const again = await opened.restart();
    return { sandbox, started, accountId, group, again };
  }

  it('somebody signs in and works; the password goes to the keychain later, or is told not to', async () => {
    const sandbox = await server();
    const { started, startKeychain } = promptingKeychain();
    const opened = await app({ startKeychain });
    const { accountId, passwordPlace } = await keptIn(opened, sandbox, 'ana');
    expect(passwordPlace).toBe('asking');
    await withGroup(opened, sandbox, 'ana');
    await opened.get('accounts.practice', undefined);
    await opened.get('accounts.switchTo', { accountId });
    started[0]!.kill();
    const overview = () => opened.get('accounts.overview', undefined);
    await expect.poll(async () => (await overview()).keychain.kind, patience).toBe('none');
    const [ana] = (await overview()).accounts;
    expect(ana).toMatchObject({ user: 'ana', passwordPlace: 'session' });
  });

  it('nothing is said to be in step, nor that the password is missing, before it is known', async () => {
    const { started, group, again } = await startedAnew();
    await addTo(again, group, { mobile: '34600000009' });
    expect(await again.refusal('sync.now', undefined)).toMatchObject({ code: 'keychainAsking' });
    const pulling = await again.refusal('groups.pull', { groupId: group.id });
    expect(pulling).toMatchObject({ code: 'keychainAsking' });
    const adding = await again.refusal('groups.addById', { serverId: '987654', label: '' });
    expect(adding).toMatchObject({ code: 'passwordNeeded' });
    expect(await again.get('sync.status', undefined)).toMatchObject({ queue: 'idle', waiting: 1 });
    started.at(-1)!.kill();
    await status(again, { queue: 'signIn', waiting: 1 });
    // A question of an earlier start says nothing of this one.
    const third = await again.restart();
    expect(await third.get('sync.status', undefined)).toMatchObject({ queue: 'idle', waiting: 1 });
  });

  it('a password that is given by hand lets the queue go on', async () => {
    const { sandbox, accountId, group, again } = await startedAnew();
    await addTo(again, group, { mobile: '34600000009' });
    const request = { accountId, password: passwordOf('ana'), keep: 'keychain' } as const;
    expect(await again.get('accounts.renewPassword', request)).toEqual({ passwordPlace: 'asking' });
    await status(again, { queue: 'idle', waiting: 0 });
    const [there] = sandbox.state.groupsOf('ana');
    expect(sandbox.state.contactsOf(there!.id)).toHaveLength(2);
  });

  it('an account is signed out, and the app is closed', async () => {
    const { accountId, again } = await startedAnew();
    await again.get('accounts.signOut', { accountId, discardUnsent: false });
    expect((await again.get('accounts.overview', undefined)).accounts).toEqual([]);
    await again.close();
  });

  it('the app ends also when somebody is signing in', async () => {
    const sandbox = await server();
    const opened = await app(scriptedKeychain('openOnceProcess'));
    await keychainKnown(opened);
    const signingIn = keptIn(opened, sandbox, 'ana');
    const accounts = async () => (await opened.get('accounts.overview', undefined)).accounts;
    await expect.poll(accounts).toHaveLength(1);
    await opened.close();
    expect(await signingIn).toMatchObject({ passwordPlace: 'session' });
  });
});
