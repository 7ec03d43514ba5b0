/** A filter by more values than one takes: told before it is applied, with what to do, and none is left out in silence. */
import { expect, test } from './app/fixtures.ts';
import { signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { GridTools } from './pages/grid.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Persona ${index + 1}`).join('\n');

test('more than two hundred values are not cut: the filter says what to do', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts } = await signedIn(launch, sandbox, { contacts: 210 });
  const { page } = app;
  const tools = new GridTools(page);
  await tools.filters.getByRole('button', { name: 'Filter', exact: true }).click();
  await tools.pick('Column', 'name');
  await tools.pick('Condition', 'is any of');
  const values = tools.popover.getByRole('textbox', { name: 'Values, one per line' });
  const apply = tools.popover.getByRole('button', { name: 'Apply' });
  await values.fill(lines(203));
  await expect(values).toHaveAccessibleDescription(
    'One filter takes at most 200 values: there are 3 too many. Put them into a second filter, and choose “Any of them”.',
  );
  await expect(apply).toBeDisabled();
  await values.fill(lines(201));
  await expect(values).toHaveAccessibleDescription(/there is 1 too many/);
  await expect(apply).toBeDisabled();
  await values.fill(lines(200));
  await expect(values).toHaveAccessibleDescription('');
  await apply.click();
  await expect(contacts.count).toHaveText('200 contacts');
});

test('it is told in Spanish, too', async ({ launch, sandbox }) => {
  const { app } = await signedIn(launch, sandbox);
  const { page } = app;
  await setLanguage(page, 'es');
  await page.getByRole('button', { name: 'Filtrar', exact: true }).click();
  const popover = page.getByRole('dialog');
  await popover.getByRole('combobox', { name: 'Condición' }).click();
  await page.getByRole('option', { name: 'no es ninguno de', exact: true }).click();
  const values = popover.getByRole('textbox', { name: 'Valores, uno por línea' });
  await values.fill(lines(202));
  await expect(values).toHaveAccessibleDescription(
    'Un filtro admite como máximo 200 valores: sobran 2. Ponlos en un segundo filtro y elige «Al menos uno».',
  );
  await expect(popover.getByRole('button', { name: 'Aplicar' })).toBeDisabled();
});
