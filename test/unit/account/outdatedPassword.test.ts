/** What the keychain holds follows what the user decides, and an older password is never used in its place. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../store/testStore.ts';
import {
  addTo,
  app,
  keychainKnown,
  passwordOf,
  scriptedKeychain,
  server,
  status,
  withGroup,
  type App,
} from './desktopless.ts';

/** For a process that has to start. */
const patience = { timeout: 30_000 };

/** An app on a keychain that works until it `fails`; `kept` are the passwords in it. */
async function withKeychain() {
  const path = join(temporaryFolder(), 'keychain.json');
  writeFileSync(path, '{}');
  const works = scriptedKeychain('fileProcess', { KEYCHAIN_FILE: path });
  // It ends at the first question, which has no file to be answered from.
  const broken = scriptedKeychain('fileProcess', { KEYCHAIN_FILE: `${path}.none` });
  const state = { fails: false };
  const startKeychain = () => (state.fails ? broken : works).startKeychain();
  const kept = (): unknown[] => Object.values(JSON.parse(readFileSync(path, 'utf8')) as object);
  return { opened: await app({ startKeychain }), kept, state };
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

/** An account at work whose password is in the keychain, started anew while that does not answer. */
async function withoutAnswer(refused: boolean) {
  const sandbox = await server();
  const { opened, state, kept } = await withKeychain();
  await keychainKnown(opened);
  const { accountId } = await keptIn(opened, sandbox.origin);
  const group = await withGroup(opened, sandbox, 'ana');
  if (refused) {
    sandbox.state.setPassword('ana', 'nueva-clave');
    await addTo(opened, group, { mobile: '34600000008' });
    await status(opened, { queue: 'signIn' });
  }
  state.fails = true;
  const again = await opened.restart();
  await keychainKnown(again);
  await status(again, { queue: 'signIn' });
  await addTo(again, group, { mobile: '34600000009' });
  const place = async () => (await overview(again)).accounts[0]?.passwordPlace;
  expect(await place()).toBe('none');
  state.fails = false;
  sandbox.clearRequests();
  return { sandbox, again, accountId, place, kept };
}

it('a keychain that answers when it is asked again lets the queue go on', async () => {
  const { again, place } = await withoutAnswer(false);
  await again.get('accounts.askKeychain', undefined);
  await status(again, { queue: 'idle', waiting: 0 });
  expect(await place()).toBe('keychain');
});

it('a password that Afilnet refused is not tried again when the keychain has it', async () => {
  const { again, place, sandbox } = await withoutAnswer(true);
  await again.get('accounts.askKeychain', undefined);
  await expect.poll(place, patience).toBe('keychain');
  await status(again, { queue: 'signIn', waiting: 2 });
  expect(sandbox.requests).toEqual([]);
});

it('what was given for want of a keychain leaves in it what is the same, and no other', async () => {
  for (const given of ['the same', 'another']) {
    const { again, accountId, sandbox, kept } = await withoutAnswer(false);
    const password = given === 'the same' ? passwordOf('ana') : 'nueva-clave';
    sandbox.state.setPassword('ana', password);
    await again.get('accounts.renewPassword', { accountId, password, keep: 'session' });
    expect(kept()).toEqual([passwordOf('ana')]);
    await again.get('accounts.askKeychain', undefined);
    await keychainKnown(again);
    await expect.poll(kept, patience).toEqual(given === 'the same' ? [password] : []);
  }
});

const overview = ({ get }: App) => get('accounts.overview', undefined);
