/** Which contacts are chosen by the mouse and by keys, what is said of it, and that work on many reaches exactly those. */
import type { LibretaBridge } from '#shared/ipc/contract.ts';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { saved, signedIn } from './app/session.ts';
import { Bulk } from './pages/bulk.ts';
import type { ContactsPage } from './pages/contacts.ts';
import { GridTools } from './pages/grid.ts';

type Libreta = { libreta: LibretaBridge };

/** Writes a word into the notes of what is chosen. */
async function note(bulk: Bulk, word: string, count: number): Promise<void> {
  const contacts = `${count} ${count === 1 ? 'contact' : 'contacts'}`;
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', word);
  await bulk.apply(`Change ${contacts}`);
  await bulk.ended(`${contacts} changed`);
}

/** The serial numbers of the contacts whose notes are this word on the server. */
async function notedOn(sandbox: SandboxProcess, group: number, word: string): Promise<number[]> {
  const first = Number(mobileOf(0));
  return (await sandbox.contacts(group))
    .filter(({ fields }) => fields['notes'] === word)
    .map(({ fields }) => Number(fields['mobile']) - first);
}

/** The serial numbers of the rows that are told as selected. */
async function chosen(contacts: ContactsPage): Promise<number[]> {
  const rows = contacts.grid.getByRole('row', { selected: true }).getByRole('rowheader');
  return (await rows.allTextContents()).map((text) => Number(text) - Number(mobileOf(0)));
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

test('the mouse chooses one, one more, one less and a range, and all of it is let go', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 9 });
  const { page } = app;
  const tools = new GridTools(page);
  const bulk = new Bulk(page);
  await bulk.choose([mobileOf(2)]);
  await expect(contacts.row(mobileOf(2)).getByRole('checkbox')).toBeChecked();
  await (await tools.cell(mobileOf(4), 'city')).click({ modifiers: ['Control'] });
  await expect(bulk.bar).toHaveAccessibleName('2 selected');
  await expect(contacts.panel).toBeHidden();
  await (await tools.cell(mobileOf(7), 'name')).click({ modifiers: ['Shift'] });
  await expect.poll(() => chosen(contacts)).toEqual([2, 4, 5, 6, 7]);
  await (await tools.cell(mobileOf(5), 'name')).click({ modifiers: ['Control'] });
  await expect.poll(() => chosen(contacts)).toEqual([2, 4, 6, 7]);
  await expect(bulk.bar).toHaveAccessibleName('4 selected');
  // A contact is opened beside what is chosen.
  await contacts.open(mobileOf(1));
  await expect(bulk.bar).toHaveAccessibleName('4 selected');
  await note(bulk, 'ratón', 4);
  const noted = () => notedOn(sandbox, group, 'ratón');
  await expect.poll(noted).toEqual([2, 4, 6, 7]);
  await frame.says(saved);
  expect(await noted()).toEqual([2, 4, 6, 7]);

  await bulk.bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bulk.bar).toBeHidden();
  expect(await chosen(contacts)).toEqual([]);
});

test('a range begins where somebody was, and only while the same contact is there', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: 9 });
  const tools = new GridTools(app.page);
  const bulk = new Bulk(app.page);
  await contacts.open(mobileOf(4));
  await (await tools.cell(mobileOf(6), 'name')).click({ modifiers: ['Shift'] });
  await expect.poll(() => chosen(contacts)).toEqual([4, 5, 6]);
  await contacts.close();
  await expect(await tools.cell(mobileOf(6), 'name')).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(bulk.bar).toBeHidden();

  await bulk.choose([mobileOf(2)]);
  await tools.fromHead('mobile', 'Sort descending');
  await expect.poll(() => tools.values('mobile')).toEqual(from(1, 9).reverse().map(mobileOf));
  expect(await chosen(contacts)).toEqual([2]);
  await (await tools.cell(mobileOf(5), 'name')).click({ modifiers: ['Shift'] });
  await expect.poll(() => chosen(contacts)).toEqual([5, 2]);
});

test('keys choose one, choose on the way and let go', async ({ launch, sandbox }) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 9 });
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  const bulk = new Bulk(page);
  await (await tools.cell(mobileOf(2), 'city')).focus();
  await keyboard.press('Space');
  await expect(bulk.bar).toHaveAccessibleName('1 selected');
  await keyboard.press('ArrowDown');
  await expect(await tools.cell(mobileOf(3), 'city')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(await tools.cell(mobileOf(4), 'city')).toBeFocused();
  await keyboard.press('Shift+ArrowDown');
  await expect(await tools.cell(mobileOf(5), 'city')).toBeFocused();
  await keyboard.press('Shift+ArrowDown');
  await expect(await tools.cell(mobileOf(6), 'city')).toBeFocused();
  await expect.poll(() => chosen(contacts)).toEqual([2, 4, 5, 6]);
  await keyboard.press('Space');
  await expect.poll(() => chosen(contacts)).toEqual([2, 4, 5]);
  await note(bulk, 'teclas', 3);
  const noted = () => notedOn(sandbox, group, 'teclas');
  await expect.poll(noted).toEqual([2, 4, 5]);
  await frame.says(saved);
  expect(await noted()).toEqual([2, 4, 5]);

  await (await tools.cell(mobileOf(8), 'name')).focus();
  await keyboard.press('Shift+ArrowUp');
  await expect.poll(() => chosen(contacts)).toEqual([2, 4, 5, 7, 8]);
  await keyboard.press('Escape');
  await expect(bulk.bar).toBeHidden();
  expect(await chosen(contacts)).toEqual([]);
  await expect(await tools.cell(mobileOf(7), 'name')).toBeFocused();
});

test('all that match but one are chosen, wherever they are in the list', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 600 });
  const { page } = app;
  const tools = new GridTools(page);
  const bulk = new Bulk(page);
  await tools.filter('city', 'is', 'alzira');
  await expect(contacts.count).toHaveText('200 contacts');
  await (await tools.cell(mobileOf(5), 'name')).focus();
  await page.keyboard.press('Control+a');
  await expect(bulk.bar).toHaveAccessibleName('200 selected');
  await page.keyboard.press('Space');
  await expect(bulk.bar).toHaveAccessibleName('199 selected');
  await expect(contacts.row(mobileOf(5))).toHaveAttribute('aria-selected', 'false');
  await note(bulk, 'todos', 199);
  const alzira = from(1, 600).filter((serial) => serial % 3 === 2 && serial !== 5);
  const noted = () => notedOn(sandbox, group, 'todos');
  await expect.poll(noted).toEqual(alzira);
  await frame.says(saved);
  expect(await noted()).toEqual(alzira);

  // What was chosen as a whole is not that any more.
  await tools.removeFilter('city is “alzira”');
  await expect(contacts.count).toHaveText('600 contacts');
  await expect(bulk.bar).toBeHidden();
});

test('a range goes on through contacts that were never on screen', async ({ launch, sandbox }) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 900 });
  const { page } = app;
  const tools = new GridTools(page);
  const bulk = new Bulk(page);
  await bulk.choose([mobileOf(3)]);
  await page.keyboard.press('Control+End');
  await expect(await tools.cell(mobileOf(900), 'notes')).toBeFocused();
  await (await tools.cell(mobileOf(898), 'name')).click({ modifiers: ['Shift'] });
  await expect(bulk.bar).toHaveAccessibleName('896 selected');
  await expect(contacts.row(mobileOf(899))).toHaveAttribute('aria-selected', 'false');
  await note(bulk, 'lejos', 896);
  const noted = () => notedOn(sandbox, group, 'lejos');
  await expect.poll(noted).toEqual(from(3, 898));
  await frame.says(saved);
  expect(await noted()).toEqual(from(3, 898));
});

test('the menu of a row is about the contact that it was opened on, wherever that stands by now', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 9 });
  const { page } = app;
  await frame.says(saved);
  await contacts.row(mobileOf(5)).getByRole('rowheader').click({ button: 'right' });
  const select = page.getByRole('menuitem', { name: 'Select' });
  await expect(select).toBeVisible();
  const [first] = await sandbox.contacts(group);
  await sandbox.removeContact(group, first!.id);
  // As it happens by itself every few minutes.
  await page.evaluate(() => (window as unknown as Libreta).libreta.sync.now());
  await expect(contacts.count).toHaveText('8 contacts');
  await select.click();
  await expect.poll(() => chosen(contacts)).toEqual([5]);
});
