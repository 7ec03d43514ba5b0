/** What every spec gets: an Electron, a data folder of its own, apps and servers that end with the test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { prepareElectron, type PreparedElectron } from '../../shell/prepare.ts';
import { launchApp, type LaunchOptions, type RunningApp } from './launch.ts';
import { startSandboxProcess, type SandboxProcess } from './sandbox.ts';
import { startLateKeychain, startSilentKeychain, type LateKeychain } from './keychainBus.ts';

interface Fixtures {
  /** Empty at the start of the test, removed at its end. */
  readonly dataFolder: string;
  /** Starts the app on the test's data folder unless told otherwise. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
  /** A server without accounts. */
  readonly sandbox: SandboxProcess;
  /** A bus, by its D-Bus address, whose keychain never answers. Linux only. */
  readonly silentBus: string;
  /** A bus whose keychain comes and goes as the test says. Linux only. */
  readonly lateKeychain: LateKeychain;
  /** Says in the report what the test ran on. */
  readonly named: undefined;
}

export const test = base.extend<Fixtures, { readonly prepared: PreparedElectron }>({
  prepared: [
    // Playwright reads the first parameter's pattern to learn what a fixture needs.
    async ({}, use) => {
      const prepared = await prepareElectron();
      // The `electron` package chooses its executable by the environment of this process.
      Object.assign(process.env, prepared.env);
      await use(prepared);
    },
    { scope: 'worker' },
  ],
  named: [
    async ({ prepared }, use, testInfo) => {
      testInfo.annotations.push({ type: 'runs on', description: prepared.describe });
      await use(undefined);
    },
    { auto: true },
  ],
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'libreta-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  launch: async ({ prepared, dataFolder }, use, testInfo) => {
    const apps: RunningApp[] = [];
    await use(async (options) => {
      const app = await launchApp(prepared.env, { dataFolder, ...options });
      apps.push(app);
      return app;
    });
    if (testInfo.status !== testInfo.expectedStatus) await attachTraces(apps, testInfo);
    for (const app of apps) await app.quit();
  },
  sandbox: async ({}, use) => {
    const sandbox = await startSandboxProcess();
    await use(sandbox);
    await sandbox.stop();
  },
  silentBus: async ({ dataFolder }, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', noBus);
    const { bus, stop } = await startSilentKeychain(join(dataFolder, 'silent'));
    await use(bus);
    await stop();
  },
  lateKeychain: async ({ dataFolder }, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', noBus);
    const keychain = await startLateKeychain(join(dataFolder, 'late'));
    await use(keychain);
    await keychain.stop();
  },
});

const noBus = 'Elsewhere the keychain is asked over no bus.';

type TestInfo = ReturnType<typeof test.info>;

/** For whoever has to find out why: what was on screen and what the app said. */
async function attachTraces(apps: readonly RunningApp[], testInfo: TestInfo): Promise<void> {
  for (const [index, app] of apps.entries()) {
    const body = `${app.output()}\n${app.complaints.join('\n')}`;
    await testInfo.attach(`output-${index + 1}`, { body, contentType: 'text/plain' });
    if (!app.isRunning()) continue;
    const picture = await app.page.screenshot().catch(() => null);
    if (picture !== null)
      await testInfo.attach(`screen-${index + 1}`, { body: picture, contentType: 'image/png' });
  }
}

export { expect } from './expect.ts';
