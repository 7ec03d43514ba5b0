/** Where what was pressed goes away, the keys go on beside it: in the list and around it. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { Bulk } from './pages/bulk.ts';
import { GridTools } from './pages/grid.ts';
import { tabTo } from './pages/keys.ts';

test('the buttons for undo keep the focus while a step is taken, and give it to each other', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  for (const [name, text] of [
    ['Persona 2', 'Pego'],
    ['Persona 3', 'Elx'],
  ] as const) {
    await tools.goTo(name, 'city');
    await keyboard.type(text);
    await keyboard.press('Enter');
    await frame.undo.and(app.page.getByRole('button', { name: name })).waitFor();
  }

  await frame.undo.focus();
  await keyboard.press('Enter');
  await expect(await tools.cell('Persona 3', 'city')).toHaveText('Gandía');
  await expect.soft(frame.undo, 'one more to undo').toBeFocused();
  await frame.undo.focus();
  await keyboard.press('Enter');
  await expect(frame.undo).toHaveAccessibleName('Nothing to undo');
  await expect.soft(frame.redo, 'none left').toBeFocused();
});

test('a long undo is stopped by the next press, and its buttons come back with the focus', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox, { contacts: 4_000 });
  const { keyboard } = app.page;
  const bulk = new Bulk(app.page);
  await frame.fromSyncMenu('Work offline');
  await contacts.grid.getByRole('row').nth(1).getByRole('checkbox').click();
  await keyboard.press('Control+a');
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', 'visto');
  await bulk.apply('Change 4,000 contacts');
  await bulk.ended('4,000 contacts changed');

  await frame.undo.focus();
  await keyboard.press('Enter');
  const stop = app.page.getByRole('banner').getByRole('button', { name: 'Stop' });
  await expect(stop).toBeFocused();
  await keyboard.press('Enter');
  await expect(stop).toBeHidden();
  await expect(frame.undo.or(frame.redo).and(app.page.locator(':focus'))).toHaveCount(1);
});

test('the bars of the list: selection, filters, columns, bulk work', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox, { contacts: 12 });
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  const bulk = new Bulk(page);
  await frame.fromSyncMenu('Work offline');
  const press = async (button: ReturnType<typeof tools.chip>): Promise<void> => {
    await button.focus();
    await keyboard.press('Enter');
  };
  const focused = () => tools.focused();

  await tools.goTo('Persona 3', 'city');
  await keyboard.press(' ');
  await press(bulk.bar.getByRole('button', { name: 'Clear the selection' }));
  await expect(bulk.bar).toBeHidden();
  await expect.soft.poll(focused, 'no selection').toEqual({ row: 3, column: 'city' });

  await bulk.choose([mobileOf(3), mobileOf(4)]);
  for (const button of ['Undo', 'Close']) {
    await bulk.open('Edit a field…');
    await bulk.select('Field', 'notes');
    await bulk.type('New value', button);
    await bulk.apply('Change 2 contacts');
    await press(bulk.banner.getByRole('button', { name: button }));
    await expect(bulk.banner).toBeHidden();
    await expect.soft.poll(async () => (await focused()).row, button).toBeGreaterThan(0);
  }
  await press(bulk.bar.getByRole('button', { name: 'Clear the selection' }));

  await tools.filter('name', 'contains', 'Persona');
  const rewrite = async (from: string, to: string): Promise<void> => {
    await press(tools.chip(`name contains “${from}”`));
    await keyboard.press('Control+a');
    await keyboard.type(to);
    await tabTo(page, tools.popover.getByRole('button', { name: 'Apply' }));
    await keyboard.press('Enter');
    await expect(tools.popover).toBeHidden();
    await expect.soft(tools.chip(`name contains “${to}”`), `${to}: the filter`).toBeFocused();
  };
  await rewrite('Persona', 'Pers');
  await rewrite('Pers', 'nobody');
  await press(page.getByRole('button', { name: 'Show all' }));
  await expect.soft.poll(focused, 'all again').toEqual({ row: 1, column: 'mobile' });

  const filter = tools.chip('Filter');
  await tools.filter('name', 'contains', 'Pers');
  await press(tools.chip('Remove the filter: name contains “Pers”'));
  await expect.soft(filter, 'the only filter removed').toBeFocused();
  await tools.filter('name', 'contains', 'Pers');
  await tools.filter('city', 'contains', 'a');
  await press(tools.chip('Remove the filter: name contains “Pers”'));
  const other = tools.chip('Remove the filter: city contains “a”');
  await expect.soft(other, 'the first of two removed').toBeFocused();
  await tools.filter('name', 'contains', 'Pers');
  await press(tools.chip('Remove all filters'));
  await expect.soft(filter, 'all removed').toBeFocused();

  await press(page.getByRole('button', { name: 'Columns', exact: true }));
  const move = (way: string) => tools.popover.getByRole('button', { name: `Move State ${way}` });
  const moveOn = async (way: string): Promise<void> => {
    await move(way).focus();
    for (let at = 1; await move(way).isEnabled(); at += 1) {
      await expect.soft(move(way), `${way}, press ${at}`).toBeFocused();
      await keyboard.press('Enter');
    }
  };
  await moveOn('back');
  await expect.soft(move('forward'), 'the last column').toBeFocused();
  await moveOn('forward');
  await expect.soft(move('back'), 'the first column').toBeFocused();
  expect(app.complaints).toEqual([]);
});

test('a list that becomes empty or is filled again takes the focus along', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  const showAll = page.getByRole('button', { name: 'Show all' });
  await frame.fromSyncMenu('Work offline');
  await tools.goTo('Persona 3', 'city');
  await keyboard.type('Pego');
  await keyboard.press('Enter');
  await contacts.onlyUnsent.click();
  await expect(contacts.count).toHaveText('1 contact');
  await (await tools.cell('Persona 3', 'city')).focus();
  await keyboard.press('Control+z');
  await expect.soft(showAll, 'nothing unsent').toBeFocused();
  await keyboard.press('Control+Shift+Z');
  await expect.soft
    .poll(() => tools.focused(), 'unsent again')
    .toEqual({ row: 1, column: 'mobile' });
  await contacts.onlyUnsent.click();

  await keyboard.press('/');
  await keyboard.type(mobileOf(5));
  await expect(contacts.count).toHaveText('1 contact');
  await keyboard.press('Enter');
  await expect.poll(async () => (await tools.focused()).row).toBe(1);
  await keyboard.press('Delete');
  const question = page.getByRole('alertdialog');
  await tabTo(page, question.getByRole('button', { name: 'Delete contact', exact: true }));
  await keyboard.press('Enter');
  const everywhere = page.getByRole('button', { name: 'Search all contacts' });
  await expect(everywhere).toBeVisible();
  await expect.soft(everywhere, 'the only one found was deleted').toBeFocused();

  /* A click on nothing is no loss, and whoever goes there gets nothing back. */
  const box = await frame.sidebar.boundingBox();
  await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await expect(page.locator('body')).toBeFocused();
});

test('the panel: after saving or giving up the keys are at its head, or in what was changed', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const tools = new GridTools(app.page);
  const city = contacts.field('city');
  const inPanel = (name: string) => contacts.panel.getByRole('button', { name, exact: true });
  const heading = contacts.panel.getByRole('heading', { name: 'Persona 3' });
  await frame.fromSyncMenu('Work offline');
  await tools.goTo('Persona 3', 'city');
  await keyboard.press('Control+Enter');
  await expect(contacts.field('mobile')).toBeFocused();
  await city.fill('Zaragoza');
  await contacts.saveButton.focus();
  await keyboard.press('Enter');
  await expect(contacts.saveButton).toBeHidden();
  await expect.soft(heading, 'saved').toBeFocused();
  await keyboard.press('Control+z');
  await expect(city).toHaveValue('Gandía');
  await city.fill('Zaragoza');
  await inPanel('Use this value again').focus();
  await keyboard.press('Enter');
  await expect.soft(city, 'the value of before').toBeFocused();
  await city.fill('Pego');
  await inPanel('Discard what I typed').focus();
  await keyboard.press('Enter');
  await expect(contacts.saveButton).toBeHidden();
  await expect.soft(heading, 'given up').toBeFocused();
});
