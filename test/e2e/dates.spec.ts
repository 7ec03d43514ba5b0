/** Dates, spans of time, numbers and plurals as each language writes them, and at once when the language changes. */
import type { Locator } from '@playwright/test';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { Bulk } from './pages/bulk.ts';
import { PendingPage } from './pages/pending.ts';

test('contacts are counted in the right number: none, one, two, 1,234', async ({
  launch,
  sandbox,
}) => {
  const { app } = await signedIn(launch, sandbox, { contacts: 1_234 });
  const { page } = app;
  const search = page.getByRole('searchbox');
  const main = page.getByRole('main');
  for (const [wanted, english, spanish] of [
    ['nobody', '0 contacts', '0 contactos'],
    ['Persona 1234', '1 contact', '1 contacto'],
    // Of the 233rd and the 1,233rd.
    ['233', '2 contacts', '2 contactos'],
    ['', '1,234 contacts', '1234 contactos'],
  ] as const) {
    await search.fill(wanted);
    await expect(main.getByText(english, { exact: true })).toBeVisible();
    await setLanguage(page, 'es');
    await expect(main.getByText(spanish, { exact: true })).toBeVisible();
    await expect(main.getByText(english, { exact: true })).toBeHidden();
    await setLanguage(page, 'en');
  }
});

test('what waits, what is chosen and what bulk work does are counted alike', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox, { contacts: 1_234 });
  const { page } = app;
  const bulk = new Bulk(page);
  const chip = page.getByRole('banner').getByRole('button', { name: /^(Offline|Sin conexión)/ });
  const says = async (place: Locator, english: string, spanish: string): Promise<void> => {
    await expect(place).toHaveText(english);
    await setLanguage(page, 'es');
    await expect(place).toHaveText(spanish);
    await setLanguage(page, 'en');
  };
  const state = chip.first();
  await frame.fromSyncMenu('Work offline');
  await says(state, 'Offline', 'Sin conexión');
  await contacts.edit(mobileOf(1), { city: 'Pego' });
  await says(state, 'Offline: 1 change kept here', 'Sin conexión: 1 cambio guardado aquí');
  await contacts.edit(mobileOf(2), { city: 'Pego' });
  await says(state, 'Offline: 2 changes kept here', 'Sin conexión: 2 cambios guardados aquí');
  await contacts.close();

  await contacts.grid.getByRole('row').nth(1).getByRole('checkbox').click();
  await expect(bulk.bar).toHaveAccessibleName('1 selected');
  await page.keyboard.press('Control+a');
  await expect(bulk.bar).toHaveAccessibleName('1,234 selected');
  await setLanguage(page, 'es');
  await expect(page.getByRole('toolbar', { name: '1234 seleccionados' })).toBeVisible();
  await setLanguage(page, 'en');
  await bulk.open('Edit a field…');
  await bulk.select('Field', 'notes');
  await bulk.type('New value', 'visto');
  await bulk.apply('Change 1,234 contacts');
  await bulk.ended('1,234 contacts changed');
  await says(
    state,
    'Offline: 1,234 changes kept here',
    'Sin conexión: 1234 cambios guardados aquí',
  );
  await expect(frame.undo).toHaveAccessibleName('Undo: Change 1,234 contacts');
});

test('a history is dated, and the next try and what is set are told, as each language does it', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  const pending = new PendingPage(page);
  await contacts.edit(mobileOf(1), { city: 'Pego' });
  await frame.says('All saved on Afilnet');
  const panel = page.getByRole('complementary', { name: /^Contact/ });
  await panel.getByRole('button', { name: 'History' }).click();
  const time = panel.getByRole('time').first();
  const iso = await time.getAttribute('datetime');
  const year = new Date(iso ?? '').getFullYear();
  await expect(time).toHaveText(
    new RegExp(`^ ?[A-Z][a-z]{2} \\d{1,2}, ${year}, \\d{1,2}:\\d{2}\\s[AP]M ?$`, 'u'),
  );
  await setLanguage(page, 'es');
  await expect(time).toHaveText(
    new RegExp(`^ ?\\d{1,2} \\p{Ll}{3,4} ${year}, \\d{1,2}:\\d{2} ?$`, 'u'),
  );
  await setLanguage(page, 'en');

  // So long that the time is still the same in the other language.
  await sandbox.fault({
    kind: 'write',
    fault: { name: 'tooMany', seconds: 1_000 },
    times: 'always',
  });
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.openPending();
  const card = pending.cards.first();
  await expect(card).toContainText(/Tried again in 1\d minutes/);
  await expect(card).toContainText(/made (now|\d+ seconds? ago|1 minute ago)/);
  await setLanguage(page, 'es');
  await expect(card).toContainText(/Se reintenta dentro de 1\d minutos/);
  await expect(card).toContainText(/hecho (ahora|hace \d+ segundos?|hace 1 minuto)/);

  await page.getByRole('button', { name: 'Ajustes' }).click();
  const options = page.getByRole('option');
  await page.getByRole('combobox', { name: 'Mirar en Afilnet' }).click();
  await expect(options).toHaveText([
    'Cada minuto',
    'Cada 5 minutos',
    'Cada 15 minutos',
    'Cada 30 minutos',
    'Cada hora',
    'Cada 4 horas',
    'Solo cuando lo pida',
  ]);
  await page.getByRole('option', { name: 'Cada 4 horas' }).click();
  await expect(page.getByRole('combobox', { name: 'Mirar en Afilnet' })).toHaveText('Cada 4 horas');
  await setLanguage(page, 'en');
  const interval = page.getByRole('combobox', { name: 'Look at Afilnet' });
  await expect(interval).toHaveText('Every 4 hours');
  await interval.click();
  await expect(options.first()).toHaveText('Every 1 minute');
});
