/** Duplicates as a person goes through them: find, look side by side, merge or tell apart. */
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import { findings } from './app/axe.ts';
import { signedIn } from './app/session.ts';
import { setTheme } from './app/settings.ts';

const columns = ['mobile', 'name', 'surname', 'city'];

test('two spellings of one number become one contact, here and on Afilnet', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const id = await sandbox.addGroup(marta.user, {
    columns,
    contacts: [
      { mobile: '34611223344', name: 'Rosa', surname: 'Vidal', city: '' },
      { mobile: '+34 611 22 33 44', name: 'Rosa', surname: 'Vidal Roca', city: 'Pego' },
      { mobile: '34655555555', name: 'Jordi', surname: 'Ferrer', city: '' },
      { mobile: '34644444444', name: 'Jordi', surname: 'Ferrrer', city: '' },
    ],
  });
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('4 contacts');
  await groups.fromMenu('Find duplicates…');
  const card = (title: string | RegExp) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) });
  const same = card('The same number: 34611223344');
  await expect(same.getByRole('row', { name: /surname/ })).toContainText('Vidal Roca');
  await expect(card('Very similar names')).toContainText('Ferrrer');

  await same.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge 2 contacts' });
  const stays = dialog.getByRole('radiogroup', { name: 'Which one stays' });
  await expect(stays.getByRole('radio', { name: /Vidal Roca/ })).toBeChecked();
  await dialog
    .getByRole('radiogroup', { name: 'Value of “mobile”' })
    .getByRole('radio', { name: '34611223344', exact: true })
    .click();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await findings(page), `merge, ${theme}`).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Merge 2 contacts' }).click();
  await expect(dialog).toBeHidden();
  await expect(same).toBeHidden();
  await expect
    .poll(async () =>
      (await sandbox.contacts(id)).map(({ fields }) => `${fields['mobile']} ${fields['surname']}`),
    )
    .toEqual(['34611223344 Vidal Roca', '34655555555 Ferrer', '34644444444 Ferrrer']);
  await frame.openGroup('Archivo');
  await expect(contacts.count).toHaveText('3 contacts');
});

test('contacts of two groups become one, and what cannot go along is named before', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups, group } = await signedIn(launch, sandbox);
  const { page } = app;
  const id = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name', 'city', 'talla'],
    contacts: [{ mobile: '+34 600 00 00 01', name: 'Casa', city: 'Pego', talla: 'M' }],
  });
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('1 contact');
  await frame.fromSyncMenu('Work offline');
  await frame.sidebar.getByRole('button', { name: 'Duplicates' }).click();
  const same = page.getByRole('article').filter({ hasText: 'The same number: 34600000001' });
  await same.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge 2 contacts' });
  const stays = dialog.getByRole('radiogroup', { name: 'Which one stays' });
  await stays.getByRole('radio', { name: /in “Archivo”/ }).click();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await stays.getByRole('radio', { name: /in “Clientes”/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('“Clientes” has no column for talla');
  await dialog
    .getByRole('radiogroup', { name: 'Value of “city”' })
    .getByRole('radio', { name: 'Pego' })
    .click();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await findings(page), `merge across groups, ${theme}`).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Merge 2 contacts' }).click();
  await expect(dialog).toBeHidden();
  await frame.says('Offline: 2 changes kept here');

  // One undo takes all of it back, one redo brings it again.
  await page.keyboard.press('ControlOrMeta+z');
  await frame.says('Offline');
  await frame.openGroup('Archivo');
  await expect(contacts.row('Casa')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(contacts.row('Casa')).toBeHidden();
  await frame.fromSyncMenu('Go online');
  await frame.says('All saved on Afilnet');
  expect(await sandbox.contacts(id)).toEqual([]);
  expect((await sandbox.contacts(group))[0]?.fields['city']).toBe('Pego');
});

test('what is no duplicate is remembered, until one of the two changes', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const id = await sandbox.addGroup(marta.user, {
    columns,
    contacts: [{ mobile: '+34 600 00 00 01', name: 'Casa' }],
  });
  await groups.addById(id, 'Archivo');
  const open = async (): Promise<void> => {
    await frame.sidebar.getByRole('button', { name: 'Duplicates' }).click();
    await expect(page.getByRole('button', { name: 'Search again' })).toBeVisible();
  };
  const same = page.getByRole('article').filter({ hasText: 'The same number: 34600000001' });
  await open();
  await expect(same).toContainText('In different groups');
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await findings(page), `duplicates, ${theme}`).toEqual([]);
  }
  await same.getByRole('button', { name: 'Not a duplicate' }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates found' })).toBeVisible();
  await page.getByRole('button', { name: 'Search again' }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates found' })).toBeVisible();

  await frame.openGroup('Archivo');
  await contacts.edit('Casa', { mobile: '0034 600 00 00 01' });
  await contacts.edit('Casa', { name: 'Casa Roca' });
  await contacts.close();
  await open();
  await expect(same).toBeVisible();
  await same.getByRole('button', { name: /^Open Casa/ }).click();
  await expect(contacts.field('name')).toHaveValue('Casa Roca');
});
