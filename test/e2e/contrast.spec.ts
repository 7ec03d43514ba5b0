/** For who asks for more contrast, or has the system choose all colours: what matters is painted, and never by colour alone. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { areaOf, seenChange, standingOut, take } from './app/picture.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { signedIn, type Session } from './app/session.ts';
import { setTheme } from './app/settings.ts';
import { idOf } from './app/stored.ts';
import { GridTools } from './pages/grid.ts';

/** The left edge of a control is a line that is seen, whatever stands in the control. */
async function expectBordered(page: Page, control: Locator, name: string): Promise<void> {
  await expect(control, name).toBeVisible();
  const { x, y, width, height } = await areaOf(control);
  const round = Math.ceil(height / 2);
  // The corners are round: of a chip there is no straight edge but above and below.
  const edge = { x: x + round, y: y - 2, width: width - 2 * round, height: 5 };
  expect.soft(standingOut(await take(page, edge)), name).toBeGreaterThan(0.9 * edge.width);
}

/** Something in it stands out from what it lies on. */
async function expectPainted(page: Page, sign: Locator, name: string): Promise<void> {
  await expect(sign, name).toBeVisible();
  expect.soft(standingOut(await take(page, await areaOf(sign))), name).toBeGreaterThan(8);
}

/** One contact that waits, one that asks, one that is chosen. */
async function prepare(session: Session, sandbox: SandboxProcess): Promise<void> {
  const { app, frame, contacts } = session;
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('1 needs you');
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(2), { city: 'Pego' });
  await contacts.close();
  await contacts.row(mobileOf(3)).getByRole('checkbox').click();
  await app.page.mouse.move(0, 0);
}

for (const theme of ['light', 'dark'] as const) {
  test(`the edges of what can be used are seen with more contrast, ${theme}`, async ({
    launch,
    sandbox,
  }) => {
    const session = await signedIn(launch, sandbox);
    const { app, frame, contacts, pending } = session;
    const { page } = app;
    await setTheme(page, theme);
    await page.emulateMedia({ contrast: 'more' });
    await prepare(session, sandbox);
    const chip = frame.chip.locator('..');
    await expectBordered(page, frame.search, 'search box');
    await expectBordered(page, chip, 'chip');
    await contacts.open(mobileOf(2));
    await expectBordered(page, contacts.field('name'), 'field of a contact');
    await expectBordered(page, contacts.field('city'), 'changed field');
    await contacts.close();
    const tools = new GridTools(page);
    await tools.filter('city', 'contains', 'e');
    const filter = tools.chip('city contains “e”').locator('..');
    await expectBordered(page, filter, 'filter');
    await frame.openPending();
    await expectBordered(page, pending.button(pending.cards.first(), 'Edit the contact'), 'button');
    await frame.openSettings();
    const language = page.getByRole('combobox', { name: 'Language' });
    await expectBordered(page, language, 'combobox');
  });
}

test('what a row, the chip and a question say is seen where the system chooses the colours', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { app, frame, contacts } = session;
  const { page } = app;
  await prepare(session, sandbox);
  await page.emulateMedia({ forcedColors: 'active' });
  const sign = (text: string, state: Parameters<typeof contacts.state>[1]): Locator =>
    contacts.state(text, state).locator('..').locator('svg');
  await expectPainted(page, sign(mobileOf(1), 'Needs you'), 'needs you');
  await expectPainted(page, sign(mobileOf(2), 'Waiting to be sent'), 'waits');
  await expectPainted(page, frame.chip.locator('svg'), 'chip');

  const city = await new GridTools(page).cell(mobileOf(2), 'city');
  const mark = city.getByRole('img', { name: 'changed, not on Afilnet yet' });
  await expectPainted(page, mark, 'changed cell');

  const box = contacts.row(mobileOf(3)).getByRole('checkbox');
  await expect(box).toBeChecked();
  const { x, y, width, height } = await areaOf(box);
  const inside = { x: x + 3, y: y + 3, width: width - 6, height: height - 6 };
  expect.soft(standingOut(await take(page, inside)), 'tick').toBeGreaterThan(8);
  const row = await areaOf(contacts.row(mobileOf(3)).getByRole('rowheader'));
  const chosen = await take(page, row);
  await box.click();
  await expect(box).not.toBeChecked();
  await page.mouse.move(0, 0);
  const plain = await take(page, row);
  expect.soft(seenChange(chosen, plain), 'chosen row').toBeGreaterThan(row.width);
  await contacts.open(mobileOf(3));
  await page.mouse.move(0, 0);
  // The panel takes its width from the list, not from the left side of a row.
  const left = { ...row, width: Math.min(row.width, 120) };
  const open = await take(page, left);
  await contacts.close();
  await page.mouse.move(0, 0);
  expect
    .soft(seenChange(open, await take(page, left)), 'row of the open panel')
    .toBeGreaterThan(left.width);
});

for (const forcedColors of ['none', 'active'] as const) {
  test(`a chosen row keeps its tick whatever points at it, and a row at rest has no box; forced colours: ${forcedColors}`, async ({
    launch,
    sandbox,
  }) => {
    const { app, contacts } = await signedIn(launch, sandbox);
    const { page } = app;
    const { mouse, keyboard } = page;
    await page.emulateMedia({ forcedColors });
    const boxOf = (serial: number): Locator => contacts.row(mobileOf(serial)).getByRole('checkbox');
    const edges = async (serial: number): Promise<number> =>
      standingOut(await take(page, await areaOf(boxOf(serial))));
    const colours = (): Promise<string> =>
      boxOf(3).evaluate((box) => {
        const { backgroundColor, borderTopColor } = getComputedStyle(box);
        return `${backgroundColor} in ${borderTopColor}`;
      });
    await mouse.move(0, 0);
    expect(await edges(2)).toBe(0);
    await boxOf(3).hover();
    expect(await edges(3)).toBeGreaterThan(8);
    const empty = await colours();

    await boxOf(3).click();
    await expect(boxOf(3)).toBeChecked();
    const underPointer = await colours();
    await mouse.move(0, 0);
    const ticked = await colours();
    expect(underPointer).toBe(ticked);
    expect(ticked).not.toBe(empty);
    await contacts.row(mobileOf(2)).getByRole('gridcell').first().focus();
    await keyboard.press('ArrowDown');
    await expect(contacts.row(mobileOf(3)).getByRole('gridcell').first()).toBeFocused();
    expect(await colours()).toBe(ticked);
  });
}

test('the answers to a question are seen where the system chooses the colours', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, pending, group } = await signedIn(launch, sandbox);
  const { page } = app;
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  const id = await idOf(sandbox, group, mobileOf(1));
  await sandbox.changeContact(group, id, { city: 'Pego' });
  await frame.fromSyncMenu('Go online');
  await frame.openPending();
  const card = pending.card('Change city of Persona 1');
  await expect(card).toContainText('Changed here and on Afilnet');
  await page.emulateMedia({ forcedColors: 'active' });
  for (const name of ['Save this choice', 'All mine', 'All from Afilnet'])
    await expectBordered(page, pending.button(card, name), name);
  const theirs = card.getByRole('button', { name: 'On Afilnet Pego' });
  await expect(theirs).toHaveAttribute('aria-pressed', 'false');
  const area = await areaOf(theirs);
  const before = await take(page, area);
  await theirs.click();
  await expect(theirs).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(0, 0);
  expect
    .soft(seenChange(before, await take(page, area)), 'chosen side')
    .toBeGreaterThan(area.width);
  await expectBordered(page, card.getByRole('button', { name: 'Yours Oliva' }), 'other side');
});
