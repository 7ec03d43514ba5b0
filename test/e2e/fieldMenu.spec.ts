/** The right button where text is written: the menu that every desktop has, in the user's language. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { FieldMenu } from './pages/fieldMenu.ts';

test('what is in a field is cut, copied and pasted from its menu', async ({ launch, sandbox }) => {
  const { app, contacts } = await signedIn(launch, sandbox);
  const menu = await FieldMenu.of(app.electron);
  await contacts.open(mobileOf(1));
  const city = contacts.field('city');
  const notes = contacts.field('notes');
  await city.fill('Oliva');

  await menu.openOn(city);
  await menu.choose('Select all');
  await expect
    .poll(() => city.evaluate((field: HTMLInputElement) => field.selectionEnd))
    .toBe('Oliva'.length);
  await city.press('Control+a');
  await menu.openOn(city);
  const enabled = async (): Promise<string[]> =>
    (await menu.entries()).filter((entry) => entry.enabled).map(({ label }) => label);
  expect(await enabled()).toEqual(['Undo', 'Cut', 'Copy', 'Paste', 'Select all']);
  await menu.choose('Cut');
  await expect(city).toHaveValue('');
  await notes.click();
  await menu.openOn(notes);
  expect(await enabled()).not.toContain('Copy');
  await menu.choose('Paste');
  await expect(notes).toHaveValue('Oliva');
  await menu.choose('Undo');
  await expect(notes).toHaveValue('');
});

test('the menu of a field speaks Spanish, and a list keeps the menu of its own', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const menu = await FieldMenu.of(app.electron);
  await contacts.row(mobileOf(1)).getByRole('rowheader').click({ button: 'right' });
  await expect(app.page.getByRole('menu')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('menu')).toBeHidden();
  expect(await menu.entries()).toEqual([]);

  await setLanguage(app.page, 'es');
  await menu.openOn(app.page.getByRole('searchbox'));
  expect((await menu.entries()).map(({ label }) => label)).toEqual([
    'Deshacer',
    'Rehacer',
    'Cortar',
    'Copiar',
    'Pegar',
    'Seleccionar todo',
  ]);
  await setLanguage(app.page, 'en');
  await expect(frame.search).toBeVisible();
});

test('a password is pasted, but never copied', async ({ launch, sandbox }) => {
  const app = await launch({ server: sandbox.origin });
  const menu = await FieldMenu.of(app.electron);
  const password = app.page.getByRole('textbox', { name: 'Password', exact: true });
  await password.fill('otra-clau-secreta');
  await password.press('Control+a');
  await menu.openOn(password);
  const entries = await menu.entries();
  expect(entries.filter(({ enabled }) => enabled).map(({ label }) => label)).not.toContain('Copy');
  expect(entries).toContainEqual({ label: 'Paste', role: 'paste', enabled: true });
  expect(entries).toContainEqual({ label: 'Cut', role: 'cut', enabled: false });
});
