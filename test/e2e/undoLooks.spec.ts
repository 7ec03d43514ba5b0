/** What a group is called and how it looks here is taken back like any edit, and Afilnet hears nothing of it. */
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';

const undoKey = 'ControlOrMeta+z';
const redoKey = 'ControlOrMeta+Shift+z';

test('name and colour are one step', async ({ launch, sandbox }) => {
  const { app, frame, groups } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  await groups.setLook({ name: 'Compradores', colour: 'Teal' });
  await expect(frame.group('Compradores')).toBeVisible();
  await expect(frame.undo).toHaveAccessibleName('Undo: Change how “Compradores” appears here');

  await keyboard.press(undoKey);
  await expect(frame.group('Clientes')).toBeVisible();
  await groups.expectColour('No colour');
  await expect(frame.undo).toHaveAccessibleName('Nothing to undo');
  await keyboard.press(redoKey);
  await expect(frame.group('Compradores')).toBeVisible();
  await groups.expectColour('Teal');

  // Also where it is only the colour.
  await groups.setLook({ colour: 'Red' });
  await groups.expectColour('Red');
  await keyboard.press(undoKey);
  await expect(frame.redo).toBeEnabled();
  await groups.expectColour('Teal');
  await expect(frame.group('Compradores')).toBeVisible();
  await frame.fromSyncMenu('Sync now');
  await frame.says(saved);
  expect(await sandbox.writes()).toEqual([]);
});

test('a deleted group comes back as it looked, also after Afilnet deleted it', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, groups } = await signedIn(launch, sandbox);
  await groups.setLook({ colour: 'Purple' });
  await groups.expectColour('Purple');
  await groups.delete('Clientes');
  // The chip knows of an edit as soon as its dialog closes: what it calls saved is at Afilnet.
  await frame.says(saved);
  expect(await sandbox.groups(marta.user)).toEqual([]);
  await app.page.keyboard.press(undoKey);
  await frame.openGroup('Clientes');
  await groups.expectColour('Purple');
  await frame.says(saved);
});
