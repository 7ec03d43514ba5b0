/** Where what was pressed goes away, the keys go on beside it: from page to page, and in the pages of cards. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { idOf } from './app/stored.ts';
import { GridTools } from './pages/grid.ts';
import { tabTo } from './pages/keys.ts';
import { Palette } from './pages/palette.ts';

test('a key that changes the page takes the focus along: to its heading, or into its list', async ({
  launch,
  sandbox,
}) => {
  const { app, groups, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const tools = new GridTools(page);
  const palette = new Palette(page);
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  const inList = async (what: string): Promise<void> => {
    await expect.soft.poll(async () => (await tools.focused()).row, what).toBeGreaterThan(0);
  };

  await tools.goTo('Persona 3', 'city');
  await keyboard.press('Control+Shift+P');
  await expect(heading('Pending changes')).toBeVisible();
  await expect.soft(heading('Pending changes'), 'pending').toBeFocused();
  await keyboard.press('Control+,');
  await expect(heading('Settings')).toBeVisible();
  await expect.soft(heading('Settings'), 'settings').toBeFocused();
  await keyboard.press('Control+Shift+G');
  await expect(heading('All contacts')).toBeVisible();
  await inList('all contacts');
  await tools.goTo('Persona 3', 'city');
  await palette.open();
  await palette.searchAnew('Clientes');
  await expect(palette.options.first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(heading('Clientes')).toBeVisible();
  await inList('a group by the palette');
  await page.getByRole('button', { name: 'Group actions' }).focus();
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Find duplicates…' }).press('Enter');
  await expect(heading('Duplicates')).toBeVisible();
  await expect.soft(heading('Duplicates'), 'duplicates').toBeFocused();

  const id = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name'],
    contacts: [{ mobile: mobileOf(1), name: 'Rosa' }],
  });
  await groups.addById(id, 'Archivo');
  await frame.openGroup('Clientes');
  const act = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Group actions' }).focus();
    await keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).press('Enter');
  };
  const question = page.getByRole('alertdialog');
  await act('Delete on Afilnet…');
  await keyboard.type('Clientes');
  await keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(heading('All contacts')).toBeVisible();
  await inList('a group deleted');

  await frame.openGroup('Archivo');
  await act('Remove from this computer…');
  await tabTo(page, question.getByRole('button', { name: 'Remove from this computer' }));
  await keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(heading('All contacts')).toBeVisible();
  await expect
    .soft(page.getByRole('main').locator(':focus'), 'a group removed from here')
    .toHaveCount(1);
  expect(app.complaints).toEqual([]);
});

test('from a pair that is settled on to the next one', async ({ launch, sandbox }) => {
  const { app, contacts, groups } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  const pair = (one: string, other: string, serial: number) =>
    [one, other].map((surname, at) => ({
      mobile: mobileOf(100 + 10 * serial + at),
      name: 'Montserrat',
      surname,
    }));
  const id = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name', 'surname'],
    contacts: [
      ...pair('Puigcerda', 'Puigcerdà', 1),
      ...pair('Ferrer i Soler', 'Ferrrer i Soler', 2),
      ...pair('Vidal de la Roca', 'Vidall de la Roca', 3),
      ...pair('Escandell', 'Escandel', 4),
    ],
  });
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('8 contacts');
  await groups.fromMenu('Find duplicates…');
  await expect(page.getByRole('button', { name: 'Search again' })).toBeVisible();
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(4);
  const of = (at: number, name: string) => cards.nth(at).getByRole('button', { name });

  await of(0, 'Not a duplicate').focus();
  await keyboard.press('Enter');
  await expect(cards).toHaveCount(3);
  await expect.soft(of(0, '').first(), 'told apart').toBeFocused();
  await of(0, 'Merge…').focus();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('button', { name: 'Merge 2 contacts' }));
  await keyboard.press('Enter');
  await expect(cards).toHaveCount(2);
  await expect.soft(of(0, '').first(), 'merged').toBeFocused();
  await of(1, 'Not a duplicate').focus();
  expect(await of(1, 'Not a duplicate').evaluate(pressTwice)).toBe(1);
  await expect(cards).toHaveCount(1);
  await expect.soft(of(0, 'Not a duplicate'), 'the last one told apart').toBeFocused();
  await of(0, 'Not a duplicate').focus();
  await keyboard.press('Enter');
  await expect(cards).toHaveCount(0);
  await expect.soft(page.getByRole('button', { name: 'Search again' }), 'none left').toBeFocused();
});

/** Presses a button again before an answer can have come; how many of the presses were taken. */
async function pressTwice(button: HTMLElement | SVGElement): Promise<number> {
  let taken = 0;
  document.addEventListener('click', () => (taken += 1));
  for (let press = 0; press < 2; press += 1) {
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    for (let tick = 0; tick < 10; tick += 1) await Promise.resolve();
  }
  return taken;
}

test('from an entry that is settled or given up on to the next one', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, pending, group } = await signedIn(launch, sandbox);
  const { page } = app;
  const { keyboard } = page;
  await frame.fromSyncMenu('Work offline');
  for (const serial of [1, 2, 3, 4]) {
    await contacts.edit(mobileOf(serial), { city: `Mía ${serial}` });
    const id = await idOf(sandbox, group, mobileOf(serial));
    await sandbox.changeContact(group, id, { city: `Suya ${serial}` });
  }
  await frame.fromSyncMenu('Go online');
  await frame.says('4 need you');
  await frame.openPending();
  const first = pending.cards.first();
  const press = async (name: string | RegExp): Promise<void> => {
    await first.getByRole('button', { name }).focus();
    await keyboard.press('Enter');
  };
  const control = first.getByRole('button').first();

  await press(/^Yours/);
  await press('Save this choice');
  await expect(pending.cards).toHaveCount(3);
  await expect.soft(control, 'a choice saved').toBeFocused();
  await press('All from Afilnet');
  await expect(pending.cards).toHaveCount(2);
  await expect.soft(control, 'all from Afilnet').toBeFocused();
  await press('Discard…');
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Discard change' }));
  await keyboard.press('Enter');
  await expect(pending.cards).toHaveCount(1);
  await expect.soft(control, 'given up').toBeFocused();
  await press('All from Afilnet');
  await expect(pending.cards).toHaveCount(0);
  await expect.soft(pending.heading, 'none left').toBeFocused();
});

test('the columns of a group: the warning gives the focus back to the list of columns', async ({
  launch,
  sandbox,
}) => {
  const { app, groups } = await signedIn(launch, sandbox);
  const { keyboard } = app.page;
  await groups.fromMenu('Columns…');
  const bin = (column: string) =>
    groups.dialog.getByRole('button', { name: `Delete the column ${column}` });
  const warned = async (button: string): Promise<void> => {
    await bin('city').focus();
    await keyboard.press('Enter');
    const answer = groups.dialog.getByRole('alert').getByRole('button', { name: button });
    await answer.focus();
    await keyboard.press('Enter');
    await expect(answer).toBeHidden();
  };
  await warned('Cancel');
  await expect.soft(bin('city'), 'cancelled').toBeFocused();
  await warned('Delete “city”');
  await expect.soft(bin('notes'), 'deleted').toBeFocused();
});
