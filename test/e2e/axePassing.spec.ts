/** What stands on screen for a moment only, in both languages, light and dark, read by axe: nothing found. */
import type { Locator, Page } from '@playwright/test';
import { findingsInEveryGuise } from './app/axe.ts';
import { expect, test } from './app/fixtures.ts';
import { joan, mobileOf, seed } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';
import { Bulk } from './pages/bulk.ts';
import { Palette } from './pages/palette.ts';

/** Reads the page while something is on it, which is still there when all has been read. */
async function expectNothingFound(page: Page, shown: Locator): Promise<void> {
  await expect(shown).toBeVisible();
  expect(await findingsInEveryGuise(page)).toEqual([]);
  await expect(shown).toBeVisible();
}

test('bulk work under way', async ({ launch, sandbox }) => {
  test.setTimeout(240_000);
  // So many that the work is still under way when everything has been read.
  const { app, contacts, frame } = await signedIn(launch, sandbox, { contacts: 50_000 });
  const { page } = app;
  await frame.fromSyncMenu('Work offline');
  const bulk = new Bulk(page);
  await contacts.grid.getByRole('row').nth(1).getByRole('checkbox').click();
  await page.keyboard.press('Control+a');
  await expect(bulk.bar).toHaveAccessibleName('50,000 selected');
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', 'visto');
  await bulk.apply('Change 50,000 contacts');
  await expectNothingFound(page, bulk.banner.getByRole('progressbar'));
  await bulk.banner.getByRole('button', { name: 'Stop', exact: true }).click();
  await bulk.ended('Stopped. What was done stays:');
});

test('a search over everything that finds nothing', async ({ launch, sandbox }) => {
  const { app } = await signedIn(launch, sandbox);
  const palette = new Palette(app.page);
  await palette.open();
  await palette.box.fill('nobody at all');
  await expect(palette.options).toHaveCount(0);
  await expectNothingFound(app.page, palette.dialog.getByText(/“nobody at all”/).first());
});

test('the menu of a contact in the list', async ({ launch, sandbox }) => {
  const { app, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  await contacts.row(mobileOf(1)).getByRole('rowheader').click({ button: 'right' });
  await expectNothingFound(page, page.getByRole('menuitem').first());
});

test('the menu of a pending change', async ({ launch, sandbox }) => {
  const { app, frame, contacts, pending } = await signedIn(launch, sandbox);
  const { page } = app;
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.openPending();
  await pending.card('Change city of Persona 1').click({ button: 'right' });
  await expectNothingFound(page, page.getByRole('menuitem', { name: 'Discard…' }));
});

test('the first steps, before and after signing in', async ({ launch, sandbox }) => {
  await seed(sandbox, joan, 2);
  const { page } = await launch({ server: sandbox.origin });
  const { signIn } = screensOf({ page });
  const steps = page.getByRole('list', { name: /^(First steps|Primeros pasos)$/ });
  await expectNothingFound(page, steps);
  await signIn.as(joan);
  await expectNothingFound(page, steps);
});
