/** What the keychain holds follows what the user decides, and an older password is never used in its place. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../store/testStore.ts';
import {
  app,
  keychainKnown,
  passwordOf,
  scriptedKeychain,
  server,
  status,
  type App,
} from './desktopless.ts';

/** For a process that has to start. */
const patience = { timeout: 30_000 };

/** An app on a keychain that works; `kept` are the passwords in it. */
async function withKeychain() {
  const path = join(temporaryFolder(), 'keychain.json');
  writeFileSync(path, '{}');
  const { startKeychain } = scriptedKeychain('fileProcess', { KEYCHAIN_FILE: path });
  const kept = (): unknown[] => Object.values(JSON.parse(readFileSync(path, 'utf8')) as object);
  return { opened: await app({ startKeychain }), kept };
}

async function keptIn(opened: App, origin: string) {
  const { accountId, passwordPlace } = await opened.get('accounts.signIn', {
    user: 'ana',
    password: passwordOf('ana'),
    server: origin,
    transport: 'post',
    keep: 'keychain',
  });
  return { accountId, passwordPlace };
}

it('a password that is given for the session takes the older one out of the keychain', async () => {
  const { origin } = await server();
  const { opened, kept } = await withKeychain();
  // As the window does: until the keychain has answered, nothing waits for it.
  await keychainKnown(opened);
  const { accountId, passwordPlace } = await keptIn(opened, origin);
  expect(passwordPlace).toBe('keychain');
  expect(kept()).toEqual([passwordOf('ana')]);

  const password = passwordOf('ana');
  await opened.get('accounts.renewPassword', { accountId, password, keep: 'session' });
  await expect.poll(kept, patience).toEqual([]);
  const again = await opened.restart();
  await status(again, { queue: 'signIn' });

  await again.get('accounts.renewPassword', { accountId, password, keep: 'keychain' });
  expect(kept()).toEqual([password]);
  const third = await again.restart();
  const place = async () => (await overview(third)).accounts[0]?.passwordPlace;
  await expect.poll(place, patience).toBe('keychain');
});

it('signing out takes it out of the keychain, and says so', async () => {
  const { origin } = await server();
  const { opened, kept } = await withKeychain();
  await keychainKnown(opened);
  const { accountId } = await keptIn(opened, origin);
  const gone = await opened.get('accounts.signOut', { accountId, discardUnsent: false });
  expect(gone).toEqual({ passwordMayRemain: false });
  expect(kept()).toEqual([]);
});

const overview = ({ get }: App) => get('accounts.overview', undefined);
