/** Pictures of what stands in the way: questions of every kind, a held list, a password, a damaged file, a failed sign-in. */
import { damage } from '../e2e/app/damage.ts';
import { expect, test } from '../e2e/app/fixtures.ts';
import { joan, marta, mobileOf } from '../e2e/app/people.ts';
import { signedIn } from '../e2e/app/session.ts';
import { screensOf } from '../e2e/pages/app.ts';
import { askEverything } from '../e2e/pages/questions.ts';
import { sizes, take } from './take.ts';

test('pictures of every question', async ({ launch, sandbox }) => {
  test.setTimeout(5 * 60_000);
  const session = await signedIn(launch, sandbox);
  const { page } = session.app;
  await page.setViewportSize(sizes[0]);
  await askEverything(session, sandbox);
  const folded = page.getByRole('main').getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
  const cards = await session.pending.cards.all();
  for (const [at, card] of cards.entries()) await take(page, `change-${at + 1}`, card);
});

test('pictures of a held list and of a password that is needed', async ({ launch, sandbox }) => {
  test.setTimeout(5 * 60_000);
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  await page.setViewportSize(sizes[0]);
  await sandbox.fault({ method: 'getcontacts', fault: { name: 'fewContacts', share: 0 } });
  await frame.fromSyncMenu('Sync now');
  await expect(page.getByRole('alert').filter({ hasText: 'Afilnet sent' })).toBeVisible();
  // Notices go by themselves; no picture shows one.
  await expect(frame.notifications.getByRole('listitem')).toHaveCount(0);
  await take(page, 'held-list');
  await sandbox.setPassword(marta.user, 'otra');
  await frame.fromSyncMenu('Sync now');
  await expect(frame.passwordBanner).toBeVisible();
  await take(page, 'password-banner');
  await frame.passwordBanner.getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await take(page, 'password');
});

test('pictures of a keychain that is not there', async ({ launch, sandbox, lateKeychain }) => {
  test.setTimeout(5 * 60_000);
  const { bus } = lateKeychain;
  const { app } = await signedIn((options) => launch({ ...options, bus }), sandbox, {
    keep: 'notOffered',
  });
  await app.quit();
  const { page } = await launch({ server: sandbox.origin, bus });
  const { frame } = screensOf({ page });
  await page.setViewportSize(sizes[0]);
  await frame.passwordBanner.getByRole('button', { name: 'Enter the password' }).click();
  const dialog = page.getByRole('dialog');
  const again = page.getByRole('button', { name: 'Ask the keychain again' });
  await expect(again).toBeVisible();
  await take(page, 'keychain-missing');
  await again.click();
  await expect(dialog.getByRole('checkbox')).toBeFocused();
  await expect(dialog.getByRole('alert')).toContainText('No keychain service is running');
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).focus();
  await take(page, 'keychain-still-missing');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await frame.openSettings();
  await take(page, 'keychain-settings', page.getByText('0.1.0'));
});

test('pictures of a failed sign-in and of a damaged file', async ({ launch, sandbox }) => {
  test.setTimeout(5 * 60_000);
  const first = await launch({ server: sandbox.origin });
  const { signIn } = screensOf(first);
  await first.page.setViewportSize(sizes[0]);
  await signIn.fill(joan);
  await signIn.submit.click();
  await expect(signIn.error).toBeVisible();
  await take(first.page, 'sign-in-failed');

  const { app, frame, contacts } = await signedIn(() => Promise.resolve(first), sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Denia' });
  await app.quit();
  damage(app.dataFolder);
  const { page } = await launch({ server: sandbox.origin });
  await expect(page.getByRole('alert').filter({ hasText: 'was damaged' })).toBeVisible();
  await take(page, 'damaged-file');
});
