/** A database file that was damaged between two starts: what is unsent is there, the rest comes again, and it is said. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './app/axe.ts';
import { damage } from './app/damage.ts';
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { setTheme } from './app/settings.ts';
import { stored } from './app/stored.ts';
import { screensOf } from './pages/app.ts';

test('a damaged file is mended: contacts and unsent changes are there, and the banner says so', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(mobileOf(1), { city: 'Denia' });
  await contacts.add({ mobile: '34700000001', name: 'Nueva' });
  await contacts.close();
  await frame.says('Offline: 2 changes kept here');
  await app.quit();
  damage(app.dataFolder);

  const again = await launch({ server: sandbox.origin });
  const screens = screensOf(again);
  const banner = again.page.getByRole('alert').filter({ hasText: 'was damaged' });
  await expect(banner).toContainText('The data of this account was damaged and has been recovered');
  await expect(banner).toContainText('2 unsent changes stand in the pending changes again.');
  await expect(banner).toContainText('The damaged files were set aside, not deleted:');
  expect(globSync(join(app.dataFolder, 'accounts', '*', 'damaged-*', 'mirror.db'))).toHaveLength(1);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(again.page, theme);
    expect(await findings(again.page), `the banner, ${theme}`).toEqual([]);
  }
  await screens.frame.says('Offline: 2 changes kept here');
  await screens.frame.openPending();
  await expect(screens.pending.card('Change city of Persona 1')).toBeVisible();
  await expect(screens.pending.card('Add Nueva to “Clientes”')).toBeVisible();

  await screens.frame.fromSyncMenu('Go online');
  await screens.frame.says(saved);
  expect(await stored(sandbox, group, mobileOf(1))).toMatchObject({ city: 'Denia' });
  expect(await stored(sandbox, group, '34700000001')).toMatchObject({ name: 'Nueva' });
  await screens.frame.openGroup('Clientes');
  await expect(screens.contacts.count).toHaveText('7 contacts');
  await expectExactlyOnce(sandbox, marta.user);

  await banner.getByRole('button', { name: 'Dismiss' }).click();
  await expect(banner).toHaveCount(0);
  await again.quit();
  const third = await launch({ server: sandbox.origin });
  await screensOf(third).frame.says(saved);
  await expect(third.page.getByText('was damaged')).toHaveCount(0);
});
