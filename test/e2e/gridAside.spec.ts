/** A list that is wider than the window. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { GridTools } from './pages/grid.ts';

const left = async (place: Locator): Promise<number> => (await place.boundingBox())!.x;

async function widen(page: Page, tools: GridTools, column: string): Promise<void> {
  await tools.header(column).focus();
  for (let time = 0; time < 30; time += 1) await page.keyboard.press('Shift+ArrowRight');
}

/** Whether what lies over the middle of a cell is the cell itself. */
const isOnTop = (cell: Locator): Promise<boolean> =>
  cell.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

test('the first columns stay in view, over the others, while the list is scrolled aside', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await widen(page, tools, 'name');
  await widen(page, tools, 'city');
  const held = [tools.grid.getByRole('rowheader').nth(1), tools.header('mobile')];
  const moved = await tools.cell('Persona 1', 'city');
  const places = await Promise.all(held.map(left));
  const before = await left(moved);

  await held[0]!.hover();
  await page.mouse.wheel(240, 0);
  await expect.poll(() => left(moved)).toBeLessThan(before - 200);
  await expect.poll(() => Promise.all(held.map(left))).toEqual(places);
  for (const cell of held) expect(await isOnTop(cell)).toBe(true);

  // By the keyboard to the last column and back to the first.
  await held[0]!.click();
  await contacts.close();
  await page.keyboard.press('End');
  await expect.poll(async () => (await tools.focused()).column).toBe('notes');
  expect(await isOnTop(await tools.cell('Persona 2', 'notes'))).toBe(true);
  await expect.poll(() => Promise.all(held.map(left))).toEqual(places);
  await held[0]!.hover();
  await page.mouse.wheel(-5_000, 0);
  await expect.poll(() => left(moved)).toBe(before);
  await expect.poll(() => Promise.all(held.map(left))).toEqual(places);
});

test('a value that has no room is told under the pointer, and no other', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  const name = await tools.cell('Persona 1', 'name');
  await name.hover();
  await expect(name).not.toHaveAttribute('title');
  await tools.header('name').focus();
  for (let time = 0; time < 30; time += 1) await page.keyboard.press('Shift+ArrowLeft');
  await tools.header('city').hover();
  await name.hover();
  await expect(name).toHaveAttribute('title', 'Persona 1');

  // Another contact comes to stand under the pointer that rests.
  const { x, y } = (await name.boundingBox())!;
  const told = (): Promise<string[]> =>
    page.evaluate(
      (at) => {
        const cell = document.elementFromPoint(at.x, at.y);
        return [cell?.textContent.trim() ?? '', cell?.getAttribute('title') ?? ''];
      },
      { x: x + 20, y: y + 10 },
    );
  await page.keyboard.press('Enter');
  await expect(tools.header('name')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(told).toEqual(['Persona 1', 'Persona 1']);
  await page.keyboard.press('Enter');
  await expect(tools.header('name')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await told())[0]).not.toBe('Persona 1');
  const [text, title] = await told();
  expect(title).toBe(text);
  await tools.header('city').hover();
  await expect(name).not.toHaveAttribute('title');
});

test('a value that was changed and has room is told by what stands in it alone', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Pego' });
  await contacts.close();
  const city = await tools.cell(mobileOf(1), 'city');
  // The mark beside the text needs room of its own, and is no part of it.
  await expect(city.getByRole('img')).toHaveAccessibleName('changed, not on Afilnet yet');
  await tools.header('name').hover();
  await city.hover();
  await expect(city).not.toHaveAttribute('title');
  await tools.header('city').focus();
  for (let time = 0; time < 30; time += 1) await app.page.keyboard.press('Shift+ArrowLeft');
  await contacts.edit(mobileOf(1), { city: 'Castellón de la Plana' });
  await contacts.close();
  await tools.header('name').hover();
  await city.hover();
  await expect(city).toHaveAttribute('title', 'Castellón de la Plana');
});
