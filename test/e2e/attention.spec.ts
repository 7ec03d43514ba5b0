/** Who looks elsewhere is told when the app needs them, or when what waited for a network has arrived: never for noise. */
import { watchAttention } from './app/attention.ts';
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { setLanguage } from './app/settings.ts';

test('what was done without a network is told once when it has arrived, and ordinary work never', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const attention = await watchAttention(app.electron);
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says(saved);
  await frame.fromSyncMenu('Sync now');
  await frame.says(saved);

  await sandbox.disconnect();
  await contacts.edit(mobileOf(2), { city: 'Pego' });
  await contacts.edit(mobileOf(3), { city: 'Denia' });
  await frame.says('Offline: 2 changes kept here');
  expect(await attention.notifications()).toEqual([]);
  await sandbox.reconnect();
  await frame.fromSyncMenu('Sync now');
  await frame.says(saved);
  const arrived = ['All saved on Afilnet: All 2 changes made offline have arrived.'];
  await expect.poll(() => attention.notifications()).toEqual(arrived);

  // The same again with a network is nothing to tell.
  const before = (await sandbox.writes()).length;
  await contacts.edit(mobileOf(2), { city: 'Xeraco' });
  // It says so already before the edit is known there.
  await expect.poll(async () => (await sandbox.writes()).length).toBeGreaterThan(before);
  await frame.says(saved);
  // A list that comes is no work of the user's.
  await frame.fromSyncMenu('Work offline');
  await frame.says('Offline');
  await frame.fromSyncMenu('Go online');
  await frame.says(saved);
  expect(await attention.notifications()).toEqual(arrived);
  expect(await attention.badges()).toEqual([]);
});

test('what needs the user is told and counted on the icon, and leads to the questions', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, pending } = await signedIn(launch, sandbox);
  const attention = await watchAttention(app.electron);
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('1 needs you');
  const first = 'Libreta needs you: One change waits for your decision.';
  await expect.poll(() => attention.notifications()).toEqual([first]);
  expect(await attention.badges()).toEqual([1]);
  await contacts.close();
  await attention.click();
  await expect(pending.heading).toBeVisible();
  await expect(pending.card('Change city of Persona 1')).toBeVisible();

  await attention.lookElsewhere();
  await setLanguage(app.page, 'es');
  await app.page.getByRole('button', { name: /^Clientes ?, / }).click();
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
  await contacts.row(mobileOf(2)).getByRole('rowheader').click();
  await contacts.field('city').fill('Pego');
  await app.page.keyboard.press('Enter');
  const second = 'Libreta te necesita: 2 cambios esperan tu decisión.';
  await expect.poll(() => attention.notifications()).toEqual([first, second]);
  expect(await attention.badges()).toEqual([1, 2]);

  await setLanguage(app.page, 'en');
  await sandbox.clearFaults();
  await frame.openPending();
  await pending.discard(pending.card('Change city of Persona 1'));
  await pending.discard(pending.card('Change city of Persona 2'));
  await frame.says(saved);
  await expect.poll(() => attention.badges()).toEqual([1, 2, 1, 0]);
  expect(await attention.notifications()).toEqual([first, second]);
});

test('who looks at the window is told nothing over it, and the icon counts all the same', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts } = await signedIn(launch, sandbox);
  const attention = await watchAttention(app.electron);
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // A window that is never shown cannot have the keyboard.
    if (window !== undefined) window.isFocused = () => true;
  });
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
  await contacts.edit(mobileOf(1), { city: 'Oliva' });
  await frame.says('1 needs you');
  await expect.poll(() => attention.badges()).toEqual([1]);
  expect(await attention.notifications()).toEqual([]);
});
