/** From the start of the process to the first rows, with a million contacts and with next to none. */
import type { Page } from '@playwright/test';
import { launchApp } from '../../e2e/app/launch.ts';
import { drawPeople, people, peopleColumns } from '../people.ts';
import type { Result } from '../result.ts';
import { fillDataFolder } from './dataFolder.ts';
import { byTurns, figureOf } from './pairs.ts';

const rounds = 7;
const million = 1_000_000;
const queued = 5_000;
const groups = 10;

interface Start {
  /** From before the process is started, in milliseconds. */
  readonly whole: number;
  /** From the page's navigation, which main begins once the account is open. */
  readonly page: number;
}

/** An account with a million contacts in ten groups, and a queue. */
export function fillMillion(folder: string): void {
  const drawn = drawPeople(million, peopleColumns);
  fillDataFolder(
    folder,
    Array.from({ length: groups }, (_, at) => ({
      label: `Group ${at + 1}`,
      contacts: nextOf(drawn, million / groups),
      queued: queued / groups,
    })),
  );
}

/** `full`: a folder that `fillMillion` has filled. */
export async function measureColdStart(
  env: Readonly<Record<string, string>>,
  full: string,
  empty: string,
): Promise<Result[]> {
  fillDataFolder(empty, [{ label: 'Group 1', contacts: people(50, peopleColumns) }]);
  // Each once for nothing, so that the files of both are in the system's memory.
  for (const data of [full, empty]) await start(env, data);
  const pairs = await byTurns(
    rounds,
    () => start(env, full),
    () => start(env, empty),
  );
  return [
    {
      what: 'from the start of the process to the first rows',
      target: 1.2,
      ...figureOf(pairs, ({ whole }) => whole),
    },
    { what: 'of it, from the navigation of the page', ...figureOf(pairs, ({ page }) => page) },
  ];
}

/** So many of what is left; the rest stays to be taken. */
function* nextOf<T>(source: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken += 1) {
    const { done, value } = source.next();
    if (done === true) return;
    yield value;
  }
}

async function start(env: Readonly<Record<string, string>>, dataFolder: string): Promise<Start> {
  const startedAt = Date.now();
  const app = await launchApp(env, { dataFolder });
  try {
    const { shown, navigated } = await firstRows(app.page);
    return { whole: shown - startedAt, page: shown - navigated };
  } finally {
    await app.quit();
  }
}

/** When the first rows were in a frame and when the page was navigated to, in milliseconds since 1970. */
async function firstRows(page: Page): Promise<{ shown: number; navigated: number }> {
  await page.waitForURL(/index\.html/, { waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<{ shown: number; navigated: number }>((resolve) => {
        const look = (): void => {
          const heads = [...document.querySelectorAll('[role="rowheader"]')];
          const filled = heads.filter((head) => !head.matches('.bone'));
          if (filled.length < 10) return void requestAnimationFrame(look);
          const navigated = performance.timeOrigin;
          requestAnimationFrame((now) => resolve({ shown: navigated + now, navigated }));
        };
        look();
      }),
  );
}
