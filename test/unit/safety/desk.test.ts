/** Damage that a backup finds while the account is at work: the account is opened again and so recovered. */
import Sqlite from 'better-sqlite3';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AccountDesk } from '../../../electron/account/accountDesk.ts';
import { practiceServer } from '../../../electron/account/practice.ts';
import { Keychain } from '../../../electron/credentials/keychain.ts';
import { startInPlainNode } from '../../../electron/credentials/plainNodeProcess.ts';
import { Vault } from '../../../electron/credentials/vault.ts';
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { openRegistry } from '../../../electron/store/registry.ts';
import { temporary } from './files.ts';

const keychainFile = fileURLToPath(
  new URL('../../../electron/credentials/keychainProcess.ts', import.meta.url),
);

function desk(dataFolder: string): AccountDesk {
  const registry = openRegistry({
    path: join(dataFolder, 'registry.db'),
    now: Date.now,
    newId: v7,
  });
  registry.settings.set({ forcedOffline: true });
  const keychain = new Keychain(() => startInPlainNode({ file: keychainFile, environment: {} }));
  const vault = new Vault(keychain, registry.keychainEntries);
  const practice = practiceServer(dataFolder);
  const made = new AccountDesk({
    dataFolder,
    defaultServer: 'https://www.afilnet.com',
    registry,
    vault,
    practice,
    now: Date.now,
    random: Math.random,
    newId: v7,
    onChange: () => undefined,
    onStatus: () => undefined,
    onBulk: () => undefined,
    onAccounts: () => undefined,
  });
  onTestFinished(async () => {
    await made.close();
    await practice.stop();
    await vault.close();
    registry.close();
  });
  return made;
}

test('an account whose backup is not sound is opened again, recovered, with every edit', async () => {
  const dataFolder = temporary();
  const accounts = desk(dataFolder);
  const { accountId } = await accounts.practice();
  const [group] = accounts.current.store.groups.all();
  const contact = addContact(accounts.current.store, group!.id, {
    mobile: '34999888777',
    email: 'a@b.es',
  });
  await accounts.close();

  const path = join(dataFolder, 'accounts', accountId, 'mirror.db');
  const db = new Sqlite(path, { readonly: true });
  const page = db
    .prepare<[], number>(`SELECT max(pageno) FROM dbstat WHERE name = 'history_by_group'`)
    .pluck()
    .get()!;
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);

  await accounts.restore();
  const session = accounts.current;
  expect(session.store.safety.report()).toBeNull();
  expect((await session.backups.now()).kind).toBe('damaged');
  await vi.waitFor(() => expect(accounts.currentOrNull ?? session).not.toBe(session), 20_000);
  const { store } = accounts.current;
  expect(store.safety.report()).toMatchObject({ entriesRebuilt: 1 });
  expect(store.outbox.ofContact(contact)).toHaveLength(1);
  expect(store.inspect.integrity()).toBe('ok');
  const folder = join(dataFolder, 'accounts', accountId);
  expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
});
