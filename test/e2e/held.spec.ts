/** A list from Afilnet that lacks too much is not applied before the user has said what shall become of it. */
import type { Page } from '@playwright/test';
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { saved, signedIn } from './app/session.ts';
import { idOf, stored } from './app/stored.ts';

async function removeThere(
  sandbox: SandboxProcess,
  group: number,
  serials: readonly number[],
): Promise<void> {
  for (const serial of serials)
    await sandbox.removeContact(group, await idOf(sandbox, group, mobileOf(serial)));
}

/** The banner of the list; that a fetch did not go through is another one. */
const held = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('alert')
    .filter({ hasText: /Afilnet sent|You decided/ });

test('keep mine: what is missing there is added again, decided without a network', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, group } = await signedIn(launch, sandbox, { contacts: 30 });
  await removeThere(sandbox, group, [1, 2, 3, 4]);
  await frame.fromSyncMenu('Sync now');
  await frame.says('1 needs you');
  const banner = held(app.page);
  await expect(banner).toContainText('4 of 30 contacts are missing');
  await expect(banner).toContainText('4 contacts are added to Afilnet again, as they are here.');
  await expect(banner).toContainText('4 contacts go from this computer.');
  await expect(contacts.count).toHaveText('30 contacts');

  await sandbox.disconnect();
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect(banner).toContainText('You decided to keep yours. 4 contacts are added');
  await banner.getByRole('button', { name: 'Decide otherwise' }).click();
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect(banner).toContainText('You decided to keep yours.');
  await frame.says(/^Offline/);

  await sandbox.reconnect();
  await frame.fromSyncMenu('Sync now');
  await expect(banner).toHaveCount(0);
  await frame.says(saved);
  expect(await sandbox.contacts(group)).toHaveLength(30);
  expect(await stored(sandbox, group, mobileOf(1))).toMatchObject({
    name: 'Persona 1',
    city: 'Valencia',
  });
  await expect(contacts.count).toHaveText('30 contacts');
  await expectExactlyOnce(sandbox, marta.user);
});

test('apply: what is missing there goes, and an unsent change of it is asked about', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, pending, group } = await signedIn(launch, sandbox, {
    contacts: 30,
  });
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Denia' });
  await contacts.close();
  await removeThere(sandbox, group, [1, 2, 3, 4]);
  await frame.fromSyncMenu('Go online');
  await frame.says(/1 needs you/);
  await frame.openPending();
  await expect(pending.card('Change city of Persona 1')).toContainText('Waits for your decision');
  const banner = held(app.page);
  await expect(banner).toContainText('Clientes');
  await banner.getByRole('button', { name: 'Apply the list' }).click();
  await expect(banner).toHaveCount(0);
  const card = pending.card('Change city of Persona 1');
  await expect(card).toContainText('somebody deleted it on Afilnet');
  await pending.button(card, 'Let it go').click();
  await frame.says(saved);
  await frame.openGroup('Clientes');
  await expect(contacts.count).toHaveText('26 contacts');
  expect(await sandbox.contacts(group)).toHaveLength(26);
  expect(await sandbox.writes()).toEqual([]);
});

test('a list that is whole again ends it by itself', async ({ launch, sandbox }) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox, { contacts: 30 });
  await sandbox.fault({ method: 'getcontacts', fault: { name: 'fewContacts', share: 0 } });
  await frame.fromSyncMenu('Sync now');
  await expect(held(app.page)).toContainText('Afilnet sent an empty list');
  await frame.fromSyncMenu('Sync now');
  await expect(held(app.page)).toHaveCount(0);
  await frame.says(saved);
  await expect(contacts.count).toHaveText('30 contacts');
});
