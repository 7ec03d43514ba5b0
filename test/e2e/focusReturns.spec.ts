/** The focus after a menu, a dialog or a notice: where the person was, ready for the next key. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { GridTools } from './pages/grid.ts';
import { tabTo } from './pages/keys.ts';

test('the menu of a row or of a group gives the focus back, whatever was chosen', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const cell = await tools.goTo(mobileOf(2), 'city');

  await keyboard.press('Shift+F10');
  await expect(tools.menu).toBeVisible();
  await keyboard.press('Escape');
  await expect(tools.menu).toBeHidden();
  await expect(cell).toBeFocused();

  for (const choice of ['Select', 'Deselect']) {
    await keyboard.press('Shift+F10');
    await item(choice).press('Enter');
    await expect(tools.menu).toBeHidden();
    await expect(cell).toBeFocused();
  }

  await cell.click({ button: 'right' });
  await expect(tools.menu).toBeVisible();
  await keyboard.press('Escape');
  await expect(tools.menu).toBeHidden();
  await expect(cell).toBeFocused();

  // What opens has it, and gives it back in its turn.
  await keyboard.press('Shift+F10');
  await item(/^Delete/).press('Enter');
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(cell).toBeFocused();
  await keyboard.press('Shift+F10');
  await item(/^Open and write/).press('Enter');
  await expect(contacts.field('mobile')).toBeFocused();

  // In the sidebar: the line that it is about.
  await groups.addById(await sandbox.addGroup(marta.user, { columns: ['mobile'] }), 'Archivo');
  const line = frame.group('Archivo');
  await line.focus();
  await keyboard.press('Shift+F10');
  await expect(tools.menu).toBeVisible();
  await keyboard.press('Escape');
  await expect(tools.menu).toBeHidden();
  await expect(line).toBeFocused();
  const lines = frame.sidebar.getByRole('button', { name: /^(Archivo|Clientes) ?,/ });
  for (const [choice, order] of [
    ['Move down', [/^Clientes/, /^Archivo/]],
    ['Move up', [/^Archivo/, /^Clientes/]],
  ] as const) {
    await keyboard.press('Shift+F10');
    await item(choice).press('Enter');
    await expect(lines).toHaveText(order);
    await expect(line, choice).toBeFocused();
  }
});

test('the menu of a column gives the focus back to the head', async ({ launch, sandbox }) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  const city = tools.header('city');
  await tools.goTo(mobileOf(1), 'city');
  await keyboard.press('ArrowUp');
  await expect(city).toBeFocused();

  await keyboard.press('Alt+ArrowDown');
  await expect(tools.menu).toBeVisible();
  await keyboard.press('Escape');
  await expect(tools.menu).toBeHidden();
  await expect(city).toBeFocused();

  for (const choice of ['Sort ascending', 'Wider', 'Move right', 'Keep in view', 'Let it scroll']) {
    await keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: choice }).press('Enter');
    await expect(tools.menu).toBeHidden();
    await expect(city, choice).toBeFocused();
  }

  await keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Filter' }).press('Enter');
  await expect(tools.popover).toBeVisible();
  await keyboard.press('Escape');
  await expect(tools.popover).toBeHidden();
  await expect(city).toBeFocused();

  // Of a column that is hidden, the head that stands in its place.
  await keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Hide' }).press('Enter');
  await expect(city).toBeHidden();
  await expect(tools.grid.getByRole('columnheader').and(page.locator(':focus'))).toBeVisible();
  await tools.header('notes').focus();
  await keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Hide' }).press('Enter');
  await expect(tools.header('notes')).toBeHidden();
  await expect(tools.header('name')).toBeFocused();
  await keyboard.press('ArrowDown');
  expect(await tools.focused()).toEqual({ row: 1, column: 'name' });
});

test('a dialog that a menu opened has the focus, by key and by mouse', async ({
  launch,
  sandbox,
}) => {
  const { app, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const actions = page.getByRole('button', { name: 'Group actions' });
  const country = groups.dialog.getByRole('combobox', { name: 'Country' });

  await actions.focus();
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Country…' }).press('Enter');
  await expect(country).toBeFocused();
  await keyboard.type('port');
  await expect(country).toHaveValue('port');
  await keyboard.press('Enter');
  await expect(country).toHaveValue('Portugal');
  await keyboard.press('Escape');
  await expect(groups.dialog).toBeHidden();
  await expect(actions).toBeFocused();

  // The list of countries has not opened by itself: the dialog goes by one key.
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Country…' }).press('Enter');
  await expect(country).toBeFocused();
  await expect(country).toHaveAttribute('aria-expanded', 'false');
  await keyboard.press('Escape');
  await expect(groups.dialog).toBeHidden();

  await groups.fromMenu('Country…');
  await expect(country).toBeFocused();
  await tabTo(page, groups.dialog.getByRole('button', { name: 'Cancel' }));
  await keyboard.press('Enter');
  await expect(groups.dialog).toBeHidden();
  await expect(actions).toBeFocused();

  // Without a dialog the menu gives it back to its button.
  await keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(actions).toBeFocused();
});

test('a dialog above another gives the focus back to that one', async ({ launch, sandbox }) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  const cell = await tools.goTo(mobileOf(2), 'city');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  // A paste is looked at by the main process: whoever is quick has opened something else by the time of its answer.
  await cell.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Ana\nBea');
    const options = { bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData }));
    element.dispatchEvent(new KeyboardEvent('keydown', { ...options, key: '?' }));
  });
  const paste = page.getByRole('dialog', { name: /^Paste/ });
  await expect(paste.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(paste).toBeHidden();
  await expect(sheet.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(cell).toBeFocused();
});

test('a notice that is closed gives the focus back to where the person was', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  const notices = frame.notifications.getByRole('listitem');
  await expect(notices.filter({ hasText: 'Working offline' })).toBeVisible();
  await frame.closeNotices();
  const cell = await tools.goTo(mobileOf(2), 'city');
  async function edit(text: string): Promise<void> {
    await keyboard.type(text);
    await keyboard.press('Enter');
    await expect(await tools.cell(mobileOf(3), 'city')).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(cell).toBeFocused();
    await expect(notices).toContainText(['Change city']);
  }

  await edit('Pego');
  await notices.getByRole('button', { name: 'Close' }).focus();
  await keyboard.press('Enter');
  await expect(notices).toHaveCount(0);
  await expect(cell).toBeFocused();

  // The way to it leads over the list of all notices.
  await edit('Oliva');
  await keyboard.press('F8');
  await keyboard.press('Tab');
  await tabTo(page, notices.getByRole('button', { name: 'Close' }));
  await keyboard.press(' ');
  await expect(notices).toHaveCount(0);
  await expect(cell).toBeFocused();

  await edit('Dénia');
  await notices.getByRole('button', { name: 'Close' }).focus();
  await keyboard.press('Escape');
  await expect(notices).toHaveCount(0);
  await expect(cell).toBeFocused();

  await edit('Xàbia');
  await keyboard.press('F8');
  await tabTo(page, notices.getByRole('button', { name: 'Undo' }));
  await keyboard.press('Enter');
  await expect(cell).toHaveText('Dénia');
  await expect(cell).toBeFocused();
});
