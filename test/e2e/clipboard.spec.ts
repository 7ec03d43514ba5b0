/** The clipboard between the list and a spreadsheet: what is copied, where it goes, and what does not fit. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { Bulk } from './pages/bulk.ts';
import { GridTools } from './pages/grid.ts';

test('chosen rows are copied with the columns on screen, in their order and in the order of the list', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page, electron } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(3), { notes: 'dice "hola"' });
  await contacts.close();
  await tools.fromHead('city', 'Hide');
  await tools.header('name').click();
  await tools.header('name').click();
  await expect(tools.header('name')).toHaveAttribute('aria-sort', 'descending');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => tools.heads()).toEqual(['Selection', 'mobile', 'State', 'notes', 'name']);
  await expect.poll(async () => (await tools.values('name'))[0]).toBe('Persona 6');

  const bulk = new Bulk(page);
  await bulk.choose([mobileOf(1), mobileOf(3)]);
  await page.keyboard.press('Control+C');
  await expect(frame.notice('2 contacts copied')).toBeVisible();
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    `${mobileOf(3)}\t"dice ""hola"""\tPersona 3\n${mobileOf(1)}\t\tPersona 1`,
  );

  // The same by the menu of what is selected.
  await bulk.choose([mobileOf(2)], 3);
  await bulk.bar.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy to the clipboard' }).click();
  await expect(frame.notice('3 contacts copied')).toBeVisible();
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    `${mobileOf(3)}\t"dice ""hola"""\tPersona 3\n${mobileOf(2)}\t\tPersona 2\n${mobileOf(1)}\t\tPersona 1`,
  );
});

test('a single cell is copied and pasted by the keys of the system', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  await tools.goTo(mobileOf(2), 'city');
  await page.keyboard.press('Control+C');
  const notes = await tools.goTo(mobileOf(4), 'notes');
  await page.keyboard.press('Control+V');
  await expect(tools.popover).toContainText('1 row of the block was checked.');
  await tools.popover.getByRole('button', { name: 'Paste' }).click();
  await expect(notes).toHaveText('Alzira');
  // The keys go on from where they were, after a paste as after none.
  await expect(notes).toBeFocused();
  await page.keyboard.press('Control+V');
  await expect(tools.popover).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tools.popover).toBeHidden();
  await expect(notes).toBeFocused();
});

test('a block that reaches beyond the last row and the last column is told, and what fits is pasted', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  const city = await tools.goTo(mobileOf(5), 'city');
  await tools.paste('a1\tb1\tc1\na2\tb2\tc2\na3\tb3\tc3');
  await expect(tools.popover).toContainText('All 2 rows of the block were checked.');
  await expect(tools.popover).toContainText('2 contacts change');
  await expect(tools.popover).toContainText(
    '5 values lie beyond the end of the list and are left out.',
  );
  await tools.popover.getByRole('button', { name: 'Paste' }).click();
  await expect(city).toHaveText('a1');
  await expect(await tools.cell(mobileOf(5), 'notes')).toHaveText('b1');
  await expect(await tools.cell(mobileOf(6), 'city')).toHaveText('a2');
  await expect(await tools.cell(mobileOf(6), 'notes')).toHaveText('b2');
  await frame.says('Offline: 2 changes kept here');
});

test('rows of all groups, copied with the names of their groups, are pasted where they came from', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, groups } = await signedIn(launch, sandbox);
  const { page, electron } = app;
  const id = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name', 'city'],
    contacts: [{ mobile: '34611000001', name: 'Rosa', city: 'Pego' }],
  });
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('1 contact');
  await frame.fromSyncMenu('Work offline');
  await frame.openAll();
  await expect(contacts.count).toHaveText('7 contacts');
  const tools = new GridTools(page);
  await new Bulk(page).choose(['34611000001']);
  await page.keyboard.press('Control+C');
  await expect(frame.notice('1 contact copied')).toBeVisible();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('34611000001\tArchivo\tRosa');

  await contacts.edit('34611000001', { name: 'Otra' });
  await contacts.close();
  await tools.goTo('34611000001', 'mobile');
  await tools.paste(copied);
  await expect(tools.popover).toContainText('1 contact changes');
  await expect(tools.popover).toContainText('The names of groups in it are left out');
  await tools.popover.getByRole('button', { name: 'Paste' }).click();
  await expect(await tools.cell('34611000001', 'name')).toHaveText('Rosa');
  await expect(await tools.cell('34611000001', 'city')).toHaveText('Pego');
});
