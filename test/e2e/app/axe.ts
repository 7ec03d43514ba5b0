import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import { setLanguage, setTheme } from './settings.ts';

/** What axe finds, in a form that says where. Legacy mode: an Electron window cannot open axe's helper page. */
export async function findings(page: Page): Promise<string[]> {
  // What is fading in or out has no contrast yet. A cancelled animation is over, too.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(
      () => undefined,
    ),
  );
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(passes.length, 'rules that axe could apply').toBeGreaterThan(10);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}\n${failureSummary}`,
    ),
  );
}

/** The same light and dark, in English and in Spanish; leaves it light and in English. */
export async function findingsInEveryGuise(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const language of ['es', 'en'] as const) {
    await setLanguage(page, language);
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(page, theme);
      const found = await findings(page);
      all.push(...found.map((finding) => `${theme}, ${language}: ${finding}`));
    }
  }
  return all;
}
