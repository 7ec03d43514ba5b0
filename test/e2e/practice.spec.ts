/** Trying the app without an account: sample data that stays, is found and sorted, and says what to do where it is empty. */
import { expect, test } from './app/fixtures.ts';
import { screensOf } from './pages/app.ts';

const saved = 'All saved in the practice account';

test('sample data is there at once, and what is done with it stays', async ({ launch }) => {
  const first = await launch();
  const { signIn, frame, contacts } = screensOf(first);
  await signIn.practice.click();
  await frame.says(saved);
  await frame.openGroup('Proveedores y colaboradores');
  await expect(contacts.count).toHaveText('38 contacts');
  const mobile = (await contacts.grid.getByRole('rowheader').first().textContent())?.trim() ?? '';
  expect(mobile).toMatch(/^\d{9,}$/);
  await contacts.edit(mobile, {
    company: 'Talleres Practicados',
    notes: '',
    name: 'Ana de Prueba',
  });
  await expect(contacts.row(mobile)).toContainText('Ana de Prueba');
  await frame.says(saved);
  await first.quit();

  const second = screensOf(await launch());
  await second.frame.openGroup('Proveedores y colaboradores');
  await expect(second.contacts.row(mobile)).toContainText('Talleres Practicados');
  await second.contacts.open(mobile);
  await expect(second.contacts.field('name')).toHaveValue('Ana de Prueba');
});

test('search finds whatever the accents, and digits inside numbers', async ({ launch }) => {
  const { signIn, frame, contacts } = screensOf(await launch());
  await signIn.practice.click();
  await frame.says(saved);
  await frame.openGroup('Socios del club');
  await contacts.add({ mobile: '34699887766', name: 'Íñigo', surname: 'Muñoz Güell' });
  await contacts.close();

  for (const typed of ['inigo', 'MUÑOZ', 'munoz guell', '99887', 'ñigo 88776']) {
    await frame.search.fill(typed);
    await expect(contacts.row('34699887766')).toContainText('Muñoz Güell');
  }
  await frame.openAll();
  await frame.search.fill('699887');
  await expect(contacts.row('34699887766')).toContainText('Socios del club');
});

test('a column sorts both ways', async ({ launch }) => {
  const { signIn, frame, contacts } = screensOf(await launch());
  await signIn.practice.click();
  await frame.says(saved);
  await frame.openGroup('Proveedores y colaboradores');
  await expect(contacts.count).toHaveText('38 contacts');
  /** The order of what is on screen, once all of it is loaded. */
  const order = async (): Promise<'up' | 'down' | 'neither'> => {
    const texts = await contacts.grid.getByRole('rowheader').allTextContents();
    const values = texts.map((text) => Number(text.trim()));
    if (values.length < 6 || values.some(Number.isNaN)) return 'neither';
    const up = values.toSorted((left, right) => left - right);
    if (values.join() === up.join()) return 'up';
    return values.join() === up.reverse().join() ? 'down' : 'neither';
  };

  await contacts.header('mobile').click();
  await expect(contacts.header('mobile')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(order).toBe('up');
  await contacts.header('mobile').click();
  await expect(contacts.header('mobile')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(order).toBe('down');
});

test('an empty place says what to do next', async ({ launch }) => {
  const { signIn, frame, contacts, groups } = screensOf(await launch());
  const heading = (name: string) => frame.page.getByRole('heading', { name });
  await signIn.practice.click();
  await frame.says(saved);
  await frame.openPending();
  await expect(heading('Everything is saved in the practice account')).toBeVisible();

  await frame.openGroup('Socios del club');
  await frame.search.fill('nobody is called this');
  await expect(heading('Nothing found')).toBeVisible();
  await frame.page.getByRole('button', { name: 'Show all' }).click();
  await expect(contacts.count).toHaveText('420 contacts');

  await groups.create('Vacío', []);
  await expect(heading('No contacts in this group')).toBeVisible();
  await contacts.add({ mobile: '34600111222', name: 'Primera' });
  await expect(contacts.row('34600111222')).toContainText('Primera');
});
