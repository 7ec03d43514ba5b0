/** The whole main job without a mouse, the sheet of keys, and menus by the Menu key. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf, seed } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';
import { tabTo } from './pages/keys.ts';
import { Palette } from './pages/palette.ts';

test('the whole main job without a mouse', async ({ launch, sandbox }) => {
  test.setTimeout(240_000);
  const group = await seed(sandbox, marta, 12);
  const app = await launch({ server: sandbox.origin });
  const { page } = app;
  const { keyboard } = page;
  const { signIn, frame, contacts, groups, pending } = screensOf(app);
  const palette = new Palette(page);

  // Sign in.
  await expect(signIn.user).toBeFocused();
  await keyboard.type(marta.user);
  await tabTo(page, signIn.password);
  await keyboard.insertText(marta.password);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible();

  // Add a group.
  await palette.take('add a group by');
  await expect(groups.dialog.getByRole('textbox', { name: 'Group id' })).toBeFocused();
  await keyboard.type(String(group));
  await keyboard.press('Tab');
  await keyboard.type('Clientes');
  await keyboard.press('Enter');
  await expect(contacts.count).toHaveText('12 contacts');
  await frame.says(saved);

  // Find and edit.
  await palette.take(mobileOf(3));
  await expect(contacts.field('mobile')).toBeFocused();
  await tabTo(page, contacts.field('city'));
  await keyboard.press('Control+a');
  await keyboard.type('Sueca');
  await keyboard.press('Enter');
  await expect.poll(async () => (await sandbox.contacts(group))[2]?.fields['city']).toBe('Sueca');
  await keyboard.press('Escape');
  await expect(contacts.panel).toBeHidden();

  // Add.
  await keyboard.press('Control+n');
  await expect(contacts.field('mobile')).toBeFocused();
  await keyboard.type('34700000001');
  await keyboard.press('Tab');
  await keyboard.type('Rosa');
  await keyboard.press('Enter');
  await expect.poll(async () => (await sandbox.contacts(group)).length).toBe(13);
  await keyboard.press('Escape');
  await expect(contacts.panel).toBeHidden();

  // Delete.
  await keyboard.press('/');
  await expect(frame.search).toBeFocused();
  await keyboard.type(mobileOf(5));
  await expect(contacts.count).toHaveText('1 contact');
  await keyboard.press('Enter');
  await keyboard.press('Delete');
  const dialog = page.getByRole('alertdialog');
  await tabTo(page, dialog.getByRole('button', { name: 'Delete contact', exact: true }));
  await keyboard.press('Enter');
  await expect.poll(async () => (await sandbox.contacts(group)).length).toBe(12);
  await keyboard.press('/');
  await keyboard.press('Escape');
  await expect(contacts.count).toHaveText('12 contacts');

  // Settle a conflict.
  await palette.take('work offline');
  await frame.says('Offline');
  await palette.take(mobileOf(7));
  await tabTo(page, contacts.field('city'));
  await keyboard.press('Control+a');
  await keyboard.type('Mía');
  await keyboard.press('Enter');
  await frame.says('Offline: 1 change kept here');
  const there = (await sandbox.contacts(group)).find(
    ({ fields }) => fields['mobile'] === mobileOf(7),
  );
  await sandbox.changeContact(group, there!.id, { ...there!.fields, city: 'Suya' });
  await palette.take('go online');
  await frame.says('1 needs you');
  await keyboard.press('Control+Shift+P');
  const card = pending.cards.first();
  await tabTo(page, card.getByRole('button', { name: /Suya/ }));
  await keyboard.press('Space');
  await tabTo(page, pending.button(card, 'Save this choice'));
  await keyboard.press('Enter');
  await frame.says(saved);

  // Sign out.
  await palette.take('sign out');
  await tabTo(page, dialog.getByRole('button', { name: /^Sign out/ }));
  await keyboard.press('Enter');
  await expect(signIn.heading).toBeVisible();
});

test('a question mark shows every key; rows and changes have menus by the Menu key', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, pending } = await signedIn(launch, sandbox);
  const { page } = app;
  await frame.group('Clientes').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Search everything and commands');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(frame.group('Clientes')).toBeFocused();

  await frame.fromSyncMenu('Work offline');
  await contacts.open('Persona 2');
  await contacts.close();
  await contacts.row('Persona 2').getByRole('rowheader').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Select' }).press('Enter');
  await expect(contacts.row('Persona 2')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('menu')).toBeHidden();
  await contacts.row('Persona 2').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Deselect' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Deselect' }).click();
  await expect(page.getByRole('menu')).toBeHidden();
  await contacts.row('Persona 2').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open and write' }).click();
  await expect(contacts.field('mobile')).toBeFocused();
  await contacts.field('city').fill('Oliva');
  await contacts.save();

  await frame.openPending();
  const card = pending.cards.first();
  await pending.button(card, 'Discard…').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Discard…' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard change' }).click();
  await expect(pending.cards).toHaveCount(0);
});
