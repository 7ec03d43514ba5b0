/** Whoever works by keys sees where the focus is: on every kind of control, light and dark. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { areaOf, seenChange, take } from './app/picture.ts';
import { signedIn, type Session } from './app/session.ts';
import { setTheme } from './app/settings.ts';
import { screensOf } from './pages/app.ts';
import { GridTools } from './pages/grid.ts';
import { tabTo } from './pages/keys.ts';
import { Palette } from './pages/palette.ts';

/** The focus that the keys have brought draws at least a line around the control. */
async function expectFocusSeen(page: Page, control: Locator, name: string): Promise<void> {
  await expect(control, name).toBeFocused();
  const area = await areaOf(control, 6);
  const focused = await take(page, area);
  await control.evaluate((element: HTMLElement) => element.blur());
  await expect(control, name).not.toBeFocused();
  const left = await take(page, area);
  const { width, height } = await areaOf(control);
  expect.soft(seenChange(left, focused), name).toBeGreaterThan(width + height);
}

/** Tab goes on from where the focus was last. */
async function expectSeenByTab(page: Page, control: Locator, name: string): Promise<void> {
  await tabTo(page, control);
  await expectFocusSeen(page, control, name);
}

for (const theme of ['light', 'dark'] as const) {
  test(`what Tab reaches before and after signing in, ${theme}`, async ({ launch, sandbox }) => {
    const { page } = await launch({ server: sandbox.origin });
    const { signIn } = screensOf({ page });
    await expect(signIn.user).toBeFocused();
    await setTheme(page, theme);
    await expectFocusSeen(page, signIn.user, 'input');
    await expectSeenByTab(page, signIn.keep, 'checkbox');
    const server = page.getByRole('button', { name: 'Server', exact: true });
    await expectSeenByTab(page, server, 'what folds');
    await expectSeenByTab(page, signIn.practice, 'button');
  });

  test(`what Tab and the arrows reach, ${theme}`, async ({ launch, sandbox }) => {
    test.setTimeout(180_000);
    const session = await signedIn(launch, sandbox);
    const { app, frame, contacts, groups } = session;
    const { page } = app;
    await setTheme(page, theme);
    const add = page.getByRole('button', { name: 'Add a group', exact: true });
    await expectSeenByTab(page, frame.account, 'account');
    await expectSeenByTab(page, add, 'icon button');
    await expectSeenByTab(page, frame.group('Clientes'), 'sidebar entry');
    await expectSeenByTab(page, frame.search, 'search box');
    await expectSeenByTab(page, frame.chip, 'chip');
    await expectSeenByTab(page, contacts.grid.locator('[tabindex="0"]'), 'first stop of the list');
    await expectCellsSeen(session);
    await expectEditorSeen(page);

    await tabTo(page, frame.syncMenu);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await expectFocusSeen(page, page.getByRole('menuitem', { name: 'Work offline' }), 'menu item');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();

    await groups.fromMenu('Name and colour…');
    const colours = groups.dialog.getByRole('radio');
    await tabTo(page, colours.first());
    await page.keyboard.press('ArrowRight');
    await expect(colours.nth(1)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(colours.nth(1)).toBeChecked();
    await expectFocusSeen(page, colours.nth(1), 'radio');
    await page.keyboard.press('Escape');
    await expect(groups.dialog).toBeHidden();

    await frame.openSettings();
    await expectSeenByTab(page, page.getByRole('combobox', { name: 'Language' }), 'combobox');
    await expectSeenByTab(page, page.getByRole('switch'), 'switch');
    await tabTo(page, page.getByRole('combobox', { name: 'Theme' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await expectFocusSeen(page, page.getByRole('option').first(), 'option');
  });

  test(`a link in what is told of a field, ${theme}`, async ({ launch, sandbox }) => {
    const { app, frame, contacts } = await signedIn(launch, sandbox);
    const { page } = app;
    await setTheme(page, theme);
    await frame.fromSyncMenu('Work offline');
    await contacts.edit(mobileOf(1), { city: 'Oliva' });
    await contacts.field('city').focus();
    const link = contacts.panel.getByRole('button', { name: 'Use this value again' });
    await expectSeenByTab(page, link, 'link');
  });

  test(`the line that Enter takes where the focus stays in a box, ${theme}`, async ({
    launch,
    sandbox,
  }) => {
    const { app, groups } = await signedIn(launch, sandbox);
    const { page } = app;
    await setTheme(page, theme);
    const palette = new Palette(page);
    await palette.open();
    await palette.searchAnew('group');
    await expect(palette.options.nth(2)).toBeVisible();
    await expectMarkSeen(page, palette.options.nth(1), 'aria-selected');
    await page.keyboard.press('Escape');

    await groups.fromMenu('Country…');
    await groups.dialog.getByRole('combobox').fill('a');
    await expect(page.getByRole('option').nth(2)).toBeVisible();
    await expectMarkSeen(page, page.getByRole('option').nth(1), 'data-highlighted');
  });
}

/** The second line, which the arrow down marks: it differs by at least a line along its side. */
async function expectMarkSeen(page: Page, line: Locator, mark: string): Promise<void> {
  const isMarked = async (): Promise<boolean> =>
    !['false', null].includes(await line.getAttribute(mark));
  const area = await areaOf(line);
  await expect.poll(isMarked).toBe(false);
  const before = await take(page, area);
  await page.keyboard.press('ArrowDown');
  await expect.poll(isMarked).toBe(true);
  expect.soft(seenChange(before, await take(page, area)), mark).toBeGreaterThan(area.height);
}

/** A cell and a head of a column, by the arrows. */
async function expectCellsSeen({ app, contacts }: Session): Promise<void> {
  const { page } = app;
  const tools = new GridTools(page);
  await tools.goTo(mobileOf(2), 'name');
  await page.keyboard.press('ArrowRight');
  await expectFocusSeen(page, await tools.cell(mobileOf(2), 'city'), 'cell');
  await tools.goTo(mobileOf(1), 'name');
  await page.keyboard.press('ArrowUp');
  await expectFocusSeen(page, contacts.header('name'), 'head of a column');
}

/** The cell that is being written: an empty one, so that nothing but the editor itself is painted there. */
async function expectEditorSeen(page: Page): Promise<void> {
  const tools = new GridTools(page);
  await tools.goTo(mobileOf(3), 'city');
  const cell = await tools.cell(mobileOf(3), 'notes');
  const area = await areaOf(cell, 6);
  const left = await take(page, area);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await expect(tools.editor).toBeFocused();
  const { width, height } = await areaOf(cell);
  const seen = seenChange(left, await take(page, area));
  expect.soft(seen, 'cell that is written').toBeGreaterThan(width + height);
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
}
