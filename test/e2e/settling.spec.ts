/** More that only the user can decide: deletions against changes, and main fields that belong to another contact. */
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { idOf, stored } from './app/stored.ts';

test('deleted here, changed there: deleted all the same or kept', async ({ launch, sandbox }) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  for (const serial of [1, 2]) {
    await contacts.delete(mobileOf(serial));
    const id = await idOf(sandbox, group, mobileOf(serial));
    await sandbox.changeContact(group, id, { city: `Suya ${serial}` });
  }
  await frame.says('Offline: 2 changes kept here');
  await frame.fromSyncMenu('Go online');
  await frame.says('2 need you');
  await frame.openPending();

  const first = pending.card('Delete Persona 1 from “Clientes”');
  await expect(first.getByRole('row', { name: /^city/ })).toHaveText('cityValenciaSuya 1');
  await pending.button(first, 'Delete it all the same').click();
  await frame.says(/1 needs you/);
  const second = pending.card('Delete Persona 2 from “Clientes”');
  await pending.button(second, 'Keep the contact').click();
  await frame.says(saved);

  expect(await stored(sandbox, group, mobileOf(1))).toBeUndefined();
  expect(await stored(sandbox, group, mobileOf(2))).toMatchObject({ city: 'Suya 2' });
  await frame.openGroup('Clientes');
  await expect(contacts.row(mobileOf(1))).toHaveCount(0);
  await expect(contacts.row(mobileOf(2))).toContainText('Suya 2');
  await expectExactlyOnce(sandbox, marta.user);
});

test('a contact that is there already is merged value by value, and no number is taken twice', async ({
  launch,
  sandbox,
}) => {
  await sandbox.dialect({ contactKey: 'normalised' });
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  const mobile = '34700000009';
  const theirs = `+${mobile}`;
  await contacts.add({ mobile, name: 'Mía', city: 'Elche', notes: 'de aquí' });
  await contacts.close();
  await sandbox.addContacts(group, [
    { mobile: theirs, name: 'Suya', city: 'Elx', notes: 'de allí' },
  ]);
  await frame.fromSyncMenu('Go online');
  await frame.says('1 needs you');
  await frame.openPending();
  const card = pending.card('Add Mía to “Clientes”');
  const side = (column: string, name: RegExp) =>
    card.getByRole('group', { name: column }).getByRole('button', { name });
  await side('name', /^Yours/).click();
  await side('city', /^On Afilnet/).click();
  await card.getByRole('textbox', { name: 'Result for notes' }).fill('de los dos');

  const number = card.getByRole('textbox', { name: 'Result for mobile' });
  await number.fill(mobileOf(1));
  await pending.button(card, 'Save this choice').click();
  await expect(card.getByRole('alert')).toContainText(
    'Another contact of this group already has this value in the main field.',
  );
  await side('mobile', /^On Afilnet/).click();
  await pending.button(card, 'Save this choice').click();
  await frame.says(saved);
  expect(await stored(sandbox, group, theirs)).toMatchObject({
    name: 'Mía',
    city: 'Elx',
    notes: 'de los dos',
  });
  expect(await sandbox.contacts(group)).toHaveLength(7);
  await expectExactlyOnce(sandbox, marta.user);
});

test('a number that belongs to another contact there is not sent: another number, or once it is free', async ({
  launch,
  sandbox,
}) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { mobile: '34700000001' });
  await contacts.edit(mobileOf(2), { mobile: '34700000002' });
  await contacts.close();
  await sandbox.addContacts(group, [
    { mobile: '34700000001', name: 'Ajena 1' },
    { mobile: '34700000002', name: 'Ajena 2' },
  ]);
  await frame.fromSyncMenu('Go online');
  await frame.says('2 need you');
  await frame.openPending();

  const first = pending.card('Change mobile of Persona 1');
  await expect(first).toContainText('The other contact on Afilnet');
  await expect(first).toContainText('Ajena 1');
  await pending.button(first, 'Edit the contact').click();
  await contacts.field('mobile').fill('34700000003');
  await contacts.save();
  await contacts.close();
  await frame.says(/1 needs you/);

  await sandbox.removeContact(group, await idOf(sandbox, group, '34700000002'));
  await frame.openPending();
  await pending.button(pending.card('Change mobile of Persona 2'), 'Try again').click();
  await frame.says(saved);
  expect(await stored(sandbox, group, '34700000003')).toMatchObject({ name: 'Persona 1' });
  expect(await stored(sandbox, group, '34700000001')).toMatchObject({ name: 'Ajena 1' });
  expect(await stored(sandbox, group, '34700000002')).toMatchObject({ name: 'Persona 2' });
  await expectExactlyOnce(sandbox, marta.user);
});
