/** What is done to whole groups is taken back and done again by key: before Afilnet has it, after, and over a restart. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';

const undoKey = 'ControlOrMeta+z';
const redoKey = 'ControlOrMeta+Shift+z';

test('a group, a column and a country that have not left come and go by key, and nothing is sent', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, groups, contacts } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  await frame.fromSyncMenu('Work offline');

  await groups.create('Tiendas', ['barrio']);
  await expect(frame.undo).toHaveAccessibleName('Undo: Create the group “Tiendas”');
  await keyboard.press(undoKey);
  await expect(frame.group('Tiendas')).toBeHidden();
  await expect(frame.redo).toHaveAccessibleName('Redo: Create the group “Tiendas”');
  await keyboard.press(redoKey);
  await frame.openGroup('Tiendas');
  await frame.says('Offline: 1 change kept here');
  await keyboard.press(undoKey);
  await expect(frame.group('Tiendas')).toBeHidden();

  await frame.openGroup('Clientes');
  await groups.addColumn('talla');
  await expect(contacts.header('talla')).toBeVisible();
  await keyboard.press(undoKey);
  await expect(contacts.header('talla')).toBeHidden();
  await keyboard.press(redoKey);
  await expect(contacts.header('talla')).toBeVisible();
  await keyboard.press(undoKey);
  await expect(contacts.header('talla')).toBeHidden();

  await groups.setCountry('Spain');
  await expect(groups.country('Spain')).toBeVisible();
  await keyboard.press(undoKey);
  await expect(groups.country('Spain')).toBeHidden();
  await keyboard.press(redoKey);
  await expect(groups.country('Spain')).toBeVisible();
  await keyboard.press(undoKey);
  await expect(groups.country('Spain')).toBeHidden();

  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  expect(await sandbox.writes()).toEqual([]);
});

test('a group that never left is deleted, and the keys go on working', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, groups } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  await frame.fromSyncMenu('Work offline');
  await groups.create('Tiendas', []);
  await frame.openGroup('Tiendas');
  await groups.delete('Tiendas');
  await expect(frame.group('Tiendas')).toBeHidden();
  // Its dialog went with it: nothing is left that keeps the keys or comes back with the group.
  await keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('combobox')).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press(undoKey);
  await frame.openGroup('Tiendas');
  await expect(app.page.getByRole('alertdialog')).toBeHidden();
  await frame.says('Offline: 1 change kept here');
});

test('a deleted group comes back with its contacts by key, and goes again', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, groups, contacts } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  await frame.fromSyncMenu('Work offline');
  await groups.delete('Clientes');
  await expect(frame.undo).toHaveAccessibleName('Undo: Delete the group “Clientes”');
  await keyboard.press(undoKey);
  await frame.says('Offline');
  await frame.openGroup('Clientes');
  await expect(contacts.row(mobileOf(1))).toContainText('Persona 1');
  await expect(contacts.count).toHaveText('6 contacts');

  await keyboard.press(redoKey);
  await frame.says('Offline: 1 change kept here');
  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  await expect(frame.group('Clientes')).toBeHidden();
  expect(await sandbox.groups(marta.user)).toEqual([]);

  await keyboard.press(undoKey);
  await frame.openGroup('Clientes');
  await expect(contacts.count).toHaveText('6 contacts');
  await frame.says(saved);
  const [again, ...others] = await sandbox.groups(marta.user);
  expect(others).toEqual([]);
  expect(again?.name).toBe('Clientes');
  expect(again?.contacts.map(({ fields }) => fields['name']).toSorted()).toEqual(
    [1, 2, 3, 4, 5, 6].map((serial) => `Persona ${serial}`),
  );
});

test('what Afilnet has of a group already is taken back there, or refused with the reason', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, groups, contacts } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const there = async (name: string) =>
    (await sandbox.groups(marta.user)).find((group) => group.name === name);

  await groups.create('Tiendas', ['barrio']);
  await frame.says(saved);
  await expect.poll(async () => (await there('Tiendas'))?.columns).toContain('barrio');
  await contacts.add({ mobile: '34700000001', barrio: 'Sur' });
  await contacts.close();
  await groups.addColumn('talla');
  await frame.says(saved);
  await expect.poll(async () => (await there('Tiendas'))?.columns).toContain('talla');
  await keyboard.press(undoKey);
  await expect(contacts.header('talla')).toBeHidden();
  await expect.poll(async () => (await there('Tiendas'))?.columns).not.toContain('talla');
  await keyboard.press(redoKey);
  await expect(contacts.header('talla')).toBeVisible();
  await expect.poll(async () => (await there('Tiendas'))?.columns).toContain('talla');
  await frame.says(saved);

  await groups.setCountry('Spain');
  await expect.poll(async () => (await there('Tiendas'))?.country).toBe('ESP');
  await groups.setCountry('France');
  await expect.poll(async () => (await there('Tiendas'))?.country).toBe('FRA');
  await frame.says(saved);
  await keyboard.press(undoKey);
  await expect.poll(async () => (await there('Tiendas'))?.country).toBe('ESP');
  await expect(groups.country('Spain')).toBeVisible();
  await frame.says(saved);
  // A first country has nothing before it that Afilnet could be told.
  await keyboard.press(undoKey);
  await expect(frame.notifications).toContainText('This cannot be undone: Afilnet has done it');
  await expect(groups.country('Spain')).toBeVisible();
  // What was done before it is not kept from being undone.
  await expect(frame.undo).toHaveAccessibleName('Undo: Add the column “talla” to “Tiendas”');
  await keyboard.press(undoKey);
  await expect(contacts.header('talla')).toBeHidden();
  await expect.poll(async () => (await there('Tiendas'))?.columns).not.toContain('talla');
});

test('what was undone before the app was closed is done again after the next start', async ({
  launch,
  sandbox,
}) => {
  const first = await signedIn(launch, sandbox);
  await first.frame.fromSyncMenu('Work offline');
  await first.groups.create('Tiendas', ['barrio']);
  await first.contacts.add({ mobile: '34700000001', barrio: 'Sur' });
  await first.contacts.close();
  await first.frame.undo.click();
  await first.frame.undo.click();
  await expect(first.frame.group('Tiendas')).toBeHidden();
  await expect(first.frame.redo).toHaveAccessibleName('Redo: Create the group “Tiendas”');
  await first.app.quit();

  const { frame, contacts } = screensOf(await launch());
  const { keyboard } = frame.page;
  await expect(frame.redo).toHaveAccessibleName('Redo: Create the group “Tiendas”');
  await keyboard.press(redoKey);
  await expect(frame.group('Tiendas')).toBeVisible();
  await expect(frame.redo).toHaveAccessibleName(/^Redo: Add .* to “Tiendas”$/);
  await keyboard.press(redoKey);
  await expect(frame.redo).toHaveAccessibleName('Nothing to redo');
  await frame.openGroup('Tiendas');
  await expect(contacts.row('34700000001')).toContainText('Sur');
  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  const created = (await sandbox.groups(marta.user)).find(({ name }) => name === 'Tiendas');
  expect(created?.contacts.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ mobile: '34700000001', barrio: 'Sur' }),
  ]);
});
