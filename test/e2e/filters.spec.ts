/** Every condition that a filter offers: which contacts pass it, and the sentence that says so in both languages. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import type { Fields, SandboxProcess } from './app/sandbox.ts';
import { saved, signedIn, type Session } from './app/session.ts';
import { setLanguage } from './app/settings.ts';
import { idOf } from './app/stored.ts';
import { GridTools, spanishFilters } from './pages/grid.ts';

/** Ana, Álvaro, ANABEL, Beatriz and Carla. */
const few: Fields[] = [
  { mobile: mobileOf(1), name: 'Ana', city: 'Alzira' },
  { mobile: mobileOf(2), name: 'Álvaro', city: 'Gandía' },
  { mobile: '+34 655 123', name: 'ANABEL', city: 'Vila-real' },
  { mobile: mobileOf(4), name: 'Beatriz' },
  { mobile: mobileOf(5), name: 'Carla', city: 'alzira' },
];
const everybody = ['Ana', 'Álvaro', 'ANABEL', 'Beatriz', 'Carla'];

async function withFew(sandbox: SandboxProcess, { groups, frame }: Session): Promise<number> {
  const columns = ['mobile', 'name', 'city'];
  const group = await sandbox.addGroup(marta.user, { columns, contacts: few });
  await groups.addById(group, 'Pocos');
  await frame.says(saved);
  return group;
}

interface Case {
  readonly column: string;
  readonly condition: string;
  readonly value: string | null;
  /** What the chip says. */
  readonly says: string;
  readonly found: readonly string[];
}

/** Sets each condition by itself, reads the chip and who is left, and takes it away again. */
async function tryEach(tools: GridTools, cases: readonly Case[]): Promise<void> {
  const names = () => expect.poll(() => tools.values('name'));
  for (const { column, condition, value, says, found } of cases) {
    await tools.filter(column, condition, value);
    await expect(tools.chip(says)).toBeVisible();
    await names().toEqual(found);
    await tools.removeFilter(says);
    await names().toEqual(everybody);
  }
}

test('each condition lets pass what it says, without regard to case and accents', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  await withFew(sandbox, session);
  const cases: readonly (readonly [string, string, string | null, string, string[]])[] = [
    ['name', 'contains', 'BÉL', 'name contains “BÉL”', ['ANABEL']],
    [
      'name',
      'does not contain',
      'an',
      'name does not contain “an”',
      ['Álvaro', 'Beatriz', 'Carla'],
    ],
    ['mobile', 'contains', '34655', 'mobile contains “34655”', ['ANABEL']],
    ['name', 'is', 'alvaro', 'name is “alvaro”', ['Álvaro']],
    ['name', 'is not', 'ana', 'name is not “ana”', everybody.slice(1)],
    ['name', 'starts with', 'an', 'name starts with “an”', ['Ana', 'ANABEL']],
    ['city', 'starts with', 'A', 'city starts with “A”', ['Ana', 'Carla']],
    [
      'city',
      'does not start with',
      'al',
      'city does not start with “al”',
      ['Álvaro', 'ANABEL', 'Beatriz'],
    ],
    [
      'city',
      'is any of',
      'ALZIRA\nGandia',
      'city is any of “ALZIRA” and “Gandia”',
      ['Ana', 'Álvaro', 'Carla'],
    ],
    [
      'city',
      'is none of',
      'ALZIRA\nGandia',
      'city is none of “ALZIRA” and “Gandia”',
      ['ANABEL', 'Beatriz'],
    ],
    ['city', 'is empty', null, 'city is empty', ['Beatriz']],
    ['city', 'is not empty', null, 'city is not empty', ['Ana', 'Álvaro', 'ANABEL', 'Carla']],
  ];
  await tryEach(
    new GridTools(session.app.page),
    cases.map(([column, condition, value, says, found]) => ({
      ...{ column, condition, value, says, found },
    })),
  );
});

test('each condition is said in Spanish, and they are joined', async ({ launch, sandbox }) => {
  const session = await signedIn(launch, sandbox);
  await withFew(sandbox, session);
  const { page } = session.app;
  await setLanguage(page, 'es');
  const tools = new GridTools(page, spanishFilters);
  const ofCity = (condition: string, value: string | null, rest: string, found: string[]) => ({
    ...{ column: 'city', condition, value, found },
    says: `city ${condition}${rest}`,
  });
  await tryEach(tools, [
    ofCity('contiene', 'LZI', ' «LZI»', ['Ana', 'Carla']),
    ofCity('no contiene', 'lzi', ' «lzi»', ['Álvaro', 'ANABEL', 'Beatriz']),
    ofCity('es', 'gandia', ' «gandia»', ['Álvaro']),
    ofCity('no es', 'gandia', ' «gandia»', ['Ana', 'ANABEL', 'Beatriz', 'Carla']),
    ofCity('empieza por', 'v', ' «v»', ['ANABEL']),
    ofCity('no empieza por', 'v', ' «v»', ['Ana', 'Álvaro', 'Beatriz', 'Carla']),
    ofCity('es uno de', 'Gandía\nAlzira', ' «Gandía» y «Alzira»', ['Ana', 'Álvaro', 'Carla']),
    ofCity('no es ninguno de', 'Gandía\nAlzira', ' «Gandía» y «Alzira»', ['ANABEL', 'Beatriz']),
    ofCity('está vacío', null, '', ['Beatriz']),
    ofCity('no está vacío', null, '', ['Ana', 'Álvaro', 'ANABEL', 'Carla']),
  ]);

  await tools.filter('name', 'contiene', 'a');
  await tools.filter('city', 'es', 'alzira');
  await expect.poll(() => tools.values('name')).toEqual(['Ana', 'Carla']);
  await tools.filters.getByRole('combobox', { name: 'Qué debe cumplirse' }).click();
  await page.getByRole('option', { name: 'Al menos uno' }).click();
  await expect.poll(() => tools.values('name')).toEqual(everybody);
  await tools.filters.getByRole('button', { name: 'Quitar todos los filtros' }).click();
  await expect(tools.chip('city es «alzira»')).toBeHidden();
});

test('contacts are found by one state, by several, and by those that they are not in', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { app, contacts, frame } = session;
  const group = await withFew(sandbox, session);
  const tools = new GridTools(app.page);
  // One that needs somebody, one that waits; the others are saved.
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(5), { city: 'Mía' });
  await contacts.close();
  await sandbox.changeContact(group, await idOf(sandbox, group, mobileOf(5)), { city: 'Suya' });
  await frame.fromSyncMenu('Go online');
  await frame.says('1 needs you');
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Pego' });
  await contacts.close();

  const names = () => expect.poll(() => tools.values('name'));
  await tools.filterByState('State', 'is', ['Needs you']);
  await names().toEqual(['Carla']);
  await tools.removeFilter('State: Needs you');
  await names().toEqual(everybody);
  await tools.filterByState('State', 'is not', ['Saved on Afilnet']);
  await names().toEqual(['Ana', 'Carla']);
  await tools.removeFilter('State: not Saved on Afilnet');
  await names().toEqual(everybody);
  await tools.filterByState('State', 'is', ['Waiting to be sent', 'Needs you']);
  await names().toEqual(['Ana', 'Carla']);
  await expect(tools.chip('State: Waiting to be sent or Needs you')).toBeVisible();
  await setLanguage(app.page, 'es');
  const said = 'Estado: En espera de enviarse o Te necesita';
  await expect(new GridTools(app.page, spanishFilters).chip(said)).toBeVisible();
});
