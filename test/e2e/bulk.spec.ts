/** Work on many contacts at once, as a person does it: choose, look at what would happen, begin, see how it ended. */
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { marta } from './app/people.ts';
import { Bulk } from './pages/bulk.ts';
import { GridTools } from './pages/grid.ts';

test('a field, find and replace, and what Afilnet then has', async ({ launch, sandbox }) => {
  const { app, contacts, group } = await signedIn(launch, sandbox);
  const bulk = new Bulk(app.page);

  await bulk.choose([mobileOf(1), mobileOf(2), mobileOf(4)]);
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'city');
  await bulk.type('New value', 'Valencia');
  await expect(bulk.dialog).toContainText('1 contact changes');
  await expect(bulk.dialog).toContainText('2 are so already');
  await bulk.apply('Change 1 contact');
  await bulk.ended('1 contact changed');
  await bulk.dismiss();

  await bulk.open('Find and replace…');
  await bulk.type('Find', '(');
  await bulk.dialog.getByRole('checkbox', { name: 'Regular expression' }).check();
  await expect(bulk.dialog).toContainText('This pattern is not a regular expression.');
  await bulk.type('Find', String.raw`^Persona (\d+)$`);
  await bulk.type('Replace with', 'No. $1');
  await expect(bulk.dialog).toContainText('Persona 1');
  await expect(bulk.dialog).toContainText('No. 1');
  await bulk.apply('Change 3 contacts');
  await bulk.ended('3 contacts changed');
  await expect(contacts.row('No. 4')).toBeVisible();
  await expect
    .poll(async () =>
      (await sandbox.contacts(group))
        .filter(({ fields }) => fields['name']?.startsWith('No. '))
        .map(({ fields }) => fields['city']),
    )
    .toEqual(['Valencia', 'Valencia', 'Valencia']);
});

test('what cannot be done is told before and after, and the rest is done', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox);
  const bulk = new Bulk(app.page);
  await bulk.choose([mobileOf(1), mobileOf(2)]);
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'mobile');
  await bulk.type('New value', '34699999999');
  await expect(bulk.dialog).toContainText('1 contact changes');
  await expect(bulk.dialog).toContainText('1: another contact has this main field');
  await bulk.dialog.getByRole('button', { name: 'Which ones' }).click();
  await expect(bulk.dialog.getByRole('list', { name: 'Which ones' })).toContainText('Persona 2');
  await bulk.apply('Change 1 contact');
  await bulk.ended('1 contact changed');
  await expect(bulk.banner).toContainText('1: another contact has this main field');
  await expect(contacts.row('34699999999')).toHaveCount(1);
  await bulk.banner.getByRole('button', { name: 'Undo' }).click();
  await expect(contacts.row('34699999999')).toHaveCount(0);
  await expect(contacts.row(mobileOf(1))).toBeVisible();
  await expect(bulk.banner).toBeHidden();
});

test('contacts move to another group with the columns that it lacked', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups, group } = await signedIn(launch, sandbox);
  const other = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name'],
    contacts: [{ mobile: mobileOf(2), name: 'Ya estaba' }],
  });
  await groups.addById(other, 'Archivo');
  await expect(contacts.count).toHaveText('1 contact');
  await frame.openGroup('Clientes');
  const bulk = new Bulk(app.page);
  await bulk.choose([mobileOf(1), mobileOf(2)]);
  await bulk.open('Move to another group…');
  await expect(bulk.dialog).toContainText('1 contact is moved');
  await expect(bulk.dialog).toContainText('“Archivo” does not have these columns:');
  await expect(bulk.dialog.getByRole('radio', { name: 'Add the columns there' })).toBeChecked();
  await bulk.apply('Move 1 contact');
  await bulk.ended('1 contact moved');
  await expect(contacts.row(mobileOf(1))).toBeHidden();
  await expect(contacts.row(mobileOf(2))).toBeVisible();
  await frame.openGroup('Archivo');
  await expect(contacts.row(mobileOf(1))).toContainText('Valencia');
  await expect
    .poll(async () => (await sandbox.contacts(other)).map(({ fields }) => fields['city'] ?? ''))
    .toEqual(['', 'Valencia']);
  await expect
    .poll(async () => (await sandbox.contacts(group)).map(({ fields }) => fields['mobile']))
    .not.toContain(mobileOf(1));
});

test('one contact is copied and moved from its panel, and one undo takes it back', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups } = await signedIn(launch, sandbox);
  const other = await sandbox.addGroup(marta.user, { columns: ['mobile', 'name'] });
  await groups.addById(other, 'Archivo');
  await frame.openGroup('Clientes');
  await frame.fromSyncMenu('Work offline');
  const bulk = new Bulk(app.page);
  const fromPanel = async (item: string): Promise<void> => {
    await contacts.panel.getByRole('button', { name: 'Contact actions' }).click();
    await app.page.getByRole('menuitem', { name: item }).click();
  };

  await contacts.open(mobileOf(1));
  await contacts.field('name').fill('Ana');
  await fromPanel('Copy to another group…');
  // What was typed is saved first, or dropped.
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Save' }).click();
  await expect(bulk.dialog).toHaveAccessibleName('Copy 1 contact to another group');
  await bulk.dialog.getByRole('radio', { name: 'Leave these values behind' }).click();
  await bulk.apply('Copy 1 contact');
  await bulk.ended('1 contact copied');
  await expect(contacts.panel).toBeVisible();
  await bulk.dismiss();

  await contacts.open(mobileOf(2));
  await fromPanel('Move to another group…');
  await bulk.dialog.getByRole('radio', { name: 'Leave these values behind' }).click();
  await bulk.apply('Move 1 contact');
  await bulk.ended('1 contact moved');
  await expect(contacts.panel).toBeHidden();
  await expect(contacts.row(mobileOf(2))).toBeHidden();
  await frame.openGroup('Archivo');
  await expect(contacts.row('Ana')).toBeVisible();
  await expect(contacts.row(mobileOf(2))).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(contacts.row(mobileOf(2))).toBeHidden();
  await frame.openGroup('Clientes');
  await expect(contacts.row(mobileOf(2))).toBeVisible();
});

test('all that match are deleted after their number was told, and one undo brings them back', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 75 });
  const { page } = app;
  const bulk = new Bulk(page);
  const tools = new GridTools(page);
  const there = async (): Promise<number> => (await sandbox.contacts(group)).length;
  await tools.filter('city', 'is', 'alzira');
  await expect(contacts.count).toHaveText('25 contacts');
  await (await tools.cell(mobileOf(2), 'name')).click();
  await contacts.close();
  await expect(await tools.cell(mobileOf(2), 'name')).toBeFocused();
  await page.keyboard.press('Control+A');
  await bulk.open('Delete…');
  await expect(bulk.dialog).toContainText('Delete 25 contacts?');
  await expect(bulk.dialog).toContainText('25 contacts are deleted');
  await bulk.apply('Delete 25 contacts');
  await bulk.ended('25 contacts deleted');
  await expect(contacts.count).toHaveText('0 contacts');
  await expect.poll(there).toBe(50);
  await frame.says(saved);

  await bulk.banner.getByRole('button', { name: 'Undo' }).click();
  await expect(contacts.count).toHaveText('25 contacts');
  await expect(contacts.row(mobileOf(2))).toBeVisible();
  await expect.poll(there).toBe(75);
  await frame.says(saved);
  await expectExactlyOnce(sandbox, marta.user);
});

test('numbers are normalised by the country of their group, after a look at each', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, groups, frame, group } = await signedIn(launch, sandbox);
  const { page } = app;
  const bulk = new Bulk(page);
  await contacts.add({ mobile: '611 22 33 44', name: 'Nacional' });
  await contacts.add({ mobile: '6123', name: 'Corta' });
  await contacts.close();
  await bulk.choose(['Nacional', 'Corta', mobileOf(1)]);
  await bulk.open('Normalise numbers…');
  await expect(bulk.dialog).toContainText('The group has no country here');
  await bulk.dialog.getByRole('button', { name: 'Close', exact: true }).click();

  await groups.fromMenu('Country…');
  await groups.dialog.getByRole('combobox', { name: 'Country' }).fill('Spain');
  await page.getByRole('option', { name: /Spain/ }).click();
  await groups.dialog.getByRole('button', { name: 'Set country' }).click();
  await expect(groups.dialog).toBeHidden();
  await bulk.open('Normalise numbers…');
  await expect(bulk.dialog).toContainText('611 22 33 44');
  await expect(bulk.dialog).toContainText('34611223344');
  await expect(bulk.dialog).toContainText('1 contact changes');
  await expect(bulk.dialog).toContainText('its number cannot be read');
  await bulk.apply('Change 1 contact');
  await bulk.ended('1 contact changed');
  await frame.says(saved);
  const mobiles = (await sandbox.contacts(group)).map(({ fields }) => fields['mobile']);
  expect(mobiles).toContain('34611223344');
  // What is no number of that country is left as it was typed.
  expect(mobiles).toContain('6123');
});
