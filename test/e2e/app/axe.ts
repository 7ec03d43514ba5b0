import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

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
