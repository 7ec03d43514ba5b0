/** Who wants no movement gets none: what would move takes no time then, and what shows work turns slowly. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { Bulk } from './pages/bulk.ts';
import { Palette } from './pages/palette.ts';

/** The classes of what takes time to appear or to change. What shows that work goes on is left out. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.spinner)')]
      .filter((element) =>
        [null, '::before', '::after'].some((part) => {
          const style = getComputedStyle(element, part);
          const animations =
            style.animationName === 'none' ? [] : style.animationDuration.split(',');
          return [...animations, ...style.transitionDuration.split(',')].some(
            (duration) => Number.parseFloat(duration) > 0,
          );
        }),
      )
      .flatMap((element) => [...element.classList]),
  );
}

/** What is on screen moves, unless no movement is wanted. */
async function expectStillness(page: Page, parts: readonly string[]): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving(page)).toEqual(expect.arrayContaining([...parts]));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving(page)).toEqual([]);
}

test('nothing moves for who wants no movement', async ({ launch, sandbox }) => {
  const { app, frame, contacts, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await expect(frame.notifications.getByRole('listitem').first()).toBeVisible();
  await expectStillness(page, ['toast', 'input', 'icon-button', 'nav', 'mark', 'button']);
  await contacts.close();

  await frame.syncMenu.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectStillness(page, ['menu']);
  await page.keyboard.press('Escape');

  const bulk = new Bulk(page);
  await bulk.choose([mobileOf(2)]);
  await expectStillness(page, ['bulk-bar']);
  await bulk.open('Find and replace…');
  await bulk.type('Find', 'Persona');
  await expect(bulk.dialog).toContainText('1 contact changes');
  await expectStillness(page, ['preview']);
  await bulk.dialog.getByRole('button', { name: 'Close', exact: true }).click();

  await groups.openCreate();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectStillness(page, ['dialog', 'overlay']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  const palette = new Palette(page);
  await palette.open();
  await expectStillness(page, ['palette']);
  await page.keyboard.press('Escape');

  await frame.openSettings();
  await expect(page.getByRole('switch')).toBeVisible();
  await expectStillness(page, ['switch', 'thumb']);
});

test('what shows that work goes on turns slowly for who wants no movement', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  await sandbox.fault({ kind: 'write', fault: { name: 'hang' } });
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('Sending…');
  const turning = (spinner: Locator): Promise<number> =>
    spinner.evaluate((element) => Number.parseFloat(getComputedStyle(element).animationDuration));
  const spinner = frame.chip.locator('.spinner');
  await expect(spinner).toBeVisible();
  expect(await turning(spinner)).toBeLessThan(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await turning(spinner)).toBeGreaterThanOrEqual(4);
});
