import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, seenBy, test } from './fixture.ts';

const executable = join(import.meta.dirname, '..', 'bin', 'electron');
const appFolder = join(import.meta.dirname, 'app');

/** The processes, other than the fixture's own, whose command line names this folder. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

test('quit asks, says so, and leaves nobody behind', async ({ app, page, userData }) => {
  await expect(page).toHaveTitle('Fixture');
  expect(processesOf(userData).length).toBeGreaterThan(1);
  let output = '';
  app.process().stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    window.once('close', (event) => event.preventDefault());
    electronApp.quit();
    globalThis.seen.events.push(window.isDestroyed());
  });
  expect((await seenBy(app)).events).toEqual([false]);
  const exited = once(app.process(), 'exit');
  await app.evaluate(({ app: electronApp }) => electronApp.quit());
  expect(await exited).toEqual([0, null]);
  expect(output).toBe('will-quit\n');
  expect(processesOf(userData)).toEqual([]);
});

test('closing the last window quits, and exit gives its code', async ({ launch, userData }) => {
  const first = await launch();
  const firstExit = once(first.process(), 'exit');
  await (await first.firstWindow()).locator('h1').waitFor();
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  expect(await firstExit).toEqual([0, null]);
  const second = await launch();
  const secondExit = once(second.process(), 'exit');
  await second.evaluate(({ app }) => app.exit(3)).catch(() => undefined);
  expect(await secondExit).toEqual([3, null]);
  expect(processesOf(userData)).toEqual([]);
});

test('a page may refuse to be closed', async ({ app, page }) => {
  await page.evaluate(() =>
    window.addEventListener('beforeunload', (event) => event.preventDefault()),
  );
  await page.click('h1');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  expect(await page.evaluate(() => window.fixture.invoke('echo', 'still here'))).toBe('still here');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.destroy());
  await once(app.process(), 'exit');
});

test('kill -9 leaves no Chromium, and the next start has the folder to itself', async ({
  launch,
  userData,
}) => {
  const app = await launch();
  const page = await app.firstWindow();
  await page.locator('h1').waitFor();
  const exited = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await exited;
  const again = await launch();
  const next = await again.firstWindow();
  await next.locator('h1').waitFor();
  expect(await next.evaluate(() => window.fixture.invoke('echo', 1))).toBe(1);
  const last = once(again.process(), 'exit');
  again.process().kill('SIGKILL');
  await last;
  await expect.poll(() => processesOf(userData)).toEqual([]);
});

test('a signal to the whole group quits in order', async ({ userData }) => {
  const app = spawn(executable, ['.', `--user-data-dir=${userData}`, '--headless'], {
    cwd: appFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await expect.poll(() => processesOf(userData).length).toBeGreaterThan(4);
  process.kill(-app.pid!, 'SIGINT');
  const [said] = (await once(app.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('will-quit\n');
  expect(await once(app, 'exit')).toEqual([0, null]);
  await expect.poll(() => processesOf(userData)).toEqual([]);
});

test('two instances with folders of their own live side by side', async ({ launch }) => {
  const other = mkdtempSync(join(tmpdir(), 'shell-other-'));
  const apps = await Promise.all([launch(), launch(`--user-data-dir=${other}`)]);
  const answers = await Promise.all(
    apps.map(async (app, index) => {
      const page = await app.firstWindow();
      await page.locator('h1').waitFor();
      return page.evaluate((value) => window.fixture.invoke('echo', value), index);
    }),
  );
  expect(answers).toEqual([0, 1]);
  await apps[1].close();
  rmSync(other, { recursive: true, force: true, maxRetries: 5 });
});

test('a second instance of the same folder hands over and ends', async ({
  app,
  page,
  userData,
}) => {
  await expect(page).toHaveTitle('Fixture');
  const second = spawn(executable, ['.', `--user-data-dir=${userData}`, '--headless', 'a-file'], {
    cwd: appFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  second.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  expect(await once(second, 'close')).toEqual([0, null]);
  expect(output).toBe('second instance\nwill-quit\n');
  await expect.poll(async () => (await seenBy(app)).second).toHaveLength(1);
  const [handed] = (await seenBy(app)).second;
  expect(handed).toMatchObject({ folder: appFolder, data: { hello: 'from the second' } });
  expect(handed!.argv.at(-1)).toBe('a-file');
  expect(app.windows()).toHaveLength(1);
});

test('what the page keeps survives a restart', async ({ launch }) => {
  const first = await launch();
  const page = await first.firstWindow();
  await page.locator('h1').waitFor();
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await first.close();
  const next = await (await launch()).firstWindow();
  await next.locator('h1').waitFor();
  expect(await next.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
});

test('a crashed page is told and can be loaded again', async ({ app, page }) => {
  await expect(page).toHaveTitle('Fixture');
  const crashed = page.waitForEvent('crash');
  await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    contents!.once('render-process-gone', (_event, { reason }) => {
      globalThis.seen.events.push(reason);
    });
  });
  const session = await page.context().newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await expect.poll(async () => (await seenBy(app)).events).toEqual(['crashed']);
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]!.reload());
  await expect.poll(async () => (await seenBy(app)).requests.length).toBeGreaterThan(3);
});
