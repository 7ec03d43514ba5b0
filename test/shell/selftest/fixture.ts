import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(import.meta.dirname, '..', 'bin');

/** What the fixture app remembers of its run. */
export interface Seen {
  navigations: string[];
  opened: string[];
  requests: string[];
  console: string[];
  events: unknown[];
  second: { argv: string[]; folder: string; data: unknown }[];
}

/** What its preload script exposes. */
export interface FixtureApi {
  readonly refusedByRequire: string;
  readonly versions: Record<string, string>;
  readonly platform: string;
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  note(text: unknown): void;
  sum(a: number, b: number): number;
  throwing(): never;
  callBack(listener: (text: string) => void): void;
  later(value: unknown): Promise<unknown>;
  rejecting(): Promise<never>;
  onNews(listener: (...args: unknown[]) => void): () => void;
}

declare global {
  interface Window {
    fixture: FixtureApi;
  }

  var seen: Seen;

  var openWindow: (page?: string) => Promise<void>;
}

/** SHELL_WINDOWS=1 runs the same tests in windows, on a DISPLAY. */
const headless = process.env['SHELL_WINDOWS'] === undefined;

export type Launch = (...args: string[]) => Promise<ElectronApplication>;

export const test = base.extend<{
  userData: string;
  launch: Launch;
  app: ElectronApplication;
  page: Page;
}>({
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'shell-fixture-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ userData }, use) => {
    const running: ElectronApplication[] = [];
    await use(async (...args) => {
      const app = await _electron.launch({
        args: ['.', `--user-data-dir=${userData}`, ...(headless ? ['--headless'] : []), ...args],
        cwd: join(import.meta.dirname, 'app'),
      });
      running.push(app);
      return app;
    });
    for (const app of running) await app.close();
  },
  app: async ({ launch }, use) => use(await launch()),
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.locator('h1').waitFor();
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** What the fixture app remembers by now. */
export const seenBy = (app: ElectronApplication): Promise<Seen> =>
  app.evaluate(() => globalThis.seen);
