/** Work on many contacts, and a merge, are one step each: taken back and done again by key, before Afilnet has it and after. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { Bulk } from './pages/bulk.ts';

const undoKey = 'ControlOrMeta+z';
const redoKey = 'ControlOrMeta+Shift+z';

test('a bulk edit is one step, here and on Afilnet', async ({ launch, sandbox }) => {
  const { app, frame, contacts, group } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const bulk = new Bulk(app.page);
  const chosen = [mobileOf(1), mobileOf(2), mobileOf(4)];
  const expectNotes = async (text: string): Promise<void> => {
    for (const mobile of chosen) {
      if (text === '') await expect(contacts.row(mobile)).not.toContainText('visto');
      else await expect(contacts.row(mobile)).toContainText(text);
    }
  };
  const notesThere = async (): Promise<unknown[]> =>
    (await sandbox.contacts(group))
      .filter(({ fields }) => chosen.includes(fields['mobile'] ?? ''))
      .map(({ fields }) => fields['notes'] ?? '');

  await frame.fromSyncMenu('Work offline');
  await bulk.choose(chosen);
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', 'visto');
  await bulk.apply('Change 3 contacts');
  await bulk.ended('3 contacts changed');
  await frame.says('Offline: 3 changes kept here');
  await expect(frame.undo).toHaveAccessibleName('Undo: Change 3 contacts');
  await keyboard.press(undoKey);
  await expectNotes('');
  await frame.says('Offline');
  // How the work ended is no longer true.
  await expect(bulk.banner).toBeHidden();
  await keyboard.press(redoKey);
  await expectNotes('visto');
  await frame.says('Offline: 3 changes kept here');

  await frame.fromSyncMenu('Go online');
  await expect.poll(notesThere).toEqual(['visto', 'visto', 'visto']);
  await frame.says(saved);
  await keyboard.press(undoKey);
  await expectNotes('');
  await expect.poll(notesThere).toEqual(['', '', '']);
  await frame.says(saved);
  await keyboard.press(redoKey);
  await expectNotes('visto');
  await expect.poll(notesThere).toEqual(['visto', 'visto', 'visto']);
  await frame.says(saved);
});

test('a merge that Afilnet has already is taken back there, and done again', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const id = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name', 'city'],
    contacts: [
      { mobile: '34611223344', name: 'Rosa', city: '' },
      { mobile: '+34 611 22 33 44', name: 'Rosa Vidal', city: 'Pego' },
      { mobile: '34655555555', name: 'Jordi', city: '' },
    ],
  });
  const there = async (): Promise<string[]> =>
    (await sandbox.contacts(id))
      .map(({ fields }) => `${fields['mobile']} ${fields['name']} ${fields['city']}`)
      .toSorted();
  const before = await there();
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('3 contacts');
  await groups.fromMenu('Find duplicates…');
  await page
    .getByRole('article')
    .filter({ hasText: 'The same number: 34611223344' })
    .getByRole('button', { name: 'Merge…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Merge 2 contacts' });
  await dialog
    .getByRole('radiogroup', { name: 'Which one stays' })
    .getByRole('radio', { name: /Rosa Vidal/ })
    .click();
  // The number of the one that goes: both contacts change, and neither may have it twice.
  await dialog
    .getByRole('radiogroup', { name: 'Value of “mobile”' })
    .getByRole('radio', { name: '34611223344', exact: true })
    .click();
  await dialog.getByRole('button', { name: 'Merge 2 contacts' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(there).toHaveLength(2);
  const merged = await there();
  await frame.says(saved);
  await frame.openGroup('Archivo');
  await expect(contacts.count).toHaveText('2 contacts');

  await page.keyboard.press(undoKey);
  await expect(contacts.count).toHaveText('3 contacts');
  await expect.poll(there).toEqual(before);
  await frame.says(saved);
  await page.keyboard.press(redoKey);
  await expect(contacts.count).toHaveText('2 contacts');
  await expect.poll(there).toEqual(merged);
  await frame.says(saved);
});
