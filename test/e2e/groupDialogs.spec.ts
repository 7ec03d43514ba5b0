/** What Afilnet offers no way to do with a group is said where the question arises, in both languages. */
import type { Locator } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';

const languages = {
  en: {
    add: 'Add a group',
    addById: 'Add a group by its id…',
    cannotList: 'Afilnet has no way of listing your groups to other programs',
    whereIdIs: 'You find the id in the Afilnet panel',
    label: 'What to call it here',
    cannotTellName: 'Afilnet does not tell the name of a group',
    create: 'Create a group…',
    cannotChangeType: 'The type cannot be changed later.',
    actions: 'Group actions',
    look: 'Name and colour…',
    cannotRename: 'Afilnet cannot rename a group and knows no colours',
    country: 'Country…',
    oneCountry: 'Afilnet keeps one country per group.',
    name: 'Name',
    save: 'Save',
  },
  es: {
    add: 'Añadir un grupo',
    addById: 'Añadir un grupo por su identificador…',
    cannotList: 'Afilnet no permite que otros programas vean la lista de tus grupos',
    whereIdIs: 'Lo encontrarás en el panel de Afilnet',
    label: 'Cómo llamarlo aquí',
    cannotTellName: 'Afilnet no dice cómo se llama un grupo',
    create: 'Crear un grupo…',
    cannotChangeType: 'El tipo no se puede cambiar después.',
    actions: 'Acciones del grupo',
    look: 'Nombre y color…',
    cannotRename: 'Afilnet no puede cambiar el nombre de un grupo y no conoce colores',
    country: 'País…',
    oneCountry: 'Afilnet guarda un país por grupo.',
    name: 'Nombre',
    save: 'Guardar',
  },
} as const;

/** A dialog says it as it opens: to a screen reader, and to who looks. */
async function expectSaid(dialog: Locator, sentence: string): Promise<void> {
  await expect(dialog).toHaveAccessibleDescription(new RegExp(sentence));
  await expect(dialog.getByText(sentence)).toBeVisible();
}

for (const language of ['en', 'es'] as const) {
  const words = languages[language];

  test(`the dialogs of groups say what Afilnet cannot do, in ${language}`, async ({
    launch,
    sandbox,
  }) => {
    const { app, frame } = await signedIn(launch, sandbox);
    const { page } = app;
    await setLanguage(page, language);
    const dialog = page.getByRole('dialog');
    const open = async (menu: string, item: string): Promise<void> => {
      await page.getByRole('button', { name: menu, exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(dialog).toBeVisible();
    };
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    };

    await open(words.add, words.addById);
    await expectSaid(dialog, words.cannotList);
    await expect(dialog.getByText(words.whereIdIs)).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: words.label })).toHaveAccessibleDescription(
      new RegExp(words.cannotTellName),
    );
    await close();

    await open(words.add, words.create);
    await expect(dialog.getByText(words.cannotChangeType)).toBeVisible();
    await close();

    await open(words.actions, words.country);
    await expectSaid(dialog, words.oneCountry);
    await close();

    await open(words.actions, words.look);
    await expectSaid(dialog, words.cannotRename);
    await dialog.getByRole('textbox', { name: words.name }).fill('Compradores');
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Compradores', level: 1 })).toBeVisible();

    // And so it is: the name is this computer's alone.
    await setLanguage(page, 'en');
    await frame.fromSyncMenu('Sync now');
    await frame.says(saved);
    expect(await sandbox.writes()).toEqual([]);
    expect((await sandbox.groups(marta.user)).map(({ name }) => name)).not.toContain('Compradores');
  });
}
