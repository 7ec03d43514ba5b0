import { expect, seenBy, test } from './fixture.ts';

test('main sees app:// everywhere', async ({ app, page }) => {
  const frame = await page.evaluate(() => window.fixture.invoke('frame'));
  expect(frame).toEqual({
    url: 'app://fixture/index.html',
    origin: 'app://fixture',
    isMain: true,
    fromWindow: true,
  });
  const url = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]!.getURL());
  expect(url).toBe('app://fixture/index.html');
  const { requests } = await seenBy(app);
  expect(requests).toContain('app://fixture/script.js');
  expect(requests.filter((request) => !request.startsWith('app://fixture/'))).toEqual([]);
});

test('the page is a secure context and its address may change within the document', async ({
  page,
}) => {
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([
    true,
    'object',
  ]);
  const frame = await page.evaluate(() => {
    history.pushState({}, '', '#/groups/1');
    return window.fixture.invoke('frame');
  });
  expect(frame).toMatchObject({ url: 'app://fixture/index.html#/groups/1' });
});

test('the content security policy of the response is enforced', async ({ app, page }) => {
  expect(await page.evaluate(() => 'scriptRan' in window)).toBe(true);
  expect(await page.evaluate(() => 'inlineRan' in window)).toBe(false);
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  const blocked = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          found.push(event.effectiveDirective);
          if (found.length === 3) resolve(found.sort());
        });
        setTimeout(() => {
          new Function('window.evaluated = true');
        });
        fetch('https://outside.invalid/').catch(() => undefined);
        document.body.append(Object.assign(new Image(), { src: 'https://outside.invalid/a.png' }));
      }),
  );
  expect(await blocked).toEqual(['connect-src', 'img-src', 'script-src']);
  const own = await page.evaluate(() => fetch('script.js').then((response) => response.ok));
  expect(own).toBe(true);
  const { console } = await seenBy(app);
  expect(console.some((line) => /^error: .*Content Security Policy/.test(line))).toBe(true);
});

test('an answer that the handler does not have is not found', async ({ page }) => {
  expect(await page.evaluate(() => fetch('missing.bin').then(({ status }) => status))).toBe(404);
});

for (const [name, leave] of [
  ['a click', () => document.querySelector<HTMLElement>('#outside')!.click()],
  ['location', () => void (location.href = 'https://outside.invalid/location')],
  [
    'a form',
    () => {
      const form = Object.assign(document.createElement('form'), {
        action: 'https://outside.invalid/',
      });
      document.body.append(form);
      form.submit();
    },
  ],
  ['another app host', () => void (location.href = 'app://elsewhere/')],
] as const) {
  test(`leaving by ${name} is refused and told`, async ({ app, page }) => {
    await page.evaluate(leave);
    await expect.poll(async () => (await seenBy(app)).navigations).toHaveLength(1);
    expect(await page.evaluate(() => window.fixture.invoke('echo', document.title))).toBe(
      'Fixture',
    );
    const frame = await page.evaluate(() => window.fixture.invoke('frame'));
    expect(frame).toMatchObject({ url: 'app://fixture/index.html' });
  });
}

test('a navigation that the app allows is made, from either form of the address', async ({
  app,
  page,
}) => {
  await page.click('#other');
  await expect(page).toHaveTitle('Other');
  await page.evaluate(() => void (location.href = '/index.html'));
  await expect(page).toHaveTitle('Fixture');
  expect((await seenBy(app)).navigations).toEqual([
    'app://fixture/other.html',
    'app://fixture/index.html',
  ]);
  expect(await page.evaluate(() => window.fixture.sum(1, 1))).toBe(2);
});

test('a reload runs the preload script again and is no navigation', async ({ app, page }) => {
  const reloaded = page.waitForEvent('load');
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]!.reload());
  await reloaded;
  await page.reload();
  expect(await page.evaluate(() => window.fixture.invoke('echo', 1))).toBe(1);
  expect((await seenBy(app)).navigations).toEqual([]);
});

test('a window opened by the page is refused and told', async ({ app, page }) => {
  const opened = await page.evaluate(() => window.open('https://outside.invalid/open') === null);
  expect(opened).toBe(true);
  await page.click('#blank');
  await page.click('#outside', { modifiers: ['ControlOrMeta'] });
  await expect
    .poll(async () => (await seenBy(app)).opened)
    .toEqual([
      'https://outside.invalid/open',
      'https://outside.invalid/blank',
      'https://outside.invalid/',
    ]);
  await expect.poll(() => app.windows().length).toBe(1);
  expect(await page.evaluate(() => window.fixture.invoke('echo', 'still here'))).toBe('still here');
});

test('loading what does not exist says why', async ({ app, page }) => {
  await expect(page).toHaveTitle('Fixture');
  const failure = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const error = await window.loadURL('http://127.0.0.1:1/').catch((reason: Error) => reason);
    window.destroy();
    return (error as Error).message;
  });
  expect(failure).toBe("ERR_UNSAFE_PORT loading 'http://127.0.0.1:1/'");
});

test('permissions follow the handlers of the app', async ({ page }) => {
  expect(await page.evaluate(() => Notification.permission)).toBe('denied');
  const state = await page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state),
  );
  expect(state).toBe('denied');
});

test('webRequest sees requests and may stop them', async ({ app, page }) => {
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest((details, answer) =>
      answer({ cancel: details.url.endsWith('/style.css') }),
    );
    session.defaultSession.webRequest.onHeadersReceived((details, answer) =>
      answer({ responseHeaders: { ...details.responseHeaders, 'x-seen': [details.resourceType] } }),
    );
  });
  const outcome = await page.evaluate(async () => ({
    stopped: await fetch('style.css').catch((error: Error) => error.name),
    seen: await fetch('script.js').then((response) => response.headers.get('x-seen')),
  }));
  expect(outcome).toEqual({ stopped: 'TypeError', seen: 'xhr' });
});
