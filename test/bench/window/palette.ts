/** From a key in the box over everything to its results on screen, against the bare query in the store. */
import type { JSHandle, Page } from '@playwright/test';
import { expect } from '../../e2e/app/expect.ts';
import { launchApp } from '../../e2e/app/launch.ts';
import { Palette } from '../../e2e/pages/palette.ts';
import { runAtOnce } from '../../../electron/store/list/steps.ts';
import { quickSearch } from '../../../electron/store/quickSearch.ts';
import { median, timed } from '../compare.ts';
import { openMirrorIn } from './dataFolder.ts';

/** Each ends with the key that is measured. */
const texts = ['maria', '677', 'ferret', 'jose lopez', 'example.org', 'mu', 'nuñez', 'qqqq'];
const rounds = 4;
/** A person lets go of a key long after it went down. Milliseconds. */
const held = 60;
/** As the window asks. */
const perGroup = 5;
/** Two frames. Milliseconds. */
export const aim = 2000 / 60;

export interface PaletteTimes {
  readonly what: string;
  /** Medians, in milliseconds. */
  readonly shown: number;
  readonly query: number;
  /** From the end of the query to what is shown, each key by itself: the median and the worst. Milliseconds. */
  readonly moreMedian: number;
  readonly moreAtMost: number;
  readonly keys: number;
}

/** `folder`: filled before. */
export async function measurePalette(
  env: Readonly<Record<string, string>>,
  folder: string,
  what: string,
): Promise<PaletteTimes> {
  const shown = await shownAfter(env, folder);
  const queries = bareQueries(folder);
  const more = shown.map((time, at) => time - (queries[at] ?? 0));
  return {
    what,
    shown: median(shown),
    query: median(queries),
    moreMedian: median(more),
    moreAtMost: Math.max(...more),
    keys: shown.length,
  };
}

async function shownAfter(
  env: Readonly<Record<string, string>>,
  dataFolder: string,
): Promise<number[]> {
  const app = await launchApp(env, { dataFolder });
  try {
    const { page } = app;
    await expect(page.getByRole('grid').getByRole('rowheader').nth(5)).not.toBeEmpty();
    const palette = new Palette(page);
    await palette.open();
    const times: number[] = [];
    // The first round is for nothing: it finds code that never ran.
    for (let round = 0; round <= rounds; round += 1) {
      for (const text of texts) {
        await palette.box.fill(text.slice(0, -1));
        await expect(palette.dialog.getByRole('status')).not.toBeEmpty();
        // What came of those keys is over.
        await page.waitForTimeout(100);
        const watch = await watchNextKey(page);
        await page.keyboard.press(text.slice(-1), { delay: held });
        const time = await watch.evaluate(({ shown }) => shown);
        await watch.dispose();
        if (round > 0) times.push(time);
      }
    }
    return times;
  } finally {
    await app.quit();
  }
}

/**
 * `shown`: milliseconds from the next key to the end of the frame that shows what was found for it. Nothing is asked of
 * the page before that is in it: to ask for frames meanwhile would use up the one in which it could be seen.
 */
function watchNextKey(page: Page): Promise<JSHandle<{ shown: Promise<number> }>> {
  return page.evaluateHandle(() => {
    const status = document.querySelector('[role="dialog"] [role="status"]');
    if (status === null) throw new Error('There is no box over everything.');
    const shown = new Promise<number>((resolve) => {
      const painted = new MessageChannel();
      const begin = ({ timeStamp: pressed }: Event): void => {
        painted.port1.onmessage = () => resolve(performance.now() - pressed);
        const drawn = new MutationObserver(() => {
          // It is empty while what is found answers an older text.
          if (status.textContent === '') return;
          drawn.disconnect();
          // The message is heard when the frame is done.
          requestAnimationFrame(() => painted.port2.postMessage(null));
        });
        drawn.observe(status, { childList: true, characterData: true, subtree: true });
      };
      document.addEventListener('keydown', begin, { capture: true, once: true });
    });
    return { shown };
  });
}

/** The same queries in the store, in this process. Milliseconds each. */
function bareQueries(folder: string): number[] {
  const store = openMirrorIn(folder);
  const query = (text: string): unknown => runAtOnce(quickSearch(store, text, perGroup));
  const times = Array.from({ length: rounds + 1 }, () =>
    texts.map((text) => timed(() => query(text))),
  );
  store.close();
  return times.slice(1).flat();
}
