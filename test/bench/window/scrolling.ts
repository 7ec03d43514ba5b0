/** Frames and memory while 100,000 rows are scrolled, against 1,000 rows scrolled as far and as fast. */
import type { Page } from '@playwright/test';
import { expect } from '../../e2e/app/expect.ts';
import { launchApp } from '../../e2e/app/launch.ts';
import { Frame } from '../../e2e/pages/frame.ts';
import { people, peopleColumns } from '../people.ts';
import type { Result } from '../result.ts';
import { fillDataFolder } from './dataFolder.ts';
import { scrolled, type Frames, type Move } from './frames.ts';
import { frameResults } from './frameResults.ts';
import { memoryOf, type Memory } from './memory.ts';
import { byTurns, figureOf } from './pairs.ts';

const rounds = 3;
/** 100,000 rows of 36 pixels are gone over once; 1,000 rows to and fro as far. */
const overAll: Move = { step: 6_000, every: 1, frames: 600 };
const jumps: Move = { step: 'fromEndToEnd', every: 15, frames: 240 };
/** The wheel turns beside the sampling: a notch a frame. */
const wheel: Move = { step: 0, every: 1, frames: 300 };
const notch = 120;

interface Sample {
  readonly wheel: Frames;
  readonly overAll: Frames;
  readonly jumps: Frames;
  readonly memory: Memory;
}

/** A group of 100,000 and one with the first 1,000 of them. */
export function fillManyAndFew(folder: string): void {
  const contacts = people(100_000, peopleColumns);
  fillDataFolder(folder, [
    { label: 'Many', contacts },
    { label: 'Few', contacts: contacts.slice(0, 1_000) },
  ]);
}

/** `folder`: filled by `fillManyAndFew`. */
export async function measureScrolling(
  env: Readonly<Record<string, string>>,
  folder: string,
): Promise<Result[]> {
  const pairs = await byTurns(
    rounds,
    () => sample(env, folder, 'Many'),
    () => sample(env, folder, 'Few'),
  );
  return [
    ...frameResults('wheel, 36,000 px', pairs, (one) => one.wheel),
    ...frameResults('end to end, 6,000 px a frame', pairs, (one) => one.overAll),
    ...frameResults('jumps from end to end', pairs, (one) => one.jumps),
    {
      what: 'memory after it: heap in use',
      unit: 'MB',
      target: 1.2,
      ...figureOf(pairs, ({ memory }) => memory.heap / 1e6),
    },
    {
      what: 'memory after it: nodes of the document',
      unit: 'count',
      target: 1.2,
      ...figureOf(pairs, ({ memory }) => memory.nodes),
    },
  ];
}

/** In an app just started, so that what is kept is this list's. */
async function sample(
  env: Readonly<Record<string, string>>,
  dataFolder: string,
  group: string,
): Promise<Sample> {
  const app = await launchApp(env, { dataFolder });
  try {
    const { page } = app;
    await new Frame(page).openGroup(group);
    await expect(page.getByRole('grid').getByRole('rowheader').nth(10)).not.toBeEmpty();
    const turned = turnWheel(page);
    const byWheel = await scrolled(page, wheel);
    await turned;
    const whole = await scrolled(page, overAll);
    const jumped = await scrolled(page, jumps);
    return { wheel: byWheel, overAll: whole, jumps: jumped, memory: await memoryOf(page) };
  } finally {
    await app.quit();
  }
}

async function turnWheel(page: Page): Promise<void> {
  await page.getByRole('grid').hover();
  for (let turn = 0; turn < wheel.frames; turn += 1) await page.mouse.wheel(0, notch);
}
