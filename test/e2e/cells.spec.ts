/** Editing in the cells of the list, by the keyboard alone. */
import type { JSHandle, Locator } from '@playwright/test';
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

test('a cell shows what was saved from the moment that it closes', async ({ launch, sandbox }) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  const cell = await tools.cell(mobileOf(1), 'city');
  await cell.click();
  await contacts.close();
  await page.keyboard.press('F2');
  await expect(tools.editor).toBeFocused();
  const shown = await watchText(cell);
  await page.keyboard.type('Pego');
  await page.keyboard.press('Enter');
  await expect(contacts.state(mobileOf(1), 'Waiting to be sent')).toBeAttached();
  expect(await shown.jsonValue()).toEqual(['Pego']);
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
  await expect(await tools.cell(mobileOf(1), 'notes')).toBeFocused();
  await page.keyboard.type('9:30, lunes');
  await page.keyboard.press('Enter');
  await expect(tools.popover.getByText('Replace')).not.toHaveCount(0);
  // Also from inside of what is asked, Escape gives up.
  await expect(tools.popover.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(tools.popover).toBeHidden();
  await expect(await tools.cell(mobileOf(1), 'notes')).toBeFocused();
  await page.keyboard.type('9:30, lunes');
  await page.keyboard.press('Enter');
  await tools.popover.getByRole('button', { name: /semicolon|;/ }).click();
  await expect(await tools.cell(mobileOf(1), 'notes')).toContainText('9;30; lunes');

  await (await tools.cell(mobileOf(2), 'notes')).click();
  await contacts.close();
  await expect(await tools.cell(mobileOf(2), 'notes')).toBeFocused();
  await page.keyboard.type('a, b');
  await page.keyboard.press('Enter');
  await tools.popover.getByRole('checkbox', { name: /re-creating/ }).check();
  await tools.popover.getByRole('button', { name: 'Save' }).click();
  await expect(await tools.cell(mobileOf(2), 'notes')).toContainText('a, b');

  await (await tools.cell(mobileOf(3), 'mobile')).click();
  await contacts.close();
  await expect(await tools.cell(mobileOf(3), 'mobile')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(tools.popover).toContainText(/main field/i);
  await expect(tools.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(contacts.row(mobileOf(3))).toBeVisible();
});

test('a block is pasted after a look at what changes, and one undo takes it back', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  await (await tools.cell(mobileOf(2), 'name')).click();
  await contacts.close();
  await expect(await tools.cell(mobileOf(2), 'name')).toBeFocused();
  await tools.paste('Ana\tSoria\nBea\ta, b\nCarla\tLugo');
  await expect(tools.popover.getByText('2 contacts change')).toBeVisible();
  await expect(tools.popover).toContainText('All 3 rows of the block were checked.');
  await expect(tools.popover.getByText('1 contact stays as it is')).toBeVisible();
  await expect(tools.popover.getByRole('row').filter({ hasText: 'Ana' })).toContainText(
    'Persona 2',
  );
  await tools.popover.getByRole('button', { name: 'Paste' }).click();
  await expect(await tools.cell(mobileOf(2), 'name')).toContainText('Ana');
  await expect(await tools.cell(mobileOf(3), 'name')).toContainText('Persona 3');
  await expect(await tools.cell(mobileOf(4), 'city')).toContainText('Lugo');
  await page.keyboard.press('Control+Z');
  await expect(await tools.cell(mobileOf(2), 'name')).toContainText('Persona 2');
  await expect(await tools.cell(mobileOf(4), 'city')).toContainText('Valencia');
});

test('all that match are chosen and copied, and what was copied is pasted over what became of it', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page, electron } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  await tools.filter('city', 'is', 'alzira');
  await expect(contacts.count).toHaveText('2 contacts');
  await tools.goTo(mobileOf(2), 'name');
  await page.keyboard.press('Control+A');
  await expect(page.getByRole('toolbar', { name: '2 selected' })).toBeVisible();
  await page.keyboard.press('Control+C');
  await expect(frame.notice('2 contacts copied')).toBeVisible();
  const text = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toBe(`${mobileOf(2)}\tPersona 2\tAlzira\t\n${mobileOf(5)}\tPersona 5\tAlzira\t`);

  await contacts.edit(mobileOf(5), { name: 'Otra', notes: 'de más' });
  await contacts.close();
  await tools.goTo(mobileOf(2), 'mobile');
  await tools.paste(text);
  await expect(tools.popover).toContainText('1 contact changes');
  await expect(tools.popover).toContainText('1 contact is like that already');
  await tools.popover.getByRole('button', { name: 'Paste' }).click();
  await expect(await tools.cell(mobileOf(5), 'name')).toHaveText('Persona 5');
  await expect(await tools.cell(mobileOf(5), 'notes')).toHaveText('');
  await frame.says('Offline');
});

/** Every text that a cell shows from now on, one after the other. */
async function watchText(cell: Locator): Promise<JSHandle<string[]>> {
  const column = await cell.getAttribute('aria-colindex');
  return cell.evaluateHandle((element, at) => {
    const shown: string[] = [];
    const row = element.parentElement!;
    const look = (): void => {
      const text = row.querySelector(`[aria-colindex="${at}"]`)?.textContent.trim() ?? '';
      if (text !== '' && text !== shown.at(-1)) shown.push(text);
    };
    new MutationObserver(look).observe(row, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return shown;
  }, column);
}
