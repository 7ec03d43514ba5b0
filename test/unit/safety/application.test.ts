/** The application as a whole: a damaged account opens by itself, and the window is told what became of it. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import { createApplication, type Application } from '../../../electron/application.ts';
import { startInPlainNode } from '../../../electron/credentials/plainNodeProcess.ts';
import { recoveryReportSchema } from '#shared/ipc/views.ts';
import { temporary } from './files.ts';

const keychain = fileURLToPath(
  new URL('../../../electron/credentials/keychainProcess.ts', import.meta.url),
);

async function application(dataFolder: string): Promise<Application> {
  const started = createApplication({
    dataFolder,
    version: '0',
    name: 'test',
    languages: () => ['en'],
    defaultServer: 'https://www.afilnet.com',
    startKeychain: () => startInPlainNode({ file: keychain, environment: {} }),
    writeClipboard: () => undefined,
    chooseSavePath: async () => null,
    applySettings: () => undefined,
    reportFault: () => undefined,
    now: Date.now,
    random: Math.random,
  });
  onTestFinished(() => started.close());
  await started.restore();
  return started;
}

function accountFolder(dataFolder: string): string {
  const [id = ''] = readdirSync(join(dataFolder, 'accounts'));
  return join(dataFolder, 'accounts', id);
}

test('the account that was open last is recovered at the start, told once, and dismissed', async () => {
  const dataFolder = temporary();
  const first = await application(dataFolder);
  await first.handlers['accounts.practice'](undefined);
  await first.handlers['sync.forceOffline']({ forced: true });
  const [group] = await first.handlers['groups.list'](undefined);
  const groupId = group!.id as GroupId;
  const { contactId } = await first.handlers['contacts.add']({
    groupId,
    fields: { mobile: '34999888777', [group!.mainField]: '34999888777' },
  });
  expect(await first.handlers['accounts.recoveryReport'](undefined)).toBeNull();
  await first.close();

  const folder = accountFolder(dataFolder);
  writeFileSync(join(folder, 'mirror.db'), randomBytes(20_000));
  const second = await application(dataFolder);
  const report = await second.handlers['accounts.recoveryReport'](undefined);
  expect(recoveryReportSchema.parse(report)).toMatchObject({ entriesRebuilt: 1 });
  expect(existsSync(join(folder, report!.setAside, 'mirror.db'))).toBe(true);
  const { total, rows } = await second.handlers['outbox.list']({
    filter: 'all',
    offset: 0,
    limit: 10,
  });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({ contactId });
  await second.handlers['accounts.dismissRecoveryReport'](undefined);
  expect(await second.handlers['accounts.recoveryReport'](undefined)).toBeNull();
  await second.close();

  const third = await application(dataFolder);
  expect(await third.handlers['accounts.recoveryReport'](undefined)).toBeNull();
  expect((await third.handlers['outbox.list']({ filter: 'all', offset: 0, limit: 10 })).total).toBe(
    1,
  );
});

test('no account is open: there is nothing to report and nothing to dismiss', async () => {
  const app = await application(temporary());
  expect(await app.handlers['accounts.recoveryReport'](undefined)).toBeNull();
  await app.handlers['accounts.dismissRecoveryReport'](undefined);
});
