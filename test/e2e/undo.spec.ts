/** Taking back: by key, by button, by notice, over a restart, and after Afilnet has it already. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';

test('an edit that has not left is taken back and done again by key, and nothing of it is sent', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { name: 'Ana' });
  await contacts.close();
  await expect(frame.undo).toHaveAccessibleName('Undo: Change name of Ana');
  await expect(frame.redo).toBeDisabled();

  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(contacts.row(mobileOf(1))).toContainText('Persona 1');
  await expect(frame.notifications).toContainText('Undone: Change name of Ana');
  await frame.says('Offline');
  await expect(frame.undo).toHaveAccessibleName('Nothing to undo');

  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(contacts.row('Ana')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(contacts.row('Ana')).toBeHidden();
  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  expect(await sandbox.writes()).toEqual([]);
});

test('while something is typed the keys are about what is typed', async ({ launch, sandbox }) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  await contacts.edit(mobileOf(1), { name: 'Ana' });
  await contacts.field('city').fill('Oliva');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(contacts.field('city')).not.toHaveValue('Oliva');
  await expect(contacts.field('name')).toHaveValue('Ana');
  await expect(frame.undo).toBeEnabled();
  // What is saved now comes after anything that the keys had taken back.
  await contacts.field('city').fill('Pego');
  await contacts.save();
  await expect(contacts.row('Pego')).toContainText('Ana');
  await expect(frame.notifications).not.toContainText('Undone');
});

test('what Afilnet has already is taken back there too, over a restart', async ({
  launch,
  sandbox,
}) => {
  const first = await signedIn(launch, sandbox);
  await first.contacts.delete(mobileOf(2));
  await first.contacts.edit(mobileOf(1), { name: 'Ana' });
  await first.frame.says(saved);
  await first.app.quit();

  const { frame, contacts } = screensOf(await launch());
  await frame.openGroup('Clientes');
  await frame.undo.click();
  await expect(contacts.row(mobileOf(1))).toContainText('Persona 1');
  await frame.undo.click();
  await expect(contacts.row(mobileOf(2))).toBeVisible();
  await frame.says(saved);
  const [group] = await sandbox.groups(marta.user);
  const names = group?.contacts.map(({ fields }) => [fields['mobile'], fields['name']]) ?? [];
  expect(names).toContainEqual([mobileOf(1), 'Persona 1']);
  expect(names).toContainEqual([mobileOf(2), 'Persona 2']);
});

test('the notice of a discarded change brings its question back', async ({ launch, sandbox }) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  const [stored] = await sandbox.contacts(group);
  await sandbox.changeContact(group, stored!.id, { ...stored!.fields, city: 'Denia' });
  await frame.fromSyncMenu('Go online');
  await frame.openPending();
  const card = pending.card(/Change city/);
  await expect(card).toContainText('Changed here and on Afilnet');
  await pending.discard(card);
  await expect(card).toBeHidden();
  const notice = frame.notifications.getByRole('listitem').filter({ hasText: 'Give up' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toContainText('Changed here and on Afilnet');
  await expect(card).toContainText('Denia');
});

test('a deleted column comes back with its values', async ({ launch, sandbox }) => {
  const { app, frame, contacts, groups, group } = await signedIn(launch, sandbox);
  await groups.fromMenu('Columns…');
  await groups.dialog.getByRole('button', { name: 'Delete the column city' }).click();
  await groups.dialog.getByRole('button', { name: 'Delete “city”' }).click();
  await groups.dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await frame.says(saved);
  await expect(contacts.header('city')).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(contacts.header('city')).toBeVisible();
  await expect(contacts.row(mobileOf(1))).toContainText('Valencia');
  await frame.says(saved);
  const [stored] = await sandbox.contacts(group);
  expect(stored?.fields['city']).toBe('Valencia');
});
