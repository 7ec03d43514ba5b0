/** The desk of the accounts on a folder of its own, offline, without the application around it. */
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { AccountDesk, type DeskOptions } from '../../../electron/account/accountDesk.ts';
import { practiceServer } from '../../../electron/account/practice.ts';
import { Keychain } from '../../../electron/credentials/keychain.ts';
import { Vault } from '../../../electron/credentials/vault.ts';
import { openRegistry } from '../../../electron/store/registry.ts';
import { noKeychain } from './desktopless.ts';

type Told = Pick<DeskOptions, 'onStatus' | 'onBulk' | 'reportFault'>;

export function accountDesk(dataFolder: string, told: Partial<Told> = {}): AccountDesk {
  const registry = openRegistry({
    path: join(dataFolder, 'registry.db'),
    now: Date.now,
    newId: v7,
  });
  registry.settings.set({ forcedOffline: true });
  const vault = new Vault(new Keychain(noKeychain), registry.keychainEntries);
  const practice = practiceServer(dataFolder);
  const desk = new AccountDesk({
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
    reportFault: () => undefined,
    ...told,
  });
  onTestFinished(async () => {
    await desk.close();
    await practice.stop();
    await vault.close();
    registry.close();
  });
  return desk;
}
