import { expect, seenBy, test } from './fixture.ts';

test('the preload script is alone in its world', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    secret: 'secretOfTheIsolatedWorld' in window,
    require: 'require' in window,
    process: 'process' in window,
    refusedByRequire: window.fixture.refusedByRequire,
    versions: Object.keys(window.fixture.versions).sort(),
    platform: window.fixture.platform,
  }));
  expect(seen).toEqual({
    secret: false,
    require: false,
    process: false,
    refusedByRequire: 'module not found: node:fs',
    versions: ['chrome', 'electron', 'node'],
    platform: process.platform,
  });
});

test('the exposed object cannot be changed', async ({ page }) => {
  const outcome = await page.evaluate(() => {
    'use strict';
    const attempts = [
      () => Object.assign(window.fixture, { sum: () => 0 }),
      () => Object.assign(window, { fixture: {} }),
      () => Object.defineProperty(window, 'fixture', { value: {} }),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(outcome).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('functions, promises and errors cross the bridge', async ({ page }) => {
  const crossed = await page.evaluate(async () => {
    const heard: string[] = [];
    window.fixture.callBack((text) => heard.push(text));
    const failure = async (attempt: () => unknown): Promise<string> => {
      try {
        return `no error: ${String(await attempt())}`;
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    return {
      heard,
      later: await window.fixture.later({ deep: [1, { two: 2 }] }),
      throwing: await failure(() => window.fixture.throwing()),
      rejecting: await failure(() => window.fixture.rejecting()),
      proxy: await failure(() => window.fixture.later(new Proxy({ a: 1 }, {}))),
      deepProxy: await failure(() => window.fixture.later({ inside: [new Proxy({}, {})] })),
    };
  });
  expect(crossed).toEqual({
    heard: ['called back'],
    later: { deep: [1, { two: 2 }] },
    throwing: 'Error: thrown in the preload script',
    rejecting: 'Error: rejected in the preload script',
    proxy: 'Error: An object could not be cloned.',
    deepProxy: 'Error: An object could not be cloned.',
  });
});

test('invoke answers with clones and fails with words like those of Electron', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const failure = (...call: [string, ...unknown[]]): Promise<string> =>
      window.fixture.invoke(...call).then(
        () => 'no error',
        (error: unknown) => (error as Error).message,
      );
    const cycle: Record<string, unknown> = { when: new Date(5), not: NaN, none: undefined };
    cycle['self'] = cycle;
    const back = (await window.fixture.invoke('echo', cycle)) as typeof cycle;
    return {
      sameCycle: back['self'] === back && back !== cycle,
      date: (back['when'] as Date).getTime(),
      notANumber: Number.isNaN(back['not']),
      keepsUndefined: 'none' in back,
      map: await window.fixture
        .invoke('echo', new Map([['key', new Uint8Array([1, 2])]]))
        .then((map) => [...(map as Map<string, Uint8Array>)].join()),
      failing: await failure('fail'),
      unknown: await failure('nobody'),
      uncloneable: await failure('uncloneable'),
      functions: await failure('echo', { deep: [() => 1] }),
      order: await Promise.all([
        window.fixture.invoke('slow', 'first'),
        window.fixture.invoke('echo', 'second'),
      ]),
    };
  });
  expect(answers).toEqual({
    sameCycle: true,
    date: 5,
    notANumber: true,
    keepsUndefined: true,
    map: 'key,1,2',
    failing: "Error invoking remote method 'fail': TypeError: the handler failed",
    unknown: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    uncloneable:
      "Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
    functions: 'An object could not be cloned.',
    order: ['first', 'second'],
  });
});

test('events reach the page in order until it unsubscribes', async ({ app, page }) => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    const stop = window.fixture.onNews((...args) => heard.push(args));
    Object.assign(window, { heard, stop });
  });
  await app.evaluate(({ webContents }) => {
    for (let index = 0; index < 100; index += 1) {
      webContents.getAllWebContents()[0]!.send('news', index, { odd: index % 2 === 1 });
    }
  });
  const heard = (): Promise<unknown[][]> =>
    page.evaluate(() => (window as unknown as { heard: unknown[][] }).heard);
  await expect.poll(async () => (await heard()).length).toBe(100);
  expect((await heard()).map(([index]) => index)).toEqual([...Array(100).keys()]);
  expect((await heard())[1]).toEqual([1, { odd: true }]);
  await page.evaluate(() => (window as unknown as { stop: () => void }).stop());
  await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]!.send('news', 'late'));
  await page.evaluate(() => window.fixture.invoke('echo', 'a round trip behind the event'));
  expect(await heard()).toHaveLength(100);
});

test('send reaches ipcMain.on', async ({ app, page }) => {
  await page.evaluate(() => window.fixture.note({ text: 'noted' }));
  await expect.poll(async () => (await seenBy(app)).events).toEqual([{ text: 'noted' }]);
});

test('5,000 rows go there and back whole', async ({ page }) => {
  const same = await page.evaluate(async () => {
    const rows = Array.from({ length: 5000 }, (_, id) => ({
      id,
      text: `é${'x'.repeat(100)}${id}`,
    }));
    const back = await window.fixture.invoke('echo', rows);
    return JSON.stringify(back) === JSON.stringify(rows);
  });
  expect(same).toBe(true);
});
