/** The application menu: in the user's language, with the system's own behaviour where it has one, and each entry does what it says. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { screensOf } from './pages/app.ts';
import { NativeMenu } from './pages/menu.ts';

const menus: Record<'en' | 'es', Record<string, readonly string[]>> = {
  en: {
    File: ['New contact', 'Create a group…', 'Search everything…', 'Sync now'],
    Edit: ['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all'],
    View: ['Actual size', 'Zoom in', 'Zoom out', 'Full screen'],
    Window: ['Minimize', 'Close window'],
    Help: ['Keyboard shortcuts', 'Afilnet on the web'],
  },
  es: {
    Archivo: ['Nuevo contacto', 'Crear un grupo…', 'Buscar en todo…', 'Sincronizar ahora'],
    Edición: ['Deshacer', 'Rehacer', 'Cortar', 'Copiar', 'Pegar', 'Seleccionar todo'],
    Ver: ['Tamaño real', 'Acercar', 'Alejar', 'Pantalla completa'],
    Ventana: ['Minimizar', 'Cerrar ventana'],
    Ayuda: ['Atajos de teclado', 'Afilnet en la web'],
  },
};

/** By their place: what the system itself carries out. */
const roles = [
  [null, null, null, null],
  [null, null, 'cut', 'copy', 'paste', 'selectall'],
  ['resetzoom', 'zoomin', 'zoomout', 'togglefullscreen'],
  ['minimize', 'close'],
  [null, null],
];

test('the menu speaks the language of the app, and follows it when it changes', async ({
  launch,
}) => {
  const app = await launch({ language: 'en' });
  await expect(screensOf(app).signIn.heading).toBeVisible();
  const menu = new NativeMenu(app.electron);
  for (const language of ['en', 'es'] as const) {
    await setLanguage(app.page, language);
    for (const [index, [name, labels]] of Object.entries(menus[language]).entries()) {
      await expect
        .poll(async () => (await menu.bar())[name]?.slice(0, labels.length), { message: name })
        .toEqual(
          labels.map((label, at) => ({ label, role: roles[index]?.[at] ?? null, enabled: true })),
        );
    }
  }
  expect(Object.keys(await menu.bar())).not.toContain('File');
});

test('an entry of the menu does what it says', async ({ launch, sandbox }) => {
  const { app, frame, contacts, groups, pending } = await signedIn(launch, sandbox);
  const { page } = app;
  const menu = new NativeMenu(app.electron);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { name: 'Ana' });
  await contacts.field('city').fill('Oliva');

  // While something is typed it is about that, and else about the last step.
  await menu.choose('Undo');
  await expect(contacts.field('city')).not.toHaveValue('Oliva');
  await expect(contacts.row('Ana')).toBeVisible();
  await menu.choose('Redo');
  await expect(contacts.field('city')).toHaveValue('Oliva');
  await menu.choose('Undo');
  await expect(contacts.field('city')).not.toHaveValue('Oliva');
  // What is saved now comes after anything that was taken back besides.
  await contacts.field('city').fill('Pego');
  await contacts.save();
  await expect(contacts.row('Pego')).toContainText('Ana');
  await contacts.close();
  await menu.choose('Undo');
  await expect(frame.notifications).toContainText('Undone: Change city of Ana');
  await menu.choose('Undo');
  await expect(contacts.row(mobileOf(1))).toContainText('Persona 1');
  await expect(frame.notifications).toContainText('Undone: Change name of Ana');
  await menu.choose('Redo');
  await expect(contacts.row('Ana')).toBeVisible();

  await menu.choose('New contact');
  await expect(contacts.panel.getByRole('heading', { name: 'New contact' })).toBeVisible();
  await menu.choose('Create a group…');
  await expect(groups.dialog).toHaveAccessibleName('Create a group');
  await page.keyboard.press('Escape');
  await expect(groups.dialog).toBeHidden();
  await menu.choose('Search everything…');
  await expect(page.getByRole('dialog', { name: 'Search everything' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(groups.dialog).toBeHidden();
  await menu.choose('Keyboard shortcuts');
  await expect(groups.dialog).toHaveAccessibleName('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await expect(groups.dialog).toBeHidden();

  await menu.choose('Pending changes');
  await expect(pending.card('Change name of Ana')).toBeVisible();
  await menu.choose('Settings…');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await menu.choose('Groups');
  await expect(page.getByRole('heading', { name: 'All contacts', level: 1 })).toBeVisible();
});

test('what changed on Afilnet comes at once, its site opens in the browser, and the app ends', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, group } = await signedIn(launch, sandbox);
  const menu = new NativeMenu(app.electron);
  await sandbox.addContacts(group, [{ mobile: '34700000009', name: 'Rosa' }]);
  await menu.choose('Sync now');
  await expect(contacts.row('Rosa')).toBeVisible();
  await frame.says(saved);

  const address = app.page.url();
  const asked = await app.electron.evaluateHandle(({ shell }) => {
    const addresses: string[] = [];
    shell.openExternal = (address: string) => {
      addresses.push(address);
      return Promise.resolve();
    };
    return addresses;
  });
  await menu.choose('Afilnet on the web');
  expect(await asked.jsonValue()).toEqual(['https://www.afilnet.com/']);
  expect(app.page.url()).toBe(address);

  const ended = app.electron.waitForEvent('close');
  // The answer may be cut off by the end itself.
  await menu.choose('Quit Libreta').catch(() => undefined);
  await ended;
  expect(app.isRunning()).toBe(false);
});
