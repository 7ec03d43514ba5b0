/** What a change is called: one sentence, wherever it is told of, in both languages. */
import type { Page } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn, type Session } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { GridTools } from './pages/grid.ts';
import { Heard } from './pages/heard.ts';

/** The changes in the order in which they are made, and what stands before and around their sentences. */
const languages = {
  en: {
    undo: 'Undo: ',
    redo: 'Redo: ',
    undone: 'Undone: ',
    redone: 'Redone: ',
    pending: /^Pending changes/,
    notifications: /^Notifications/,
    groupActions: 'Group actions',
    history: 'History',
    group: [
      'Create the group “Tiendas”',
      'Add the column “talla” to “Clientes”',
      'Set the country of “Clientes” to Spain',
    ],
    contact: ['Add Rosa to “Clientes”', 'Delete Persona 2 from “Clientes”'],
    edit: 'Change city of Persona 1',
  },
  es: {
    undo: 'Deshacer: ',
    redo: 'Rehacer: ',
    undone: 'Deshecho: ',
    redone: 'Rehecho: ',
    pending: /^Cambios pendientes/,
    notifications: /^Avisos/,
    groupActions: 'Acciones del grupo',
    history: 'Historial',
    group: [
      'Crear el grupo «Tiendas»',
      'Añadir la columna «talla» a «Clientes»',
      'Asignar a «Clientes» el país España',
    ],
    contact: ['Añadir Rosa a «Clientes»', 'Eliminar Persona 2 de «Clientes»'],
    edit: 'Cambiar city de Persona 1',
  },
} as const;

async function makeChanges({ frame, groups, contacts }: Session): Promise<void> {
  await frame.fromSyncMenu('Work offline');
  await groups.create('Tiendas', []);
  await frame.openGroup('Clientes');
  await groups.addColumn('talla');
  await groups.setCountry('Spain');
  await contacts.add({ mobile: '34700000001', name: 'Rosa' });
  await contacts.close();
  await contacts.delete(mobileOf(2));
  await frame.says('Offline: 5 changes kept here');
}

/** Writes into a cell, which needs no word of any language. */
async function editCity(page: Page, city: string): Promise<void> {
  const tools = new GridTools(page);
  await (await tools.cell(mobileOf(1), 'city')).press('F2');
  await expect(tools.editor).toBeFocused();
  await tools.editor.fill(city);
  await page.keyboard.press('Enter');
  await expect(await tools.cell(mobileOf(1), 'city')).toContainText(city);
}

for (const language of ['en', 'es'] as const) {
  const words = languages[language];
  const sentences = [...words.group, ...words.contact, words.edit];

  test(`a change is called the same in every place, in ${language}`, async ({
    launch,
    sandbox,
  }) => {
    test.setTimeout(240_000);
    const session = await signedIn(launch, sandbox);
    const { page } = session.app;
    await makeChanges(session);
    await setLanguage(page, language);
    const heard = new Heard(page);
    await heard.listen();
    const notices = page.getByRole('region', { name: words.notifications }).getByRole('listitem');
    const button = (name: string) =>
      page.getByRole('banner').getByRole('button', { name, exact: true });
    const told = async (title: string): Promise<void> => {
      await expect(notices.filter({ hasText: title }).last()).toBeVisible();
      await expect.poll(() => heard.texts()).toContainEqual(expect.stringContaining(title));
    };

    await editCity(page, 'Oliva');
    await told(words.edit);
    for (const sentence of sentences.toReversed()) {
      await expect(button(words.undo + sentence)).toBeEnabled();
      await page.keyboard.press('ControlOrMeta+z');
      await told(words.undone + sentence);
    }
    for (const sentence of sentences) {
      await expect(button(words.redo + sentence)).toBeEnabled();
      await page.keyboard.press('ControlOrMeta+Shift+z');
      await told(words.redone + sentence);
    }

    await page.getByRole('button', { name: words.pending }).click();
    const cards = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 3 });
    await expect
      .poll(async () => (await cards.allTextContents()).toSorted())
      .toEqual(sentences.toSorted());

    await page.getByRole('button', { name: /^Clientes ?, / }).click();
    await page.getByRole('button', { name: words.groupActions }).click();
    await page.getByRole('menuitem', { name: words.history }).click();
    const lines = page.getByRole('dialog').getByRole('listitem');
    for (const sentence of words.group.slice(1))
      await expect(lines.getByText(sentence, { exact: true }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page
      .getByRole('grid')
      .getByRole('row')
      .filter({ hasText: 'Persona 1' })
      .getByRole('rowheader')
      .click();
    const panel = page.getByRole('complementary');
    await panel.getByRole('button', { name: words.history }).click();
    // What waits is listed above in the same words: only the lines of the history have a time.
    const history = panel.getByRole('listitem').filter({ has: page.getByRole('time') });
    await expect(history.getByText(words.edit, { exact: true }).first()).toBeVisible();
  });
}
