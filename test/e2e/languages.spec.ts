/** The main path in Spanish, and a language changed while the app runs. */
import { expect, test } from './app/fixtures.ts';
import { marta, seed } from './app/people.ts';
import { screensOf } from './pages/app.ts';
import { SettingsPage } from './pages/settings.ts';

test('the main path in Spanish', async ({ launch, sandbox }) => {
  const group = await seed(sandbox, marta, 1_234);
  const { page } = await launch({ server: sandbox.origin, language: 'es' });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/);
  await page.getByRole('textbox', { name: 'Usuario' }).fill(marta.user);
  await page.getByRole('textbox', { name: 'Contraseña', exact: true }).fill('no es esta');
  await button('Iniciar sesión').click();
  await expect(page.getByRole('alert')).toContainText('Afilnet no acepta');
  await page.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(marta.password);
  await button('Iniciar sesión').click();

  await expect(page.getByRole('heading', { name: 'Todavía no hay grupos' })).toBeVisible();
  await button('Añadir un grupo por su identificador…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Identificador del grupo' }).fill(String(group));
  await dialog.getByRole('textbox', { name: 'Cómo llamarlo aquí' }).fill('Clientes');
  await dialog.getByRole('button', { name: 'Añadir grupo' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main').getByText('1234 contactos', { exact: true })).toBeVisible();

  await button('Añadir contacto').click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('textbox', { name: 'mobile', exact: true }).fill('34700000001');
  await panel.getByRole('button', { name: 'Añadir contacto' }).click();
  await expect.poll(async () => (await sandbox.contacts(group)).length).toBe(1_235);
  await expect(button(/^Todo guardado en Afilnet/)).toBeVisible();
});

test('a language is changed in the settings and stays', async ({ launch }) => {
  const first = await launch({ language: 'en' });
  const { signIn, frame } = screensOf(first);
  const settings = new SettingsPage(first.page);
  await signIn.practice.click();
  await frame.openSettings();
  await settings.choose('Language', 'Español');
  await expect(first.page.getByRole('heading', { name: 'Ajustes', level: 1 })).toBeVisible();
  await expect(first.page.locator('html')).toHaveAttribute('lang', /^es/);
  await first.quit();

  const second = await launch({ language: 'en' });
  await expect(second.page.getByRole('button', { name: 'Ajustes' })).toBeVisible();
  await second.page.getByRole('button', { name: 'Ajustes' }).click();
  await new SettingsPage(second.page).choose('Idioma', 'English');
  await expect(second.page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});
