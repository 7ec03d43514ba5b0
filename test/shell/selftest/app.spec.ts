import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { expect, seenBy, test } from './fixture.ts';

test('app knows its name, version and folders', async ({ app, userData }) => {
  const facts = await app.evaluate(({ app: electronApp }) => ({
    name: electronApp.getName(),
    version: electronApp.getVersion(),
    packaged: electronApp.isPackaged,
    userData: electronApp.getPath('userData'),
    logs: electronApp.getPath('logs'),
    path: electronApp.getAppPath(),
    ready: electronApp.isReady(),
    electron: process.versions['electron'],
    arguments: process.argv.slice(1, 3),
  }));
  expect(facts).toEqual({
    name: 'shell-fixture',
    version: '1.2.3',
    packaged: false,
    userData,
    logs: join(userData, 'logs'),
    path: join(import.meta.dirname, 'app'),
    ready: true,
    electron: '45.4.1',
    arguments: ['.', `--user-data-dir=${userData}`],
  });
});

test('what the stand-in does not play is refused by name', async ({ app }) => {
  const refusals = await app.evaluate((electron) => {
    const attempts: (() => unknown)[] = [
      () => electron.Tray,
      () => electron.app.getFileIcon,
      () => electron.app.on('gpu-info-update', () => undefined),
      () => electron.app.getPath('music'),
      () => new electron.BrowserWindow({ kiosk: true }),
      () => new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      () => electron.BrowserWindow.getAllWindows()[0]!.setOpacity,
      () => electron.session.defaultSession.clearCache,
      () => electron.dialog.showCertificateTrustDialog,
    ];
    return attempts.map((attempt) => {
      try {
        return String(attempt());
      } catch (error) {
        return /^The stand-in for Electron has no (.*)\. It plays/.exec(
          (error as Error).message,
        )?.[1];
      }
    });
  });
  expect(refusals).toEqual([
    'electron.Tray',
    'app.getFileIcon',
    "event 'gpu-info-update' of app",
    "app.getPath('music')",
    "BrowserWindow option 'kiosk'",
    'webPreferences.nodeIntegration: true',
    'BrowserWindow.setOpacity',
    'session.clearCache',
    'dialog.showCertificateTrustDialog',
  ]);
});

for (const [language, expected] of [
  ['es', 'es'],
  ['en', 'en-US'],
] as const) {
  test(`--lang=${language} reaches app and page`, async ({ launch }) => {
    const app = await launch(`--lang=${language}`);
    const page = await app.firstWindow();
    await page.locator('h1').waitFor();
    const main = await app.evaluate(({ app: { getLocale, getPreferredSystemLanguages } }) => [
      typeof getLocale,
      typeof getPreferredSystemLanguages,
    ]);
    expect(main).toEqual(['function', 'function']);
    expect(
      await app.evaluate(({ app: it }) => [it.getLocale(), it.getPreferredSystemLanguages()]),
    ).toEqual([expected, [language]]);
    expect(
      await page.evaluate(() => [
        navigator.language,
        new Intl.NumberFormat().resolvedOptions().locale,
      ]),
    ).toEqual([expected, expected]);
  });
}

test('nativeTheme drives the colour scheme of the page', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: null });
  const dark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.on('updated', () => globalThis.seen.events.push(nativeTheme.shouldUseDarkColors));
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(dark).toBe(true);
  await app.evaluate(({ nativeTheme }) => (nativeTheme.themeSource = 'light'));
  await expect.poll(dark).toBe(false);
  expect((await seenBy(app)).events).toEqual([true, false]);
});

test('windows keep their bounds, and the page follows', async ({ app, page }) => {
  const events = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    const heard: string[] = [];
    for (const name of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
      (window.on as (event: string, listener: () => void) => void)(name, () => heard.push(name));
    }
    window.setBounds({ width: 700, height: 500, x: 10, y: 20 });
    window.maximize();
    window.unmaximize();
    return { heard, bounds: window.getBounds(), maximized: window.isMaximized() };
  });
  expect(events).toEqual({
    heard: ['move', 'resize', 'maximize', 'resize', 'unmaximize', 'resize'],
    bounds: { x: 10, y: 20, width: 700, height: 500 },
    maximized: false,
  });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500]);
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]!.setZoomFactor(2));
  await expect
    .poll(() => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]))
    .toEqual([350, 250, 2]);
});

test('a second window, and Playwright finds the window of a page', async ({ app, page }) => {
  const [second] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(() => globalThis.openWindow('other.html')),
  ]);
  await expect(second).toHaveTitle('Other');
  const handle = await app.browserWindow(second);
  expect(await handle.evaluate((window) => window.webContents.getURL())).toBe(
    'app://fixture/other.html',
  );
  await second.close();
  await expect.poll(() => app.windows().length).toBe(1);
  expect(await page.evaluate(() => window.fixture.sum(1, 2))).toBe(3);
});

test('executeJavaScript, menus, dialogs and the clipboard answer', async ({ app, page }) => {
  await expect(page).toHaveTitle('Fixture');
  const answers = await app.evaluate(async ({ BrowserWindow, Menu, dialog, clipboard, shell }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    const clicked: string[] = [];
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        { label: 'File', submenu: [{ id: 'new', label: 'New', click: () => clicked.push('new') }] },
      ]),
    );
    Menu.getApplicationMenu()!.getMenuItemById('new')!.click();
    clipboard.writeText('copied');
    await shell.openExternal('https://outside.invalid/');
    return {
      title: await window.webContents.executeJavaScript('document.title'),
      failed: await window.webContents
        .executeJavaScript('throw new Error("no")')
        .catch((error: Error) => error.message.split('\n')[0]),
      clicked,
      copied: clipboard.readText(),
      box: await dialog.showMessageBox(window, { message: 'Sure?', buttons: ['OK', 'Cancel'] }),
      save: await dialog.showSaveDialog(window, {}),
      open: await dialog.showOpenDialog({}),
    };
  });
  expect(answers).toEqual({
    title: 'Fixture',
    failed: 'Error: no',
    clicked: ['new'],
    copied: 'copied',
    box: { response: 1, checkboxChecked: false },
    save: { canceled: true, filePath: '' },
    open: { canceled: true, filePaths: [] },
  });
});

test('a utility process talks to its parent and can be killed', async ({ app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'shell-utility-'));
  const file = join(folder, 'child.cjs');
  writeFileSync(
    file,
    `process.parentPort.on('message', ({ data }) => {
       if (data === 'exit') process.exit(7);
       process.parentPort.postMessage({ echo: data, args: process.argv.slice(2), type: process.type });
     });`,
  );
  const outcome = await app.evaluate(async ({ utilityProcess }, modulePath) => {
    const child = utilityProcess.fork(modulePath, ['--flag'], { stdio: 'pipe' });
    const next = (event: string): Promise<unknown> =>
      new Promise((resolve) => child.once(event as 'message', resolve));
    child.postMessage({ early: new Date(0) });
    const message = await next('message');
    const pid = child.pid;
    child.postMessage('exit');
    const exit = await next('exit');
    const other = utilityProcess.fork(modulePath);
    await new Promise<void>((resolve) => other.once('spawn', () => resolve()));
    const killed = new Promise((resolve) => other.once('exit', resolve));
    return { message, pid: typeof pid, exit, kill: other.kill(), killed: typeof (await killed) };
  }, file);
  rmSync(folder, { recursive: true });
  expect(outcome).toEqual({
    message: { echo: { early: new Date(0) }, args: ['--flag'], type: 'utility' },
    pid: 'number',
    exit: 7,
    kill: true,
    killed: 'number',
  });
});
