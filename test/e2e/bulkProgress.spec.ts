/** Bulk work that takes a while: how far it is, working on meanwhile, stopping it, and taking it back. */
import type { Locator } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { Bulk } from './pages/bulk.ts';

/** So many that a person, too, would have the time to do something else meanwhile. */
const many = 12_000;
const numberIn = (text: string): number => Number(text.replaceAll(/\D/g, ''));

test('long work tells how far it is, keeps nobody from working, stops when told, and one undo takes it back', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox, { contacts: many });
  const { page } = app;
  await frame.fromSyncMenu('Work offline');
  const bulk = new Bulk(page);
  await contacts.grid.getByRole('row').nth(1).getByRole('checkbox').click();
  await page.keyboard.press('Control+a');
  await expect(bulk.bar).toHaveAccessibleName('12,000 selected');
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', 'visto');
  await bulk.apply('Change 12,000 contacts');

  const progress = bulk.banner.getByRole('progressbar', { name: 'Bulk work' });
  await expect(progress).toHaveAttribute('aria-valuemax', String(many));
  await expect(bulk.banner).toContainText(/Changing contacts: [\d,]+ of 12,000/);
  await expect.poll(() => shownBy(progress)).toBeGreaterThan(0);
  const before = await shownBy(progress);

  await contacts.edit(mobileOf(2), { name: 'Ana' });
  await expect(contacts.row(mobileOf(2))).toContainText('Ana');
  await expect.poll(() => shownBy(progress)).toBeGreaterThan(before);
  await contacts.close();

  await bulk.banner.getByRole('button', { name: 'Stop', exact: true }).click();
  await bulk.ended('Stopped. What was done stays:');
  const [, told = ''] =
    /stays: ([\d,]+) contacts changed/.exec(await bulk.banner.innerText()) ?? [];
  expect(numberIn(told)).toBeGreaterThan(before);
  expect(numberIn(told)).toBeLessThan(many);
  await expect(contacts.row(mobileOf(1))).toContainText('visto');
  await frame.says(new RegExp(`^Offline: ${told} changes kept here$`));

  await bulk.banner.getByRole('button', { name: 'Undo' }).click();
  await expect(bulk.banner).toBeHidden();
  await expect(contacts.row(mobileOf(1))).not.toContainText('visto');
  // What was done by hand meanwhile is no part of it.
  await expect(contacts.row(mobileOf(2))).toContainText('Ana');
  await frame.says('Offline: 1 change kept here');
});

/** How far the bar says that it is; 0 once it has gone. */
async function shownBy(progress: Locator): Promise<number> {
  const [bar] = await progress.all();
  return Number((await bar?.getAttribute('aria-valuenow', { timeout: 1_000 })) ?? 0);
}
