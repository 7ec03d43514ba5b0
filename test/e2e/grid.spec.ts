/** The list as a spreadsheet: filters, views and columns, by the mouse and by the keyboard. */
import type { LibretaBridge } from '#shared/ipc/contract.ts';
import type { ReplyText } from '#shared/ipc/replyText.ts';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';
import { Frame } from './pages/frame.ts';
import { GridTools } from './pages/grid.ts';

test('filters are joined, changed and removed, and follow an edit at once', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: 9 });
  const tools = new GridTools(app.page);
  await tools.filter('city', 'contains', 'GANDIA');
  await expect(tools.chip('city contains “GANDIA”')).toBeVisible();
  await expect(contacts.count).toHaveText('3 contacts');
  await tools.filter('name', 'is', 'persona 1');
  await expect(app.page.getByText('No contact here passes the filters.')).toBeVisible();
  await tools.filters.getByRole('combobox', { name: 'What must match' }).click();
  await app.page.getByRole('option', { name: 'Any of them' }).click();
  await expect(contacts.count).toHaveText('4 contacts');
  await tools.removeFilter('city contains “GANDIA”');
  await expect(contacts.count).toHaveText('1 contact');

  await tools.chip('name is “persona 1”').click();
  await tools.pick('Condition', 'is any of');
  await tools.popover.getByRole('textbox').fill('Persona 1\nPersona 2');
  await tools.popover.getByRole('button', { name: 'Apply' }).click();
  await expect(contacts.count).toHaveText('2 contacts');
  await contacts.edit('Persona 2', { name: 'Otra' });
  await expect(contacts.count).toHaveText('1 contact');
});

test('conditions that a view joins by themselves are one filter, which edits leave alone', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: 9 });
  const { page } = app;
  const tools = new GridTools(page);
  await tools.filter('city', 'is', 'valencia');
  await tools.fromViews('Save as a view…');
  await page.getByRole('textbox', { name: 'Name' }).fill('De dos ciudades');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.evaluate(joinInView);
  await tools.fromViews('No view');
  await page.reload();
  await new Frame(page).openGroup('Clientes');
  await tools.fromViews('De dos ciudades');
  await expect(contacts.count).toHaveText('6 contacts');
  const joined = 'city is “valencia” or city is “alzira”';
  await expect(tools.filters).toContainText(joined);

  await tools.filter('name', 'is not', 'persona 1');
  await expect(contacts.count).toHaveText('5 contacts');
  await expect(tools.filters).toContainText(joined);
  await tools.removeFilter(joined);
  await expect(contacts.count).toHaveText('8 contacts');
});

/** No button makes it: a view may have been made by a later version. */
async function joinInView(): Promise<void> {
  const { libreta } = window as unknown as { libreta: LibretaBridge };
  const read = <T>(reply: ReplyText<T>) => JSON.parse(reply) as T;
  const groups = read(await libreta.groups.list());
  if (!groups.ok) throw new Error(groups.error.code);
  const scope = { kind: 'group', groupId: groups.value[0]!.id } as const;
  const look = read(await libreta.lists.look({ scope }));
  if (!look.ok) throw new Error(look.error.code);
  const [view] = look.value.views;
  const city = (text: string) => ({
    kind: 'value' as const,
    column: { kind: 'field' as const, name: 'city' },
    test: { kind: 'is' as const, text },
    not: false,
  });
  const joined = { kind: 'any' as const, of: [city('valencia'), city('alzira')] };
  const changed = { ...view!.look, filter: { kind: 'all' as const, of: [joined] } };
  const request = { scope, viewId: view!.id, name: view!.name, look: changed };
  const saved = read(await libreta.lists.saveView(request));
  if (!saved.ok) throw new Error(saved.error.code);
}

test('what is not sent yet is found by its state', async ({ launch, sandbox }) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(2), { city: 'Pego' });
  await contacts.close();
  await tools.filters.getByRole('button', { name: 'Filter', exact: true }).click();
  await tools.pick('Column', 'State');
  await tools.popover.getByRole('checkbox', { name: 'Waiting to be sent' }).check();
  await tools.popover.getByRole('button', { name: 'Apply' }).click();
  await expect(tools.chip('State: Waiting to be sent')).toBeVisible();
  await expect(contacts.count).toHaveText('1 contact');
  await expect(contacts.row('Pego')).toBeVisible();
});

test('a view keeps filters, sorting and columns over a restart', async ({ launch, sandbox }) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: 9 });
  const { page } = app;
  const tools = new GridTools(page);
  await tools.filter('city', 'is', 'valencia');
  await tools.header('name').click();
  await tools.header('name').click();
  await tools.fromHead('notes', 'Hide');
  await expect(tools.header('notes')).toBeHidden();
  await tools.fromViews('Save as a view…');
  await page.getByRole('textbox', { name: 'Name' }).fill('De Valencia');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(tools.views).toHaveText('View: De Valencia');

  await tools.fromViews('No view');
  await expect(contacts.count).toHaveText('9 contacts');
  await app.quit();

  const again = await launch({ server: sandbox.origin });
  const screens = screensOf(again);
  const after = new GridTools(again.page);
  await screens.frame.says(saved);
  await screens.frame.openGroup('Clientes');
  await expect(after.header('notes')).toBeHidden();
  await after.fromViews('De Valencia');
  await expect(screens.contacts.count).toHaveText('3 contacts');
  await expect.poll(() => after.values('name')).toEqual(['Persona 7', 'Persona 4', 'Persona 1']);

  await after.fromViews('Rename “De Valencia”…');
  await again.page.getByRole('textbox', { name: 'Name' }).fill('Valencia');
  await again.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(after.views).toHaveText('View: Valencia');
  await after.fromViews('Delete “Valencia”…');
  await again.page.getByRole('button', { name: 'Delete view' }).click();
  await expect(after.views).toHaveText('Views');
});

test('columns are moved, made wider, pinned and hidden by the keyboard', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await tools.header('name').click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect
    .poll(() => tools.heads())
    .toEqual(['Selection', 'mobile', 'State', 'city', 'name', 'notes']);
  await expect(tools.header('name')).toBeFocused();
  const width = async (): Promise<number> => (await tools.header('name').boundingBox())!.width;
  const before = await width();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBeGreaterThan(before);
  await page.keyboard.press('Alt+ArrowDown');
  await tools.menu.getByRole('menuitem', { name: 'Keep in view' }).press('Enter');
  await expect
    .poll(() => tools.heads())
    .toEqual(['Selection', 'mobile', 'name', 'State', 'city', 'notes']);
  await tools.openColumns();
  await tools.popover.getByRole('checkbox', { name: 'Show city' }).uncheck();
  await expect(tools.header('city')).toBeHidden();
  await tools.popover.getByRole('button', { name: 'As at the beginning' }).click();
  await expect
    .poll(() => tools.heads())
    .toEqual(['Selection', 'mobile', 'State', 'name', 'city', 'notes']);
});

test('columns are moved and made wider by dragging', async ({ launch, sandbox }) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  const box = async (column: string) => (await tools.header(column).boundingBox())!;
  const notes = await box('notes');
  const name = await box('name');
  await page.mouse.move(notes.x + 30, notes.y + 10);
  await page.mouse.down();
  await page.mouse.move(name.x + 60, name.y + 10, { steps: 4 });
  await page.mouse.move(name.x + 10, name.y + 10);
  await page.mouse.up();
  await expect
    .poll(() => tools.heads())
    .toEqual(['Selection', 'mobile', 'State', 'notes', 'name', 'city']);
  await expect(tools.header('notes')).toHaveAttribute('aria-sort', 'none');
  const moved = await box('name');
  await page.mouse.move(moved.x + moved.width - 2, moved.y + 10);
  await page.mouse.down();
  await page.mouse.move(moved.x + moved.width + 58, moved.y + 10, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await box('name')).width)).toBe(moved.width + 60);
});
