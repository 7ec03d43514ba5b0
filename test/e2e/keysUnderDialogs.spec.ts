/** What is modal keeps every key, and every entry of the native menu, from what lies behind it. */
import type { Page } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { steps } from './app/steps.ts';
import { GridTools } from './pages/grid.ts';
import { NativeMenu } from './pages/menu.ts';

/** The keys that would open something, or go somewhere, from anywhere else. */
const keys = ['Control+k', 'Control+/', 'Control+n', 'Control+Shift+N', 'Control+,'];
const entries = ['Search everything…', 'Keyboard shortcuts', 'New contact', 'Pending changes'];

/** Names of what is open over the page, and of the page. */
async function open(page: Page): Promise<string[]> {
  const places = page
    .locator('[role="dialog"], [role="alertdialog"], [role="complementary"], aside')
    .or(page.getByRole('heading', { level: 1, includeHidden: true }));
  return (await places.allInnerTexts()).map((text) => text.split('\n')[0] ?? '').sort();
}

test('behind a question nothing is taken back and nothing opens, by key or by the native menu', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  const menu = new NativeMenu(app.electron);
  const question = page.getByRole('alertdialog');
  await frame.fromSyncMenu('Work offline');
  await tools.goTo(mobileOf(1), 'city');
  await page.keyboard.type('Pego');
  await page.keyboard.press('Enter');
  await expect(frame.undo).toHaveAccessibleName(/^Undo: Change city/);
  const before = await steps(page);

  await page.keyboard.press('Delete');
  const cancel = question.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeFocused();
  const places = await open(page);
  for (const key of ['Control+z', 'Control+y', '?', '/', ...keys, 'Control+Shift+P']) {
    await page.keyboard.press(key);
    expect.soft(await steps(page), key).toEqual(before);
    expect.soft(await open(page), key).toEqual(places);
    await expect.soft(cancel, key).toBeFocused();
  }
  for (const entry of ['Undo', 'Redo', ...entries, 'Settings…', 'Groups']) {
    await menu.choose(entry);
    expect.soft(await steps(page), entry).toEqual(before);
    expect.soft(await open(page), entry).toEqual(places);
    await expect.soft(cancel, entry).toBeFocused();
  }

  // Answered, it lets them through again.
  await page.keyboard.press('Escape');
  await expect(await tools.cell(mobileOf(2), 'city')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(frame.notifications).toContainText('Undone: Change city');
  await expect(await tools.cell(mobileOf(1), 'city')).toHaveText('Valencia');
});

test('what a page asks by itself holds them back as well', async ({ launch, sandbox }) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  const menu = new NativeMenu(app.electron);
  await frame.fromSyncMenu('Work offline');

  // A paste that is looked at.
  const cell = await tools.goTo(mobileOf(2), 'city');
  await tools.paste('Ana\nBea');
  const paste = page.getByRole('dialog');
  await expect(paste).toHaveAccessibleName(/^Paste/);
  const overCell = await open(page);
  for (const key of [...keys, 'Control+Shift+P']) {
    await page.keyboard.press(key);
    await steps(page);
    expect.soft(await open(page), key).toEqual(overCell);
  }
  for (const entry of entries) {
    await menu.choose(entry);
    await steps(page);
    expect.soft(await open(page), entry).toEqual(overCell);
  }
  await page.keyboard.press('Escape');
  await expect(paste).toBeHidden();
  await expect(cell).toBeFocused();

  // A name that is typed; the native menu's undo is about it.
  await tools.fromViews('Save as a view…');
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Mine');
  await page.keyboard.press('Control+Shift+P');
  await steps(page);
  await expect(name).toHaveValue('Mine');
  await menu.choose('Undo');
  await expect(name).not.toHaveValue('Mine');
  await page.keyboard.press('Escape');
  await expect(name).toBeHidden();

  // Something unsaved.
  await contacts.open(mobileOf(1));
  await contacts.field('notes').fill('Half');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Keep what you typed?' });
  const first = question.getByRole('button', { name: 'Go on editing' });
  await expect(first).toBeFocused();
  const overPanel = await open(page);
  for (const key of ['?', '/', 'Control+z', ...keys]) {
    await page.keyboard.press(key);
    await steps(page);
    expect.soft(await open(page), key).toEqual(overPanel);
    await expect.soft(first, key).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(contacts.field('notes')).toBeFocused();
  await expect(contacts.field('notes')).toHaveValue('Half');
});

test('what is not modal holds nothing back, and the palette goes by the key that opened it', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  const palette = page.getByRole('dialog', { name: 'Search everything' });
  await tools.filters.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(tools.popover.getByRole('button', { name: 'Apply' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette).toBeHidden();
});
