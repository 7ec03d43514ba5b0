/** A group of thousands, scrolled by the wheel and by keys: what comes to rest on screen is always contacts. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { stored } from './app/stored.ts';
import { GridTools } from './pages/grid.ts';

const many = 5_000;
/** Rows in the document: some screens of them at most, however long the list is. */
const mostRows = 80;
/** Pixels. */
const rowHeight = 36;

/** The place of the uppermost row where every row is the contact of its place; what is wrong where one is not. */
async function firstOf(tools: GridTools): Promise<number | string> {
  const { titles, first, isFilled } = await tools.band();
  if (!isFilled || titles.length === 0) return 'a gap';
  const wrong = titles.find((title, at) => title !== mobileOf(first + at));
  return wrong === undefined ? first : `${wrong} among those from ${first} on`;
}

/** The row with the focus, from 1. */
const rowOf = async (tools: GridTools): Promise<number> => (await tools.focused()).row;

/** From the beginning of the list until the contact of a place is the uppermost. */
async function wheelTo(tools: GridTools, place: number): Promise<void> {
  await expect.poll(() => firstOf(tools)).toBe(1);
  await tools.rows.nth(3).hover();
  await tools.page.mouse.wheel(0, (place - 1) * rowHeight);
  await expect.poll(() => firstOf(tools)).toBe(place);
}

test('rows that are scrolled to by the wheel become contacts, and few are in the document', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox, { contacts: many });
  const { page } = app;
  const tools = new GridTools(page);
  await expect.poll(() => firstOf(tools)).toBe(1);
  await tools.rows.nth(3).hover();
  let before = 1;
  for (const turns of [1, 3, 12, 30]) {
    for (let turn = 0; turn < turns; turn += 1) {
      await page.mouse.wheel(0, 2_400);
      expect(await tools.rows.count()).toBeLessThan(mostRows);
    }
    await expect.poll(() => firstOf(tools)).toBeGreaterThan(before);
    await expect.poll(() => firstOf(tools)).toEqual(expect.any(Number));
    before = (await tools.band()).first;
  }
  await page.mouse.wheel(0, many * rowHeight);
  await expect.poll(async () => (await tools.band()).titles.at(-1)).toBe(mobileOf(many));
  await expect.poll(() => firstOf(tools)).toEqual(expect.any(Number));
  await page.mouse.wheel(0, -many * rowHeight);
  await expect.poll(() => firstOf(tools)).toBe(1);
  expect(await tools.rows.count()).toBeLessThan(mostRows);
});

test('a list that is sorted, filtered or searched far down is looked at from its beginning', async ({
  launch,
  sandbox,
}) => {
  const { app, frame } = await signedIn(launch, sandbox, { contacts: many });
  const { page } = app;
  const tools = new GridTools(page);
  // The same contacts in the same order each time, so that only what is read tells the lists apart.
  await wheelTo(tools, 2_501);
  await tools.header('mobile').click();
  await expect(tools.header('mobile')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => firstOf(tools)).toBe(1);
  await wheelTo(tools, 2_501);
  await tools.filter('name', 'starts with', 'Persona');
  await expect.poll(() => firstOf(tools)).toBe(1);
  await expect(tools.filters.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await (await tools.cell(mobileOf(2), 'city')).focus();
  await page.keyboard.press('Control+End');
  await expect.poll(() => tools.band().then(({ titles }) => titles.at(-1))).toBe(mobileOf(many));
  await frame.search.fill('persona');
  await expect.poll(() => firstOf(tools)).toBe(1);
  await frame.search.press('Enter');
  await expect(await tools.cell(mobileOf(1), 'notes')).toBeFocused();
});

test('keys go through the list by screens and to both ends', async ({ launch, sandbox }) => {
  const { app } = await signedIn(launch, sandbox, { contacts: many });
  const { page } = app;
  const tools = new GridTools(page);
  await expect.poll(() => firstOf(tools)).toBe(1);
  await (await tools.cell(mobileOf(1), 'city')).focus();
  for (const screens of [1, 2, 3]) {
    const { titles } = await tools.band();
    await page.keyboard.press('PageDown');
    // A screen goes on from the last row that was whole, or a little before it.
    await expect.poll(() => rowOf(tools)).toBeGreaterThan(screens * (titles.length - 4));
    const row = await rowOf(tools);
    await expect.poll(async () => (await tools.band()).titles).toContain(mobileOf(row));
    await expect.poll(() => firstOf(tools)).toEqual(expect.any(Number));
  }
  await page.keyboard.press('Control+End');
  await expect.poll(() => rowOf(tools)).toBe(many);
  await expect.poll(async () => (await tools.band()).titles.at(-1)).toBe(mobileOf(many));
  await expect.poll(() => firstOf(tools)).toEqual(expect.any(Number));
  await expect(await tools.cell(mobileOf(many), 'notes')).toBeFocused();
  expect(await tools.rows.count()).toBeLessThan(mostRows);
  await page.keyboard.press('PageUp');
  await expect.poll(() => rowOf(tools)).toBeLessThan(many - 5);
  await page.keyboard.press('Control+Home');
  await expect.poll(() => rowOf(tools)).toBe(1);
  await expect.poll(() => firstOf(tools)).toBe(1);
});

test('a contact far down is opened and edited, and the list stays where it is', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: many });
  const tools = new GridTools(app.page);
  await wheelTo(tools, 4_201);
  const mobile = mobileOf(4_205);
  await contacts.edit(mobile, { city: 'Ademuz' });
  await expect(await tools.cell(mobile, 'city')).toContainText('Ademuz');
  await expect.poll(async () => (await stored(sandbox, group, mobile))?.['city']).toBe('Ademuz');
  await frame.says(saved);
  await expect(contacts.state(mobile, 'Saved on Afilnet')).toBeAttached();
  expect(await firstOf(tools)).toBe(4_201);
  await contacts.close();
  await expect(tools.rows.filter({ hasText: mobile })).toBeFocused();
  expect(await firstOf(tools)).toBe(4_201);
});

test('the cell with the focus keeps it while the list is scrolled away and back', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox, { contacts: 400 });
  const { page } = app;
  const tools = new GridTools(page);
  const cell = await tools.cell(mobileOf(3), 'city');
  await expect.poll(() => firstOf(tools)).toBe(1);
  await cell.focus();
  await wheelTo(tools, 201);
  await expect(cell).toBeFocused();
  await page.mouse.wheel(0, -200 * rowHeight);
  await expect.poll(() => firstOf(tools)).toBe(1);
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(await tools.cell(mobileOf(4), 'city')).toBeFocused();
});
