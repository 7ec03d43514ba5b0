/** What the page can reach: its own files and the channels of the contract, and nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { channels } from '#shared/ipc/channels.ts';
import { contentSecurityPolicy } from '../../electron/desktop/contentSecurityPolicy.ts';
import { electronExecutable, projectRoot } from '../shell/prepare.ts';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';
import { tour } from './pages/tour.ts';

test('the page holds exactly the channels, and nothing of Node', async ({ launch }) => {
  const app = await launch();
  await expect(screensOf(app).signIn.heading).toBeVisible();
  const held = await app.page.evaluate(() => {
    const { libreta } = window as unknown as { libreta: Record<string, object> };
    return Object.entries(libreta).flatMap(([area, methods]) =>
      typeof methods === 'function'
        ? [area]
        : Object.keys(methods).map((method) => `${area}.${method}`),
    );
  });
  expect(held.toSorted()).toEqual([...channels, 'onEvent'].toSorted());
  const globals = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(globals).toEqual([]);
});

test('the content security policy is on the response and holds', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await expect(screensOf(app).signIn.heading).toBeVisible();
  const response = await page.reload();
  expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy);
  await expect(screensOf(app).signIn.heading).toBeVisible();

  const attempts = {
    'script-src-elem': () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
    },
    // Playwright's own calls may evaluate; what runs after them may not.
    'script-src': () => {
      setTimeout(() => {
        eval('window.ranEval = true');
      });
    },
    'connect-src': () => {
      fetch('https://example.com/').catch(() => undefined);
    },
    'frame-src': () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    },
    'img-src': () => {
      new Image().src = 'https://example.com/pixel.png';
    },
  };
  for (const [directive, attempt] of Object.entries(attempts)) {
    await page.evaluate(() => {
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => {
          document.body.dataset['violated'] = effectiveDirective;
        },
        { once: true },
      );
    });
    await page.evaluate(attempt);
    await expect(page.locator('body')).toHaveAttribute('data-violated', directive);
  }
  const ran = await page.evaluate(() => ['ranInline', 'ranEval'].filter((name) => name in window));
  expect(ran).toEqual([]);
});

test('the window goes nowhere and opens nothing', async ({ launch }) => {
  const app = await launch();
  const { electron, page } = app;
  await expect(screensOf(app).signIn.heading).toBeVisible();
  const address = page.url();
  // The handle is back when main listens: the page may only try to leave after that.
  const navigation = await electron.evaluateHandle(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const refused = new Promise<boolean>((resolve) => {
      window?.webContents.once('will-navigate', (event) => {
        setImmediate(() => resolve(event.defaultPrevented));
      });
    });
    return { refused };
  });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(await navigation.evaluate(({ refused }) => refused)).toBe(true);
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  expect(electron.windows()).toHaveLength(1);
  expect(page.url()).toBe(address);
  await expect(screensOf(app).signIn.heading).toBeVisible();
});

test('no permission is granted', async ({ launch }) => {
  const app = await launch();
  await expect(screensOf(app).signIn.heading).toBeVisible();
  const states = await app.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    const asked = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state] as const;
    });
    return Object.fromEntries(await Promise.all(asked));
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'clipboard-read': 'denied',
  });
});

test('nothing outside the page’s folder is served', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await expect(screensOf(app).signIn.heading).toBeVisible();
  const home = page.url();
  for (const path of [
    '../electron/main.cjs',
    '..%2felectron%2fmain.cjs',
    '%2e%2e/electron/main.cjs',
    '..%5celectron%5cmain.cjs',
    'assets/..%2f..%2felectron%2fmain.cjs',
    '/package.json',
  ]) {
    const address = new URL(path, home).href;
    const answered = page.waitForResponse(address);
    // Chromium shows a page of its own for an answer without a body, and calls that a failure.
    await page.goto(address).catch(() => undefined);
    expect((await answered).status(), path).toBe(404);
  }
});

test('the whole tour breaks no rule of the page', async ({ launch, sandbox }) => {
  const session = await signedIn(launch, sandbox);
  const { app, frame, contacts } = session;
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  // Two that may be merged.
  await contacts.add({ mobile: '+34 600 000 001', name: 'Persona 1' });
  await contacts.close();
  for (const stop of tour({
    page: app.page,
    screens: session,
    group: 'Clientes',
    contact: mobileOf(1),
  })) {
    await stop.open();
    await stop.leave?.();
  }
  expect(app.complaints).toEqual([]);
  expect(app.output()).not.toMatch(/Content Security Policy|Unhandled|Error:/);
});

test('a second start ends at once and brings the first window to the front', async ({
  launch,
  prepared,
  dataFolder,
}) => {
  const first = await launch();
  await expect(screensOf(first).signIn.heading).toBeVisible();
  const front = await first.electron.evaluateHandle(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const brought = new Promise<boolean>((resolve) => {
      if (window === undefined) return resolve(false);
      const focus = window.focus.bind(window);
      window.focus = () => {
        focus();
        resolve(true);
      };
    });
    return { brought };
  });
  const second = spawn(
    electronExecutable(prepared.env),
    ['.', `--user-data-dir=${dataFolder}`, '--headless'],
    { cwd: projectRoot, stdio: 'ignore' },
  );
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(await front.evaluate(({ brought }) => brought)).toBe(true);
  expect(first.isRunning()).toBe(true);
  expect(first.electron.windows()).toHaveLength(1);
});
