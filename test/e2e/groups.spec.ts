/** Groups and their columns: made from a template, coloured, put in order, and taken away with what that means told. */
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';

test('a group is made from a template of columns, with a country found by its name', async ({
  launch,
  sandbox,
}) => {
  const { app, groups, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  await groups.openCreate();
  const { dialog } = groups;
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Tiendas');
  await dialog.getByRole('combobox', { name: 'Start with' }).click();
  await page.getByRole('option', { name: 'Companies' }).click();
  await expect(dialog.getByRole('listitem')).toContainText([
    'mobile',
    'company',
    'name',
    'address',
  ]);
  await dialog.getByRole('button', { name: 'Remove the column address' }).click();
  const country = dialog.getByRole('combobox', { name: 'Country (optional)' });
  await country.fill('mex');
  await expect(page.getByRole('option', { name: 'Mexico' })).toContainText('MEX');
  await page.keyboard.press('Enter');
  await expect(country).toHaveValue('Mexico');
  await expect(dialog.locator('img')).toHaveAttribute('src', /^data:image\/svg/);
  await dialog.getByRole('button', { name: 'Create group' }).click();
  await expect(dialog).toBeHidden();
  await contacts.add({ mobile: '34700000001', company: 'La Tienda' });
  await contacts.close();
  for (const column of ['mobile', 'company', 'name', 'city', 'notes'])
    await expect(contacts.header(column)).toBeVisible();
  await expect(contacts.header('address')).toBeHidden();
  const created = async () =>
    (await sandbox.groups(marta.user)).find(({ name }) => name === 'Tiendas');
  await expect
    .poll(created)
    .toMatchObject({ columns: ['mobile', 'company', 'name', 'city', 'notes'], country: 'MEX' });
  await frame.says(saved);
});

test('a column that is deleted tells how many values go, and comes back until it is sent', async ({
  launch,
  sandbox,
}) => {
  const { groups, contacts, frame, pending } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await groups.fromMenu('Columns…');
  const { dialog } = groups;
  await dialog.getByRole('button', { name: 'Delete the column notes' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No contact has a value in “notes”.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Delete the column city' }).click();
  await expect(dialog.getByRole('alert')).toContainText('6 contacts have a value in “city”');
  await expect(dialog.getByRole('alert')).toContainText(
    'Undo brings the column and its values back',
  );
  await dialog.getByRole('button', { name: 'Delete “city”' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(contacts.header('city')).toBeHidden();
  await frame.openPending();
  await pending.discard(pending.card('Delete the column “city” from “Clientes”'));
  await frame.openGroup('Clientes');
  await expect(contacts.header('city')).toBeVisible();
  await expect(contacts.row('Persona 1')).toContainText('Valencia');
});

test('groups take a colour and a place, by pointer, keys and menu, and keep both', async ({
  launch,
  sandbox,
}) => {
  const first = await signedIn(launch, sandbox);
  const { app, frame, groups } = first;
  const { page } = app;
  for (const name of ['Bravo', 'Alfa']) {
    const id = await sandbox.addGroup(marta.user, { columns: ['mobile'] });
    await groups.addById(id, name);
  }
  await frame.says(saved);
  const names = (of: typeof frame) =>
    of.sidebar.getByRole('list', { name: 'Groups' }).getByRole('button');
  await expect(names(frame)).toHaveText([/^Alfa/, /^Bravo/, /^Clientes/]);

  await frame.group('Clientes').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names(frame)).toHaveText([/^Alfa/, /^Clientes/, /^Bravo/]);
  await expect(frame.group('Clientes')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(names(frame)).toHaveText([/^Clientes/, /^Alfa/, /^Bravo/]);
  await expect(page.getByRole('status').filter({ hasText: 'group 1 of 3' })).toBeAttached();

  await frame.group('Bravo').dragTo(frame.group('Alfa'), { targetPosition: { x: 20, y: 3 } });
  await expect(names(frame)).toHaveText([/^Clientes/, /^Bravo/, /^Alfa/]);

  await frame.group('Bravo').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(names(frame)).toHaveText([/^Bravo/, /^Clientes/, /^Alfa/]);

  await frame.group('Alfa').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Name and colour…' }).click();
  await groups.dialog.getByRole('radio', { name: 'Teal' }).click();
  await groups.dialog.getByRole('textbox', { name: 'Name' }).fill('Berta');
  await groups.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(groups.dialog).toBeHidden();
  await expect(frame.group('Berta')).toBeVisible();
  await app.quit();

  // By their names they would stand otherwise.
  const again = screensOf(await launch({ server: sandbox.origin }));
  await expect(names(again.frame)).toHaveText([/^Bravo/, /^Clientes/, /^Berta/]);
  await again.frame.group('Berta').click({ button: 'right' });
  await again.frame.page.getByRole('menuitem', { name: 'Name and colour…' }).click();
  await expect(again.groups.dialog.getByRole('radio', { name: 'Teal' })).toBeChecked();
  await expect(again.groups.dialog).toContainText('Afilnet cannot rename a group');
  await again.frame.page.keyboard.press('Escape');
  await expect(again.groups.dialog).toBeHidden();
  await again.frame.group('Berta').click({ button: 'right' });
  await again.frame.page.getByRole('menuitem', { name: 'Sort the groups by name' }).click();
  await expect(names(again.frame)).toHaveText([/^Berta/, /^Bravo/, /^Clientes/]);
  await again.frame.page.keyboard.press('Control+z');
  await expect(names(again.frame)).toHaveText([/^Bravo/, /^Clientes/, /^Berta/]);
  await expect(again.frame.notifications).toContainText('Undone: Change the order of the groups');
});

test('deleting a group tells what goes with it', async ({ launch, sandbox }) => {
  const { groups, contacts, frame, app } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.add({ mobile: '34700000001', name: 'Rosa' });
  await contacts.close();
  await groups.fromMenu('Delete on Afilnet…');
  const dialog = app.page.getByRole('alertdialog');
  await expect(dialog).toContainText('its 7 contacts');
  await expect(dialog).toContainText('1 change that was not sent yet is given up');
  const confirm = dialog.getByRole('button', { name: 'Delete group' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('Clientes');
  await confirm.click();
  await expect(dialog).toBeHidden();
  await frame.fromSyncMenu('Go online');
  await expect.poll(() => sandbox.groups(marta.user)).toEqual([]);
  await frame.says(saved);
});

test('the history of a group says in sentences what happened to it', async ({
  launch,
  sandbox,
}) => {
  const { groups, contacts, frame } = await signedIn(launch, sandbox);
  await sandbox.fault({
    method: 'addcolumntogroup',
    fault: { name: 'unknownCode', code: 'NOT_TODAY' },
  });
  await groups.addColumn('talla');
  await frame.says('1 needs you');
  await groups.fromMenu('History…');
  const { dialog } = groups;
  await expect(dialog).toHaveAccessibleName('History of “Clientes”');
  await expect(dialog.getByRole('listitem')).toHaveText([
    /You were asked.*Add the column “talla” to “Clientes”.*Afilnet answered NOT_TODAY/,
    /Saved here.*Add the column “talla” to “Clientes”/,
  ]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();

  await sandbox.fault({ method: 'modifycontact', fault: { name: 'unknownCode', code: 'NO' } });
  await contacts.edit('Persona 1', { city: 'Pego' });
  await frame.says('2 need you');
  await contacts.panel.getByRole('button', { name: 'History' }).click();
  await expect(
    contacts.panel.getByRole('listitem').filter({ hasText: 'You were asked' }),
  ).toContainText('Afilnet answered NO.');
});

test('in Spanish a template has Spanish columns and countries Spanish names', async ({
  launch,
  sandbox,
}) => {
  await sandbox.addAccount(marta.user, marta.password);
  const { page } = await launch({ server: sandbox.origin, language: 'es' });
  await page.getByRole('textbox', { name: 'Usuario' }).fill(marta.user);
  await page.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(marta.password);
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await page.getByRole('button', { name: 'Crear un grupo…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Socios');
  await dialog.getByRole('combobox', { name: 'Empezar con' }).click();
  await page.getByRole('option', { name: 'Personas' }).click();
  await expect(dialog.getByRole('listitem')).toContainText(['mobile', 'nombre', 'apellidos']);
  await dialog.getByRole('combobox', { name: 'País (opcional)' }).fill('espana');
  await expect(page.getByRole('option', { name: 'España' })).toContainText('ESP');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'País (opcional)' })).toHaveValue('España');
  await dialog.getByRole('button', { name: 'Crear grupo' }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await sandbox.groups(marta.user)).map(({ columns }) => columns))
    .toEqual([['mobile', 'nombre', 'apellidos', 'ciudad', 'notas']]);
});
