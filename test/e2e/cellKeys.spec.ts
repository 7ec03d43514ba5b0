/** The keys while a cell is written: where each of them saves and goes on to, and where they stay in the text. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { GridTools } from './pages/grid.ts';

test('with Shift, Enter goes up and Tab goes left; after typing the arrows go on as well', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  const cell = (serial: number, column: string) => tools.cell(mobileOf(serial), column);

  await tools.goTo(mobileOf(3), 'city');
  await page.keyboard.type('Pego');
  await page.keyboard.press('Shift+Enter');
  await expect(await cell(2, 'city')).toBeFocused();
  await expect(await cell(3, 'city')).toHaveText('Pego');

  await page.keyboard.type('Oliva');
  await page.keyboard.press('Shift+Tab');
  await expect(await cell(2, 'name')).toBeFocused();
  await expect(await cell(2, 'city')).toHaveText('Oliva');

  await page.keyboard.type('Ana');
  await page.keyboard.press('ArrowRight');
  await expect(await cell(2, 'city')).toBeFocused();
  await expect(await cell(2, 'name')).toHaveText('Ana');

  await page.keyboard.type('Denia');
  await page.keyboard.press('ArrowUp');
  await expect(await cell(1, 'city')).toBeFocused();
  await expect(await cell(2, 'city')).toHaveText('Denia');

  await page.keyboard.type('Xeraco');
  await page.keyboard.press('ArrowLeft');
  await expect(await cell(1, 'name')).toBeFocused();
  await expect(await cell(1, 'city')).toHaveText('Xeraco');
  await frame.says('Offline: 3 changes kept here');
});

test('at the edges of the list what was typed is saved, and the focus stays on the cell', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  const stays = async (serial: number, column: string, text: string, key: string) => {
    const cell = await tools.goTo(mobileOf(serial), column);
    await page.keyboard.type(text);
    await expect(tools.editor).toHaveValue(text);
    await page.keyboard.press(key);
    await expect(tools.editor).toBeHidden();
    await expect(cell).toBeFocused();
    await expect(cell).toHaveText(text);
  };
  await stays(4, 'notes', 'final', 'Tab');
  await stays(1, 'city', 'arriba', 'Shift+Enter');
  await stays(6, 'city', 'abajo', 'Enter');
});

test('Tab goes past the state, which nobody writes, so that what is typed next is written too', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');
  const cell = (text: string, column: string) => tools.cell(text, column);

  await tools.goTo(mobileOf(2), 'mobile');
  await page.keyboard.type('34611222333');
  await page.keyboard.press('Tab');
  await expect(await cell('34611222333', 'name')).toBeFocused();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Shift+Tab');
  await expect(await cell('34611222333', 'name')).toHaveText('Ana');
  const main = await cell('34611222333', 'mobile');
  await expect(main).toBeFocused();

  // Before the main field there is only the mark of the row.
  await page.keyboard.type('34611222444');
  await page.keyboard.press('Shift+Tab');
  await expect(await cell('34611222444', 'mobile')).toBeFocused();

  // The arrows of the list still stop at each cell.
  await page.keyboard.press('ArrowRight');
  await expect(await cell('34611222444', 'State')).toBeFocused();
});

test('a double click opens the value, and after F2 the arrows move in it', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await frame.fromSyncMenu('Work offline');

  const city = await tools.cell(mobileOf(2), 'city');
  await city.dblclick();
  await expect(tools.editor).toBeFocused();
  await expect(tools.editor).toHaveValue('Alzira');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('mir');
  await expect(tools.editor).toHaveValue('Alzirmira');
  await page.keyboard.press('Enter');
  await expect(city).toHaveText('Alzirmira');
  await contacts.close();

  const name = await tools.goTo(mobileOf(3), 'name');
  await page.keyboard.press('F2');
  await expect(tools.editor).toHaveValue('Persona 3');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('q');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('w');
  await expect(tools.editor).toHaveValue('Pewqrsona 3');
  await page.keyboard.press('ArrowDown');
  await expect(name).toHaveText('Pewqrsona 3');
  await expect(await tools.cell(mobileOf(4), 'name')).toBeFocused();
});
