/** In which order a column puts the contacts: numbers as numbers, text as the language has it, what is empty last. */
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { setLanguage } from './app/settings.ts';
import { signedIn } from './app/session.ts';
import { idOf } from './app/stored.ts';
import { GridTools } from './pages/grid.ts';

const fees = ['10', '', '9', 'diez', '100', '2.5', '-1', '3,5'];
const feesUp = ['-1', '2.5', '3,5', '9', '10', '100', 'diez', ''];
const feesDown = ['diez', '100', '10', '9', '3,5', '2.5', '-1', ''];

test('numbers are sorted as numbers, up, down and not at all, by the mouse, keys and the menu', async ({
  launch,
  sandbox,
}) => {
  const { app, groups } = await signedIn(launch, sandbox);
  const group = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'fee'],
    contacts: fees.map((fee, at) => ({ mobile: mobileOf(at + 1), fee })),
  });
  await groups.addById(group, 'Cuotas');
  const tools = new GridTools(app.page);
  const head = tools.header('fee');
  const isSorted = async (sort: string, values: readonly string[]): Promise<void> => {
    await expect(head).toHaveAttribute('aria-sort', sort);
    await expect.poll(() => tools.values('fee')).toEqual(values);
  };
  await isSorted('none', fees);
  await head.click();
  await isSorted('ascending', feesUp);
  await expect(tools.header('mobile')).toHaveAttribute('aria-sort', 'none');
  await head.click();
  await isSorted('descending', feesDown);
  await head.click();
  await isSorted('none', fees);

  await expect(head).toBeFocused();
  for (const key of ['Enter', 'Space']) {
    await app.page.keyboard.press(key);
    await isSorted('ascending', feesUp);
    await app.page.keyboard.press(key);
    await isSorted('descending', feesDown);
    await app.page.keyboard.press(key);
    await isSorted('none', fees);
  }

  await tools.fromHead('fee', 'Sort descending');
  await isSorted('descending', feesDown);
  await tools.fromHead('fee', 'Sort ascending');
  await isSorted('ascending', feesUp);
  await tools.fromHead('fee', 'Do not sort');
  await isSorted('none', fees);
});

test('text is sorted as each language has it', async ({ launch, sandbox }) => {
  const { app, groups } = await signedIn(launch, sandbox);
  const names = ['Zoe', 'ñandú', 'nz', 'Ñu', 'Ana', 'nube', '', 'ángel', 'ana', 'Álvaro', 'alba'];
  const group = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name'],
    contacts: names.map((name, at) => ({ mobile: mobileOf(at + 1), name })),
  });
  await groups.addById(group, 'Nombres');
  const tools = new GridTools(app.page);
  const english = ['alba', 'Álvaro', 'ana', 'Ana', 'ángel', 'ñandú', 'Ñu', 'nube', 'nz', 'Zoe'];
  const spanish = ['alba', 'Álvaro', 'ana', 'Ana', 'ángel', 'nube', 'nz', 'ñandú', 'Ñu', 'Zoe'];
  await tools.header('name').click();
  await expect.poll(() => tools.values('name')).toEqual([...english, '']);
  await setLanguage(app.page, 'es');
  await expect.poll(() => tools.values('name')).toEqual([...spanish, '']);
  await tools.header('name').click();
  await expect(tools.header('name')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => tools.values('name')).toEqual([...spanish.toReversed(), '']);
  await setLanguage(app.page, 'en');
  await expect.poll(() => tools.values('name')).toEqual([...english.toReversed(), '']);
});

test('by the state, what needs somebody is first; a contact that changes takes its new place', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, frame, group } = await signedIn(launch, sandbox, { contacts: 4 });
  const tools = new GridTools(app.page);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(3), { city: 'Mía' });
  await contacts.close();
  await sandbox.changeContact(group, await idOf(sandbox, group, mobileOf(3)), { city: 'Suya' });
  await frame.fromSyncMenu('Go online');
  await frame.says('1 needs you');
  await frame.fromSyncMenu('Work offline');
  await tools.header('State').click();
  const order = async (serials: readonly number[]): Promise<void> =>
    expect.poll(() => tools.values('mobile')).toEqual(serials.map(mobileOf));
  await order([3, 1, 2, 4]);
  await contacts.edit(mobileOf(4), { city: 'Pego' });
  await contacts.close();
  await order([3, 4, 1, 2]);
  await tools.header('State').click();
  await order([1, 2, 4, 3]);

  await tools.header('city').click();
  await order([2, 3, 4, 1]);
  await contacts.edit(mobileOf(2), { city: 'Zaragoza' });
  await order([3, 4, 1, 2]);
});
