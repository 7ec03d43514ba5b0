/** Values that are written one after another, faster than they are saved. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { GridTools } from './pages/grid.ts';

/** Another process that has the file: no edit is saved before it lets go. */
function lockFile(dataFolder: string): () => void {
  const [path = ''] = globSync(join(dataFolder, 'accounts', '*', 'mirror.db'));
  const database = new DatabaseSync(path);
  database.exec('BEGIN IMMEDIATE');
  return () => database.close();
}

test('keys that are pressed while a value is being saved are for the next cell', async ({
  launch,
  sandbox,
  dataFolder,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  await tools.goTo(mobileOf(2), 'city');
  const letGo = lockFile(dataFolder);
  await keyboard.type('Pego');
  await keyboard.press('Enter');
  await keyboard.type('Olivaa');
  await keyboard.press('Backspace');
  await keyboard.press('Enter');
  await keyboard.type('Xaló');
  await keyboard.press('Tab');
  await keyboard.type('de paso');
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  letGo();
  await expect
    .poll(() => tools.values('city'))
    .toEqual(['Valencia', 'Pego', 'Oliva', 'Xaló', 'Alzira', 'Gandía']);
  await expect(await tools.cell(mobileOf(4), 'notes')).toHaveText('de paso');
  await expect.poll(() => tools.focused()).toEqual({ row: 4, column: 'notes' });
  await frame.says('Offline: 3 changes kept here');
});

test('where the value is refused, what was pressed meanwhile goes nowhere, and the cell stays open', async ({
  launch,
  sandbox,
  dataFolder,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  const before = await tools.values('city');
  await tools.goTo(mobileOf(2), 'city');
  const letGo = lockFile(dataFolder);
  await keyboard.type('a, b');
  await keyboard.press('Enter');
  await keyboard.type('Oliva');
  await keyboard.press('Enter');
  letGo();
  await expect(tools.popover).toContainText('has a comma');
  await keyboard.press('Escape');
  await expect.poll(() => tools.values('city')).toEqual(before);
  await frame.says('Offline');
});
