/** One box over everything: contacts of every group, groups and commands, by keyboard first. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { Palette } from './pages/palette.ts';
import { SettingsPage } from './pages/settings.ts';

test('contacts of every group are found by parts of words and numbers, and marked', async ({
  launch,
  sandbox,
}) => {
  const { app, groups, frame } = await signedIn(launch, sandbox);
  const other = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name'],
    contacts: [
      { mobile: '+34 677 12 34 56', name: 'José Núñez' },
      { mobile: '34677120000', name: 'Ana' },
    ],
  });
  await groups.addById(other, 'Proveedores');
  await frame.says('All saved on Afilnet');
  const palette = new Palette(app.page);
  await palette.open();
  const found = palette.section('Proveedores');
  for (const [text, ...marked] of [
    ['jose nunez', 'José', 'Núñez'],
    ['OSÉ', 'osé'],
    ['677 123', '677 12 3'],
    ['+34 677-12-34', '34 677 12 34'],
  ] as const) {
    await palette.searchAnew(text);
    await expect(found, text).toHaveCount(1);
    await expect(found).toContainText('José Núñez');
    await expect(found.locator('mark')).toHaveText(marked);
    await expect(palette.section('Clientes')).toHaveCount(0);
  }

  await palette.searchAnew('0000');
  await expect(palette.section('Proveedores')).toContainText('34677120000');
  // Five of a group, and the way to the rest.
  await palette.searchAnew('persona');
  await expect(palette.section('Clientes')).toHaveCount(6);
  await palette.section('Clientes').last().click();
  await expect(palette.dialog).toBeHidden();
  await expect(app.page.getByRole('heading', { name: 'Clientes', level: 1 })).toBeVisible();
  await expect(frame.search).toHaveValue('persona');

  await palette.open();
  await palette.box.fill('nobody at all');
  await expect(palette.dialog.getByRole('status')).toContainText('no contact holds it');
  await expect(palette.options).toHaveCount(0);
  await app.page.keyboard.press('Escape');
  await expect(palette.dialog).toBeHidden();
});

test('a contact is found, corrected and saved in four keys beside its text', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox);
  const { page } = app;
  await frame.openSettings();
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const palette = new Palette(page);
  await press('Control+k');
  await expect(palette.box).toBeFocused();
  await page.keyboard.insertText('persona 4');
  await press('Enter');
  await expect(contacts.field('mobile')).toBeFocused();
  await press('Tab');
  await expect(contacts.field('name')).toBeFocused();
  await page.keyboard.insertText('Persona Cuatro ');
  await press('Enter');
  expect(keys).toBeLessThan(5);
  await expect
    .poll(async () => {
      const stored = await sandbox.contacts(group);
      return stored.find(({ fields }) => fields['mobile'] === mobileOf(4))?.fields['name'];
    })
    .toContain('Persona Cuatro');
  await expect(contacts.saveButton).toBeHidden();
});

test('the newest text wins, and Enter never takes what answers an older one', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: 40 });
  const palette = new Palette(app.page);
  for (const serial of [11, 22, 33, 7]) {
    await palette.take(mobileOf(serial));
    await expect(contacts.field('mobile')).toHaveValue(mobileOf(serial));
    await expect(contacts.field('mobile')).toBeFocused();
  }
});

test('what only answers to a word never stands before a contact who is called so', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, group } = await signedIn(launch, sandbox);
  const { page } = app;
  await sandbox.addContacts(group, [{ mobile: '34700000009', name: 'Theme Park' }]);
  const palette = new Palette(page);
  await palette.take('sync now');
  await expect(contacts.count).toHaveText('7 contacts');
  await palette.open();
  await palette.box.fill('theme');
  await expect(palette.section('Commands').first()).toBeVisible();
  await expect(palette.active).toContainText('Theme Park');
  await page.keyboard.press('Enter');
  await expect(contacts.field('mobile')).toHaveValue('34700000009');
});

test('commands are found by their words, groups by their names', async ({ launch, sandbox }) => {
  const { app, frame, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const palette = new Palette(page);
  await palette.take('go offline');
  await frame.says('Offline');
  await palette.take('go online');
  await frame.says('All saved on Afilnet');
  await palette.take('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await palette.take('pending');
  await expect(page.getByRole('heading', { name: 'Pending changes', level: 1 })).toBeVisible();
  await palette.take('clientes');
  await expect(page.getByRole('heading', { name: 'Clientes', level: 1 })).toBeVisible();
  await palette.take('columns');
  await expect(groups.dialog.getByRole('heading', { name: /^Columns of/ })).toBeVisible();
  // What is being written in a dialog is not thrown away for the palette.
  await page.keyboard.press('Control+k');
  await expect(palette.dialog).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(groups.dialog).toBeHidden();
  await palette.take('create group');
  await expect(groups.dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await palette.take('sign out');
  await expect(page.getByRole('alertdialog')).toBeVisible();
});

test('the lines are walked by the arrows while the box keeps the focus', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const palette = new Palette(page);
  await palette.open();
  const first = palette.options.first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(palette.options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(palette.box).toBeFocused();
  const id = await first.getAttribute('id');
  await expect(palette.box).toHaveAttribute('aria-activedescendant', id ?? '');
  await page.keyboard.press('Control+k');
  await expect(palette.dialog).toBeHidden();
});

test('what is found in many groups is all there, and an arrow reaches its end at once', async ({
  launch,
  sandbox,
}) => {
  const { app, groups, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  const names = ['Norte', 'Sur', 'Este', 'Oeste'];
  for (const [at, name] of names.entries()) {
    const people = Array.from({ length: 6 }, (_, serial) => ({
      mobile: `3460000${at}${serial}`,
      name: `Rosa ${name} ${serial}`,
    }));
    await groups.addById(await sandbox.addGroup(marta.user, { contacts: people }), name);
    await expect(contacts.count).toHaveText('6 contacts');
  }
  const palette = new Palette(page);
  await palette.open();
  await palette.searchAnew('rosa');
  for (const name of names) {
    await expect(palette.section(name)).toHaveCount(6);
    await expect(palette.section(name).last()).toHaveText(`More in “${name}”`);
  }
  const last = palette.options.last();
  await expect(last).not.toBeInViewport();
  // No frame comes between what is found and the key.
  await palette.box.fill('nobody at all');
  await expect(palette.options).toHaveCount(0);
  // That nothing was found has been drawn whole, two frames later, before no frame comes any more.
  await page.evaluate(async () => {
    const next = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    for (let frames = 0; frames < 4; frames += 1) await next();
    window.requestAnimationFrame = () => 0;
  });
  await palette.box.fill('rosa');
  await expect(palette.section('Este').first()).toBeVisible();
  await expect(palette.section('Sur')).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await expect(palette.section('Sur')).toHaveCount(6);
});

test('in Spanish, without accents', async ({ launch, sandbox }) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  await frame.openSettings();
  await new SettingsPage(page).choose('Language', 'Español');
  const palette = new Palette(page);
  await palette.take('trabajar sin conexion');
  await expect(page.getByRole('button', { name: /^Sin conexión/ })).toBeVisible();
  await palette.take('cambios');
  await expect(page.getByRole('heading', { name: 'Cambios pendientes', level: 1 })).toBeVisible();
  await palette.take('ir a clientes');
  await expect(page.getByRole('heading', { name: 'Clientes', level: 1 })).toBeVisible();
  await palette.take('pais');
  await expect(page.getByRole('dialog').getByRole('heading', { name: /^País de/ })).toBeVisible();
});
