/** The accounts are told at once, whatever the keychain does; what it answers is told when it does. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { IsolatedProcess } from '../../../electron/credentials/isolatedProcess.ts';
import { startInPlainNode } from '../../../electron/credentials/plainNodeProcess.ts';
import { app, noKeychain, server, signIn, withGroup, rows } from './desktopless.ts';

const silent = fileURLToPath(new URL('../../keyring/silentProcess.mjs', import.meta.url));

/** A keychain that shows a prompt which nobody answers, until the test ends it. */
function promptingKeychain() {
  const started: IsolatedProcess[] = [];
  return {
    started,
    startKeychain: () => {
      const one = startInPlainNode({ file: silent, environment: {} });
      started.push(one);
      return one;
    },
  };
}

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
    await expect.poll(() => opened.events.slice(toldSoFar)).toEqual([{ kind: 'accountsChanged' }]);
    const { keychain } = await opened.get('accounts.overview', undefined);
    expect(keychain).toEqual({ kind: 'none', reason: 'crashed' });
    expect(started).toHaveLength(1);
  });

  it('say why no keychain keeps a password once that is known', async () => {
    const opened = await app({ startKeychain: noKeychain });
    const kind = async () => (await opened.get('accounts.overview', undefined)).keychain.kind;
    expect(await kind()).toBe('asking');
    await expect.poll(kind).toBe('none');
  });
});
