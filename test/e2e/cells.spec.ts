/** Editing in the cells of the list, by the keyboard alone. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { GridTools } from './pages/grid.ts';

test('a cell is typed over, gone on from, looked into and given up', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  await (await tools.cell(mobileOf(1), 'city')).click();
  await contacts.close();
  await expect(await tools.cell(mobileOf(1), 'city')).toBeFocused();
  await page.keyboard.type('Pego');
  await page.keyboard.press('Enter');
  await expect(await tools.cell(mobileOf(1), 'city')).toContainText('Pego');
  await expect(await tools.cell(mobileOf(2), 'city')).toBeFocused();
  await expect(contacts.state(mobileOf(1), 'Waiting to be sent')).toBeAttached();
  await expect((await tools.cell(mobileOf(1), 'city')).getByRole('img')).toHaveAccessibleName(
    'changed, not on Afilnet yet',
  );

  await page.keyboard.press('F2');
  await expect(tools.editor).toHaveValue('Alzira');
  await page.keyboard.press('End');
  await page.keyboard.type(' 2');
  await page.keyboard.press('Tab');
  await expect(await tools.cell(mobileOf(2), 'city')).toContainText('Alzira 2');
  await expect(await tools.cell(mobileOf(2), 'notes')).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.type('never');
  await page.keyboard.press('Escape');
  await expect(tools.editor).toBeHidden();
  await expect(await tools.cell(mobileOf(2), 'notes')).toHaveText('');
  await expect(await tools.cell(mobileOf(2), 'notes')).toBeFocused();
  await page.keyboard.type('x');
  await page.keyboard.press('ArrowDown');
  await expect(await tools.cell(mobileOf(3), 'notes')).toBeFocused();
  await expect(await tools.cell(mobileOf(2), 'notes')).toContainText('x');
});

test('what cannot be carried or saved is told at the cell, and nothing is cut', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  await (await tools.cell(mobileOf(1), 'notes')).click();
  await contacts.close();
  await page.keyboard.type('9:30, lunes');
  await page.keyboard.press('Enter');
  await expect(tools.popover.getByText('Replace')).not.toHaveCount(0);
  await tools.popover.getByRole('button', { name: /semicolon|;/ }).click();
  await expect(await tools.cell(mobileOf(1), 'notes')).toContainText('9;30; lunes');

  await (await tools.cell(mobileOf(2), 'notes')).click();
  await contacts.close();
  await page.keyboard.type('a, b');
  await page.keyboard.press('Enter');
  await tools.popover.getByRole('checkbox', { name: /re-creating/ }).check();
  await tools.popover.getByRole('button', { name: 'Save' }).click();
  await expect(await tools.cell(mobileOf(2), 'notes')).toContainText('a, b');

  await (await tools.cell(mobileOf(3), 'mobile')).click();
  await contacts.close();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(tools.popover).toContainText(/main field/i);
  await expect(tools.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(contacts.row(mobileOf(3))).toBeVisible();
});
