/** The list by the keyboard: where the keys go, that it is one stop for Tab, and what a screen reader is told of it. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { GridTools } from './pages/grid.ts';

const count = 200;
const columns = ['Selection', 'mobile', 'State', 'name', 'city', 'notes'];

test('arrows, Home, End and Page keys go from cell to cell, and stop at the edges', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox, { contacts: count });
  const { keyboard } = app.page;
  const tools = new GridTools(app.page);
  await (await tools.cell(mobileOf(3), 'city')).focus();
  const ways: readonly (readonly [key: string, row: number, column: string])[] = [
    ['ArrowDown', 4, 'city'],
    ['ArrowUp', 3, 'city'],
    ['ArrowRight', 3, 'notes'],
    ['ArrowRight', 3, 'notes'],
    ['ArrowLeft', 3, 'city'],
    ['Home', 3, 'Selection'],
    ['ArrowLeft', 3, 'Selection'],
    ['End', 3, 'notes'],
    ['Control+Home', 1, 'Selection'],
    ['ArrowUp', 0, 'Selection'],
    ['ArrowUp', 0, 'Selection'],
    ['ArrowRight', 0, 'mobile'],
    ['End', 0, 'notes'],
    ['ArrowDown', 1, 'notes'],
    ['Control+End', count, 'notes'],
    ['ArrowDown', count, 'notes'],
    ['Control+Home', 1, 'Selection'],
  ];
  for (const [at, [key, row, column]] of ways.entries()) {
    await keyboard.press(key);
    await expect.poll(() => tools.focused(), `${at}: ${key}`).toEqual({ row, column });
    await expect(tools.tabStops).toHaveCount(1);
    await expect(tools.tabStops).toBeFocused();
  }

  await keyboard.press('PageDown');
  await expect.poll(async () => (await tools.focused()).row).toBeGreaterThan(5);
  const { row: screen } = await tools.focused();
  await keyboard.press('PageDown');
  await expect.poll(() => tools.focused()).toEqual({ row: 2 * screen - 1, column: 'Selection' });
  await keyboard.press('PageUp');
  await expect.poll(() => tools.focused()).toEqual({ row: screen, column: 'Selection' });
  await keyboard.press('ArrowUp');
  await expect.poll(async () => (await tools.focused()).row).toBe(screen - 1);
  // Less than a screen is left: the first contact, and not the head.
  await keyboard.press('PageUp');
  await expect.poll(() => tools.focused()).toEqual({ row: 1, column: 'Selection' });
  await keyboard.press('Control+End');
  await expect.poll(async () => (await tools.focused()).row).toBe(count);
  await keyboard.press('ArrowUp');
  await expect.poll(async () => (await tools.focused()).row).toBe(count - 1);
  await keyboard.press('PageDown');
  await expect.poll(async () => (await tools.focused()).row).toBe(count);
});

test('Tab passes the list in one step, and comes back to the same cell', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: count });
  const { page } = app;
  const { keyboard, mouse } = page;
  const tools = new GridTools(page);
  await contacts.open(mobileOf(3));
  const cell = await tools.cell(mobileOf(3), 'mobile');
  await expect(cell).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  const name = await tools.cell(mobileOf(3), 'name');
  await expect(name).toBeFocused();
  await keyboard.press('Tab');
  await expect(contacts.panel.locator(':focus')).toHaveCount(1);
  await keyboard.press('Shift+Tab');
  await expect(name).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused();
  await keyboard.press('Tab');
  await expect(name).toBeFocused();

  // Also where the list has been scrolled away from it meanwhile.
  await keyboard.press('Tab');
  await expect(contacts.panel.locator(':focus')).toHaveCount(1);
  await (await tools.cell(mobileOf(5), 'city')).hover();
  await mouse.wheel(0, 4_000);
  await expect(contacts.row(mobileOf(120))).toBeInViewport();
  await expect(name).not.toBeInViewport();
  await keyboard.press('Shift+Tab');
  await expect(name).toBeFocused();
  await expect(name).toBeInViewport();
});

test('from the search box Enter goes to the first contact found, also when a head was used last', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  const tools = new GridTools(app.page);
  await tools.header('name').click();
  await expect(tools.header('name')).toBeFocused();
  await expect(tools.header('name')).toHaveAttribute('aria-sort', 'ascending');
  await keyboard.press('/');
  await expect(frame.search).toBeFocused();
  await keyboard.type('persona 5');
  // At once: it waits for what is found.
  await keyboard.press('Enter');
  await expect(contacts.count).toHaveText('1 contact');
  await expect(await tools.cell(mobileOf(5), 'name')).toBeFocused();
});

test('from the search box Enter goes to the first contact also when the list was still being sorted', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox);
  const { page } = app;
  const tools = new GridTools(page);
  await tools.header('name').focus();
  // No answer comes between the two.
  await page.evaluate(async () => {
    const head = document.activeElement as HTMLElement;
    const box = document.querySelector<HTMLInputElement>('[role="searchbox"]')!;
    head.click();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    box.focus();
    box.value = 'persona 5';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(contacts.count).toHaveText('1 contact');
  await page.keyboard.press('Enter');
  await expect(await tools.cell(mobileOf(5), 'name')).toBeFocused();
});

test('the key after Enter in the search box is meant for the contact, however long a frame takes', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  await page.keyboard.press('/');
  await expect(frame.search).toBeFocused();
  await page.keyboard.type('persona 5');
  await expect(contacts.count).toHaveText('1 contact');
  // No frame comes between the two keys.
  const frames = await page.evaluateHandle(() => {
    const held: FrameRequestCallback[] = [];
    const later = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => held.push(callback);
    return () => {
      window.requestAnimationFrame = later;
      held.forEach((callback) => later(callback));
    };
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await frames.evaluate((release) => release());
  await expect(page.getByRole('alertdialog')).toContainText('Persona 5');
});

test('a screen reader is told the size of the list, and the place of each head and cell', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: count });
  const tools = new GridTools(app.page);
  const grid = app.page.getByRole('grid', { name: 'Contacts of “Clientes”' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));
  await expect(grid).toHaveAttribute('aria-colcount', String(columns.length));
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true');
  expect(await tools.heads()).toEqual(columns);
  const placesOf = (role: 'columnheader' | 'gridcell' | 'rowheader', row: number) =>
    grid
      .locator(`[aria-rowindex="${row}"]`)
      .getByRole(role)
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-colindex')));
  expect(await placesOf('columnheader', 1)).toEqual(['1', '2', '3', '4', '5', '6']);
  await expect(contacts.row(mobileOf(3))).toHaveAttribute('aria-rowindex', '4');
  expect(await placesOf('rowheader', 4)).toEqual(['2']);
  expect(await placesOf('gridcell', 4)).toEqual(['1', '3', '4', '5', '6']);
  await expect(grid.getByRole('rowheader', { name: mobileOf(3) })).toHaveCount(1);
  const tick = grid.getByRole('checkbox', { name: `Select ${mobileOf(3)}`, exact: true });
  await expect(tick).not.toBeChecked();
  await tick.click();
  await expect(tick).toBeChecked();
  await expect(contacts.row(mobileOf(3))).toHaveAttribute('aria-selected', 'true');

  await app.page.keyboard.press('Control+End');
  await expect(contacts.row(mobileOf(count))).toHaveAttribute('aria-rowindex', `${count + 1}`);
  await contacts.open(mobileOf(count - 1));
  await tools.filter('city', 'is', 'alzira');
  await expect(grid).toHaveAttribute('aria-rowcount', '68');
  await expect(contacts.row(mobileOf(5))).toHaveAttribute('aria-rowindex', '3');
});
