/** The window itself: the built app in Chromium, with lists of very different size. */
import { buildIfNeeded } from '../../shell/build.ts';
import { prepareElectron } from '../../shell/prepare.ts';
import type { Announce, Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { measureScrolling } from './scrolling.ts';

export interface WindowResults {
  readonly scrolling: readonly Result[];
}

export async function measureWindow(
  folder: WorkFolder,
  announce: Announce,
): Promise<WindowResults> {
  await buildIfNeeded();
  const { env, describe } = await prepareElectron();
  announce(`the window. ${describe}`);
  // The `electron` package chooses its executable by the environment of this process.
  Object.assign(process.env, env);
  return { scrolling: await measureScrolling(env, folder.newFolder(), announce) };
}
