/** The window itself: the built app in Chromium, with much in it and with little. */
import { buildIfNeeded } from '../../shell/build.ts';
import { prepareElectron } from '../../shell/prepare.ts';
import type { Announce, Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { fillMillion, measureColdStart } from './coldStart.ts';
import { measurePalette, type PaletteTimes } from './palette.ts';
import { fillManyAndFew, measureScrolling } from './scrolling.ts';

export interface WindowResults {
  readonly scrolling: readonly Result[];
  readonly palette: readonly PaletteTimes[];
  readonly coldStart: readonly Result[];
}

export async function measureWindow(
  folder: WorkFolder,
  announce: Announce,
): Promise<WindowResults> {
  await buildIfNeeded();
  const { env, describe } = await prepareElectron();
  announce(`the window. ${describe}`);
  // The `electron` package chooses its executable by the environment of this process. An installed app checks no replies.
  Object.assign(process.env, env, { LIBRETA_TRUST_REPLIES: '1' });
  announce('scrolling 100,000 rows and 1,000 rows');
  const many = folder.newFolder();
  fillManyAndFew(many);
  const scrolling = await measureScrolling(env, many);
  announce('the palette and a cold start with a million contacts (filling them takes minutes)');
  const million = folder.newFolder();
  fillMillion(million);
  const palette = [
    await measurePalette(env, many, '101,000 contacts in 2 groups'),
    await measurePalette(env, million, '1,000,000 contacts in 10 groups'),
  ];
  const coldStart = await measureColdStart(env, million, folder.newFolder());
  return { scrolling, palette, coldStart };
}
