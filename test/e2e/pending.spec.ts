/** What only the user can decide is asked in plain words, and each answer does what it says. */
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { idOf, stored } from './app/stored.ts';

test('the same value changed on both sides: the user picks', async ({ launch, sandbox }) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  for (const serial of [1, 2, 3])
    await contacts.edit(mobileOf(serial), { city: `Mía ${serial}`, notes: 'solo aquí' });
  await contacts.close();
  await frame.says('Offline: 3 changes kept here');
  for (const serial of [1, 2, 3]) {
    const id = await idOf(sandbox, group, mobileOf(serial));
    await sandbox.changeContact(group, id, { city: `Suya ${serial}`, name: `Otra ${serial}` });
  }
  await frame.fromSyncMenu('Go online');
  await frame.says('3 need you');
  await frame.openPending();

  const first = pending.card(/^Change .*city.* of Otra 1/);
  await expect(first).toContainText('Changed here and on Afilnet.');
  await expect(first).toContainText('Mía 1');
  await expect(first).toContainText('Suya 1');
  await first.getByRole('button', { name: /^Yours/ }).click();
  await pending.button(first, 'Save this choice').click();
  await frame.says(/2 need you/);

  await pending.button(pending.card(/of Otra 2/), 'All from Afilnet').click();
  await frame.says(/1 needs you/);
  const third = pending.card(/of Otra 3/);
  await third.getByRole('textbox', { name: /city/ }).fill('De los dos');
  await pending.button(third, 'Save this choice').click();
  await frame.says(saved);

  // What only one side changed has merged by itself.
  const expected = { 1: 'Mía 1', 2: 'Suya 2', 3: 'De los dos' };
  for (const [serial, city] of Object.entries(expected))
    expect(await stored(sandbox, group, mobileOf(Number(serial)))).toMatchObject({
      name: `Otra ${serial}`,
      city,
      notes: 'solo aquí',
    });
  await expectExactlyOnce(sandbox, marta.user);
});

test('a contact that Afilnet has already is not added twice', async ({ launch, sandbox }) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.add({ mobile: '34700000009', name: 'Mía', city: 'Elche' });
  await contacts.close();
  await sandbox.addContacts(group, [{ mobile: '34700000009', name: 'Suya', city: 'Elche' }]);
  await frame.fromSyncMenu('Go online');
  await frame.says('1 needs you');
  await frame.openPending();
  const card = pending.card('Add Mía to “Clientes”');
  await expect(card).toContainText('Afilnet already has a contact with this main field.');
  await expect(card).toContainText('Suya');
  await pending.button(card, 'All mine').click();
  await frame.says(saved);
  expect(await stored(sandbox, group, '34700000009')).toMatchObject({ name: 'Mía' });
  await expectExactlyOnce(sandbox, marta.user);
});

test('changed here, deleted there: brought back or let go', async ({ launch, sandbox }) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Vuelve' });
  await contacts.edit(mobileOf(2), { city: 'Se va' });
  await contacts.close();
  for (const serial of [1, 2])
    await sandbox.removeContact(group, await idOf(sandbox, group, mobileOf(serial)));
  await frame.fromSyncMenu('Go online');
  await frame.says('2 need you');
  await frame.openPending();
  const back = pending.card('Change city of Persona 1');
  await expect(back).toContainText('somebody deleted it on Afilnet');
  await pending.button(back, 'Bring it back').click();
  await frame.says(/1 needs you/);
  await pending.button(pending.card('Change city of Persona 2'), 'Let it go').click();
  await frame.says(saved);
  expect(await stored(sandbox, group, mobileOf(1))).toMatchObject({ city: 'Vuelve' });
  expect(await stored(sandbox, group, mobileOf(2))).toBeUndefined();
  await frame.openGroup('Clientes');
  await expect(contacts.count).toHaveText('5 contacts');
  await expectExactlyOnce(sandbox, marta.user);
});

test('a group whose creation got no answer is never created twice', async ({ launch, sandbox }) => {
  const { frame, contacts, groups, pending } = await signedIn(launch, sandbox);
  await sandbox.fault({ method: 'creategroup', fault: { name: 'dropAfter' } });
  await groups.create('Perdida', []);
  await contacts.add({ mobile: '34700000010', name: 'Dentro' });
  await contacts.close();
  await frame.says(/1 needs you/);
  await frame.openPending();
  const card = pending.card('Create the group “Perdida”');
  await expect(card).toContainText('No clear answer came when this group was created.');
  await expect(pending.card('Add Dentro to “Perdida”')).toContainText(
    'Waits for: Create the group “Perdida”',
  );
  const [made] = (await sandbox.groups(marta.user)).filter(({ name }) => name === 'Perdida');
  await card.getByRole('textbox', { name: /Its id is/ }).fill(String(made?.id));
  await pending.button(card, 'Use this id').click();
  await frame.says(saved);
  const all = (await sandbox.groups(marta.user)).filter(({ name }) => name === 'Perdida');
  expect(all).toHaveLength(1);
  expect(all[0]?.contacts.map(({ fields }) => fields['mobile'])).toEqual(['34700000010']);
  await expectExactlyOnce(sandbox, marta.user);
});

test('a value that Afilnet would cut is not sent before the user says how', async ({
  launch,
  sandbox,
}) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Denia' });
  await contacts.close();
  const id = await idOf(sandbox, group, mobileOf(1));
  await sandbox.changeContact(group, id, { notes: 'Llamar antes, por favor' });
  await frame.fromSyncMenu('Go online');
  await frame.says('1 needs you');
  await frame.openPending();
  const card = pending.card('Change city of Persona 1');
  await expect(card).toContainText('Afilnet cannot take this change as it is');
  await expect(card).toContainText('“notes” has a comma');
  await pending.button(card, 'Save by re-creating the contact').click();
  await frame.says(saved);
  expect(await stored(sandbox, group, mobileOf(1))).toMatchObject({
    city: 'Denia',
    notes: 'Llamar antes, por favor',
  });
  await expectExactlyOnce(sandbox, marta.user);
});

test('a refusal shows the server’s own code; it can be edited, tried again and discarded', async ({
  launch,
  sandbox,
}) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  const refuseOnce = (code: string): Promise<void> =>
    sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code } });
  await refuseOnce('CREDIT_EXHAUSTED');
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('1 needs you');
  await refuseOnce('MISSING_COMPULSORY_PARAM');
  await contacts.edit(mobileOf(2), { city: 'Pego' });
  await contacts.close();
  await frame.says('2 need you');
  await expect(contacts.state(mobileOf(1), 'Needs you')).toBeVisible();
  await frame.openPending();
  const card = pending.card('Change city of Persona 1');
  await expect(card).toContainText(
    'Afilnet answered with the code CREDIT_EXHAUSTED, which Libreta does not know.',
  );
  await expect(card.getByRole('heading', { name: 'What was sent' })).toBeVisible();
  await expect(card).toContainText('Oliva');
  await pending.button(card, 'What the server said').click();
  await expect(card).toContainText('CREDIT_EXHAUSTED');
  const other = pending.card('Change city of Persona 2');
  await expect(other).toContainText('Afilnet refused this change.');

  await pending.button(card, 'Edit the contact').click();
  await expect(contacts.field('city')).toHaveValue('Oliva');
  await contacts.close();
  await frame.openPending();
  await pending.discard(other);
  await frame.says('1 needs you');

  await pending.button(card, 'Try again').click();
  await frame.says(saved);
  expect(await stored(sandbox, group, mobileOf(1))).toMatchObject({ city: 'Oliva' });
  expect(await stored(sandbox, group, mobileOf(2))).toMatchObject({ city: 'Alzira' });
  await frame.openGroup('Clientes');
  await expect(contacts.row(mobileOf(2))).toContainText('Alzira');
});

test('an addition that is discarded is gone, a deletion that is discarded comes back', async ({
  launch,
  sandbox,
}) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.add({ mobile: '34700000011', name: 'Nunca' });
  await contacts.close();
  await contacts.delete(mobileOf(3));
  await frame.openPending();
  await pending.discard(pending.card('Add Nunca to “Clientes”'));
  await frame.says('Offline: 1 change kept here');
  await pending.discard(pending.card('Delete Persona 3 from “Clientes”'));
  await frame.says('Offline');
  await frame.openGroup('Clientes');
  await expect(contacts.row(mobileOf(3))).toBeVisible();
  await expect(contacts.row('34700000011')).toHaveCount(0);
  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  expect(await sandbox.writes()).toEqual([]);
  expect(await sandbox.contacts(group)).toHaveLength(6);
});
