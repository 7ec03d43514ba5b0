/** Copying and moving to another group in Spanish: one contact and two are told in the right words. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';

const words = {
  copy: {
    item: 'Copiar a otro grupo…',
    1: {
      title: 'Copiar 1 contacto a otro grupo',
      will: 'Se copia 1 contacto',
      lacks: 'city, con valor en 1 contacto',
      apply: 'Copiar 1 contacto',
      ended: '1 contacto copiado',
      undo: 'Deshacer: Copiar 1 contacto',
    },
    2: {
      title: 'Copiar 2 contactos a otro grupo',
      will: 'Se copian 2 contactos',
      lacks: 'city, con valor en 2 contactos',
      apply: 'Copiar 2 contactos',
      ended: '2 contactos copiados',
      undo: 'Deshacer: Copiar 2 contactos',
    },
  },
  move: {
    item: 'Mover a otro grupo…',
    1: {
      title: 'Mover 1 contacto a otro grupo',
      will: 'Se mueve 1 contacto',
      lacks: 'city, con valor en 1 contacto',
      apply: 'Mover 1 contacto',
      ended: '1 contacto movido',
      undo: 'Deshacer: Mover 1 contacto',
    },
    2: {
      title: 'Mover 2 contactos a otro grupo',
      will: 'Se mueven 2 contactos',
      lacks: 'city, con valor en 2 contactos',
      apply: 'Mover 2 contactos',
      ended: '2 contactos movidos',
      undo: 'Deshacer: Mover 2 contactos',
    },
  },
} as const;

for (const kind of ['copy', 'move'] as const) {
  const sentence = {
    copy: 'one contact and two are copied',
    move: 'one contact and two are moved',
  };
  test(`${sentence[kind]} to another group, in Spanish`, async ({ launch, sandbox }) => {
    const { app, contacts, frame, groups } = await signedIn(launch, sandbox);
    const { page } = app;
    const other = await sandbox.addGroup(marta.user, { columns: ['mobile', 'name'] });
    await groups.addById(other, 'Archivo');
    await frame.openGroup('Clientes');
    await frame.fromSyncMenu('Work offline');
    await setLanguage(page, 'es');
    const dialog = page.getByRole('dialog');
    const banner = page.getByRole('region', { name: 'Trabajo en bloque' });

    for (const [count, chosen, bar] of [
      [1, [1], '1 seleccionado'],
      [2, [2, 3], '2 seleccionados'],
    ] as const) {
      const expected = words[kind][count];
      for (const serial of chosen)
        await contacts.row(mobileOf(serial)).getByRole('checkbox').click();
      const toolbar = page.getByRole('toolbar', { name: bar, exact: true });
      await toolbar.getByRole('button', { name: 'Más acciones' }).click();
      await page.getByRole('menuitem', { name: words[kind].item }).click();
      await expect(dialog).toHaveAccessibleName(expected.title);
      await expect(dialog.getByRole('status')).toHaveText(expected.will);
      await expect(dialog.getByRole('listitem').filter({ hasText: 'city' })).toHaveText(
        expected.lacks,
      );
      await dialog.getByRole('radio', { name: 'No llevar esos valores' }).click();
      await dialog.getByRole('button', { name: expected.apply, exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(banner.getByText(expected.ended, { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: expected.undo, exact: true })).toBeVisible();
      await banner.getByRole('button', { name: 'Cerrar' }).click();
      await expect(banner).toBeHidden();
      // What is moved is chosen no longer; what is copied still is.
      if (kind === 'copy') {
        await toolbar.getByRole('button', { name: 'Quitar la selección' }).click();
        await expect(toolbar).toBeHidden();
      }
    }
    await frame.sidebar
      .or(page.getByRole('navigation'))
      .getByRole('button', { name: /^Archivo/ })
      .click();
    for (const serial of [1, 2, 3]) await expect(contacts.row(mobileOf(serial))).toBeVisible();
  });
}
