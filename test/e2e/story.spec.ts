/**
 * The product's main promise: what is edited without a network is kept through quits and crashes,
 * reaches the server exactly once when there is a network again, and belongs to its account.
 */
import type { RunningApp } from './app/launch.ts';
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { joan, marta, mobileOf, seed } from './app/people.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { screensOf, type Screens } from './pages/app.ts';
import { accountName } from './pages/frame.ts';

// Hundreds of presses on a shared machine; an idle one needs a tenth of it.
test.setTimeout(180_000);

const kept = 'Offline: 10 changes kept here';
const saved = 'All saved on Afilnet';

const added = ['34711000001', '34711000002', '34711000003'] as const;
const withComma = 'Portal 3, 2º izda.';

/** Three adds, three changes, a deletion, and a group with a column and two contacts. */
async function editEverything({ frame, contacts, groups }: Screens): Promise<void> {
  await frame.openGroup('Clientes');
  for (const mobile of added) await contacts.add({ mobile, name: `Nueva ${mobile.at(-1)}` });
  await contacts.close();

  await frame.search.fill(mobileOf(10));
  await contacts.edit(mobileOf(10), { city: 'Xàtiva' });
  await frame.search.fill(mobileOf(11));
  await contacts.edit(mobileOf(11), { name: 'Persona Once corregida' });
  await frame.search.fill(mobileOf(12));
  await contacts.open(mobileOf(12));
  await contacts.field('notes').fill(withComma);
  await expect(contacts.panel.getByRole('alert')).toContainText('“notes” has a comma');
  await expect(contacts.saveButton).toBeDisabled();
  await contacts.recreate.check();
  await contacts.save();

  await frame.search.fill(mobileOf(20));
  await contacts.delete(mobileOf(20));
  await frame.search.fill('');

  await groups.create('Equipo nuevo', ['turno']);
  await contacts.add({ mobile: '34722000001', name: 'Iris', turno: 'mañana' });
  await contacts.add({ mobile: '34722000002', name: 'Omar', turno: 'tarde' });
  await contacts.close();
  await groups.addColumn('zona');
}

/** Nothing of it is lost, and all of it is marked as not sent. */
async function expectAllKept({ frame, contacts, pending }: Screens): Promise<void> {
  await frame.says(kept);
  await frame.openGroup('Clientes');
  for (const mobile of added) {
    await frame.search.fill(mobile);
    await expect(contacts.state(mobile, 'Waiting to be sent')).toBeVisible();
  }
  await frame.search.fill(mobileOf(10));
  await expect(contacts.row(mobileOf(10))).toContainText('Xàtiva');
  await frame.search.fill(mobileOf(11));
  await expect(contacts.row(mobileOf(11))).toContainText('Persona Once corregida');
  await frame.search.fill(mobileOf(12));
  await expect(contacts.row(mobileOf(12))).toContainText(withComma);
  await expect(contacts.state(mobileOf(12), 'Waiting to be sent')).toBeVisible();
  await frame.search.fill(mobileOf(20));
  await expect(contacts.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await frame.search.fill('');
  await frame.openGroup('Equipo nuevo');
  await expect(contacts.row('34722000001')).toContainText('mañana');
  await expect(contacts.row('34722000002')).toContainText('tarde');
  await expect(contacts.header('zona')).toBeVisible();

  await frame.openPending();
  for (const sentence of [
    'Add Nueva 1 to “Clientes”',
    'Add Nueva 2 to “Clientes”',
    'Add Nueva 3 to “Clientes”',
    'Change city of Persona 10',
    'Change name of Persona Once corregida',
    'Change notes of Persona 12 by re-creating it',
    'Delete Persona 20 from “Clientes”',
    'Create the group “Equipo nuevo”',
    'Add Iris to “Equipo nuevo”',
    'Add Omar to “Equipo nuevo”',
  ])
    await expect(pending.card(sentence)).toHaveCount(1);
  await expect(pending.cards).toHaveCount(10);
}

async function expectAllArrived(sandbox: SandboxProcess, clients: number): Promise<void> {
  const groups = await sandbox.groups(marta.user);
  const stored = groups.find(({ id }) => id === clients)?.contacts ?? [];
  const byMobile = new Map(stored.map(({ fields }) => [fields['mobile'], fields]));
  expect(stored).toHaveLength(5_000 + 3 - 1);
  for (const mobile of added)
    expect(byMobile.get(mobile)).toMatchObject({ name: `Nueva ${mobile.at(-1)}` });
  expect(byMobile.get(mobileOf(10))).toMatchObject({ name: 'Persona 10', city: 'Xàtiva' });
  expect(byMobile.get(mobileOf(11))).toMatchObject({ name: 'Persona Once corregida' });
  expect(byMobile.get(mobileOf(12))).toMatchObject({ name: 'Persona 12', notes: withComma });
  expect(byMobile.has(mobileOf(20))).toBe(false);

  const created = groups.filter(({ name }) => name === 'Equipo nuevo');
  expect(created).toHaveLength(1);
  expect(created[0]?.columns).toEqual(['mobile', 'name', 'turno', 'zona']);
  expect(created[0]?.contacts.map(({ fields }) => fields)).toMatchObject([
    { mobile: '34722000001', name: 'Iris', turno: 'mañana' },
    { mobile: '34722000002', name: 'Omar', turno: 'tarde' },
  ]);
  await expectExactlyOnce(sandbox, marta.user);
}

/** Signs in, adds the group by its id and waits for its 5,000 contacts. */
async function begin(app: RunningApp, clients: number): Promise<Screens> {
  const screens = screensOf(app);
  const { signIn, frame, groups, contacts } = screens;
  await signIn.as({ ...marta, keep: true });
  await expect(app.page.getByRole('heading', { name: 'No groups yet' })).toBeVisible();
  await groups.addById(clients, 'Clientes');
  await expect(contacts.count).toHaveText('5,000 contacts');
  await frame.says(saved);
  return screens;
}

test('edits made without a server outlive a quit and arrive exactly once', async ({
  launch,
  sandbox,
}) => {
  const clients = await seed(sandbox, marta, 5_000);
  const first = await launch({ server: sandbox.origin });
  const screens = await begin(first, clients);
  await sandbox.disconnect();
  await screens.frame.fromSyncMenu('Sync now');
  await screens.frame.says('Offline');
  await editEverything(screens);
  await screens.frame.says(kept);
  await first.quit();

  const second = screensOf(await launch({ server: sandbox.origin }));
  await expectAllKept(second);
  expect(await sandbox.writes()).toEqual([]);

  await sandbox.reconnect();
  await second.frame.fromSyncMenu('Sync now');
  await second.frame.says(saved);
  await expect(second.frame.page.getByText('Everything is on Afilnet')).toBeVisible();
  await expectAllArrived(sandbox, clients);
});

test('edits made while working offline outlive a crash and arrive exactly once', async ({
  launch,
  sandbox,
}) => {
  const clients = await seed(sandbox, marta, 5_000);
  const first = await launch({ server: sandbox.origin });
  const screens = await begin(first, clients);
  await screens.frame.fromSyncMenu('Work offline');
  await screens.frame.says('Offline');
  await editEverything(screens);
  await screens.frame.says(kept);
  await first.kill();

  const second = screensOf(await launch({ server: sandbox.origin }));
  await expectAllKept(second);
  expect(await sandbox.writes()).toEqual([]);

  await second.frame.fromSyncMenu('Go online');
  await second.frame.says(saved);
  await expectAllArrived(sandbox, clients);
});

test('a crash while a request is on its way does not send it twice', async ({
  launch,
  sandbox,
}) => {
  const clients = await seed(sandbox, marta, 30);
  const first = await launch({ server: sandbox.origin });
  const { signIn, frame, groups, contacts } = screensOf(first);
  await signIn.as({ ...marta, keep: true });
  await groups.addById(clients, 'Clientes');
  await frame.says(saved);
  for (const method of ['addcontactlist', 'modifycontact', 'deletecontact'])
    await sandbox.fault({ method, fault: { name: 'hang', applied: true } });
  await contacts.edit(mobileOf(3), { city: 'Sueca' });
  await contacts.delete(mobileOf(4));
  for (const mobile of added) await contacts.add({ mobile, name: 'Nueva' });
  await expect
    .poll(async () => (await sandbox.writes()).filter(({ fault }) => fault === 'hang').length)
    .toBeGreaterThan(0);
  await first.kill();
  await sandbox.clearFaults();

  const second = screensOf(await launch({ server: sandbox.origin }));
  await second.frame.says(saved);
  const stored = await sandbox.contacts(clients);
  expect(stored).toHaveLength(30 + 3 - 1);
  expect(stored.find(({ fields }) => fields['mobile'] === mobileOf(3))?.fields['city']).toBe(
    'Sueca',
  );
  await expectExactlyOnce(sandbox, marta.user);
});

test('another account on the same server sees and sends none of it', async ({
  launch,
  sandbox,
}) => {
  const clients = await seed(sandbox, marta, 5);
  const others = await seed(sandbox, joan, 2);
  const { signIn, frame, contacts, groups, pending } = screensOf(
    await launch({ server: sandbox.origin }),
  );
  await signIn.as({ ...marta, keep: true });
  await groups.addById(clients, 'Clientes');
  await frame.says(saved);
  await frame.fromSyncMenu('Work offline');
  await contacts.add({ mobile: added[0], name: 'Nueva' });
  await frame.says('Offline: 1 change kept here');
  await contacts.close();

  await frame.fromAccountMenu('Add an account…');
  await signIn.as({ ...joan, keep: true });
  await expect(frame.account).toHaveAccessibleName(accountName(joan.user));
  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  await expect(frame.group('Clientes')).toBeHidden();
  await frame.openPending();
  await expect(pending.cards).toHaveCount(0);
  await groups.addById(others, 'Otros');
  await contacts.add({ mobile: '34733000001', name: 'De Joan' });
  await frame.says(saved);
  await expect.poll(async () => (await sandbox.contacts(others)).length).toBe(3);
  await frame.search.fill(added[0]);
  await expect(frame.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  const writes = await sandbox.writes();
  expect(writes.map(({ user }) => user)).toEqual([joan.user]);
  expect(await sandbox.contacts(clients)).toHaveLength(5);

  await frame.switchTo(marta.user);
  await frame.says(saved);
  await expect.poll(async () => (await sandbox.contacts(clients)).length).toBe(6);
  await expectExactlyOnce(sandbox, marta.user);
});
