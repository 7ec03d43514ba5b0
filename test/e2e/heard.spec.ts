/** What happens without the focus moving is heard by who cannot see it: each thing, and each once. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { idOf } from './app/stored.ts';
import { Bulk } from './pages/bulk.ts';
import { ScreenReader } from './pages/screenReader.ts';

const overtaken = 'The contact changed in the meantime.';

test('an edit is heard, then that Afilnet has it, and no false alarm', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const reader = new ScreenReader(app.page);
  await contacts.open(mobileOf(1));
  await reader.listen();
  // With a space that is not kept.
  await contacts.edit(mobileOf(1), { city: 'Oliva ' });
  await reader.says('Change city of Persona 1');
  await reader.says(saved);
  await frame.says(saved);
  await contacts.edit(mobileOf(1), { city: 'Pego' });
  // The same sentence again is heard again.
  await reader.says('Change city of Persona 1', 2);
  await reader.says(saved, 2);
  expect((await reader.heard()).filter((text) => text.includes(overtaken))).toEqual([]);
});

test('what somebody else changes below what is being typed is heard', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, group } = await signedIn(launch, sandbox);
  const reader = new ScreenReader(app.page);
  await contacts.open(mobileOf(1));
  await contacts.field('city').fill('Oliva');
  await reader.listen();
  const id = await idOf(sandbox, group, mobileOf(1));
  await sandbox.changeContact(group, id, { city: 'Pego' });
  await frame.fromSyncMenu('Sync now');
  await reader.says(overtaken);
  await expect(contacts.field('city')).toHaveValue('Oliva');
});

test('what needs the user is heard, and how the work goes on', async ({ launch, sandbox }) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const reader = new ScreenReader(app.page);
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
  await reader.listen();
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('1 needs you');
  await reader.says(/^1 needs you$/);
  await contacts.close();

  await reader.listen();
  await frame.fromSyncMenu('Work offline');
  await reader.says('Working offline.');
  await reader.says(/^Offline · 1 needs you$/);

  await reader.listen();
  await sandbox.disconnect();
  await frame.fromSyncMenu('Go online');
  await reader.says('No longer working offline.');
  await frame.fromSyncMenu('Sync now');
  // Why is said once, by the banner of the list; the notice answers whoever asked.
  await reader.says(/^Syncing did not go through$/);
  await reader.says(/^The last fetch did not go through\./);
  await reader.says('The server does not answer.');
  await frame.openSettings();
  await reader.listen();
  await frame.fromSyncMenu('Sync now');
  await reader.says(/^The server does not answer\./);
});

test('the end of bulk work is heard, also of one that is over at once', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  const reader = new ScreenReader(app.page);
  const bulk = new Bulk(app.page);
  await bulk.choose([mobileOf(2), mobileOf(3)]);
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'city');
  await bulk.type('New value', 'Teruel');
  await reader.listen();
  await bulk.apply('Change 2 contacts');
  await reader.says('2 contacts changed');
  await reader.says('Offline: 2 changes kept here');
  await expect(contacts.row(mobileOf(2))).toContainText('Teruel');

  await reader.listen();
  await bulk.banner.getByRole('button', { name: 'Undo' }).click();
  await reader.says('Undone: Change 2 contacts');
});

test('what happens behind a dialog is heard while it is open', async ({ launch, sandbox }) => {
  const { app, frame, groups } = await signedIn(launch, sandbox);
  const reader = new ScreenReader(app.page);
  await frame.fromSyncMenu('Work offline');
  await frame.openGroup('Clientes');
  await groups.fromMenu('Columns…');
  await expect(groups.dialog).toBeVisible();
  await reader.listen();
  await groups.dialog.getByRole('textbox', { name: 'New column' }).fill('talla');
  await groups.dialog.getByRole('button', { name: 'Add column' }).click();
  await reader.says('Add the column “talla”');
  await reader.says('Offline: 1 change kept here');
  await expect(groups.dialog).toBeVisible();
  expect(await sandbox.groups(marta.user)).toHaveLength(1);
});
