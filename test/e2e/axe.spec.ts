/** Every page and dialog, light and dark, read by axe: nothing found. */
import { findings } from './app/axe.ts';
import { expect, test } from './app/fixtures.ts';
import { joan, mobileOf, seed } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { setLanguage, setTheme } from './app/settings.ts';
import { screensOf } from './pages/app.ts';
import { tour } from './pages/tour.ts';

const themes = ['light', 'dark'] as const;

test('signing in', async ({ launch, sandbox }) => {
  const { page } = await launch({ server: sandbox.origin });
  const { signIn } = screensOf({ page });
  await expect(signIn.heading).toBeVisible();
  for (const theme of themes) {
    await setTheme(page, theme);
    expect(await findings(page), `sign-in, ${theme}`).toEqual([]);
  }
  await signIn.fill(joan);
  await signIn.submit.click();
  await expect(signIn.error).toBeVisible();
  for (const theme of themes) {
    await setTheme(page, theme);
    expect(await findings(page), `a failed sign-in, ${theme}`).toEqual([]);
  }
});

/** The other language has other words, and other widths of them. */
const guises = [
  ['light', 'en'],
  ['dark', 'en'],
  ['dark', 'es'],
] as const;

for (const [theme, language] of guises) {
  test(`an account at work, ${theme}, ${language}`, async ({ launch, sandbox }) => {
    test.setTimeout(300_000);
    const session = await signedIn(launch, sandbox);
    const { app, frame, contacts } = session;
    const { page } = app;
    await setTheme(page, theme);
    // One change that needs the user and some that wait.
    await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NOT_TODAY' } });
    await contacts.edit(mobileOf(2), { city: 'Pego' });
    await frame.says('1 needs you');
    await frame.fromSyncMenu('Work offline');
    await contacts.edit(mobileOf(1), { city: 'Oliva' });
    // Twice the same number: two that may be merged.
    await contacts.add({ mobile: '34700000001', name: 'Rosa' });
    await contacts.add({ mobile: '+34 700 00 00 01', name: 'Rosa', city: 'Pego' });
    await contacts.close();
    const failures: string[] = [];
    for (const stop of tour({ page, screens: session, group: 'Clientes', contact: mobileOf(1) })) {
      await stop.open();
      if (language === 'es') await setLanguage(page, 'es');
      const found = await findings(page);
      failures.push(...found.map((finding) => `${stop.name}: ${finding}`));
      if (language === 'es') await setLanguage(page, 'en');
      await stop.leave?.();
    }
    expect(failures).toEqual([]);
  });
}

test('first steps, and a password that is needed again', async ({ launch, sandbox }) => {
  const group = await seed(sandbox, joan, 2);
  const { page } = await launch({ server: sandbox.origin });
  const { signIn, groups, frame } = screensOf({ page });
  await signIn.as(joan);
  await expect(page.getByRole('list', { name: 'First steps' })).toBeVisible();
  for (const theme of themes) {
    await setTheme(page, theme);
    expect(await findings(page), `first steps, ${theme}`).toEqual([]);
  }
  await groups.addById(group, 'Clientes');
  await sandbox.setPassword(joan.user, 'otra');
  await frame.fromSyncMenu('Sync now');
  await frame.passwordBanner.getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  for (const theme of themes) {
    await setTheme(page, theme);
    expect(await findings(page), `password, ${theme}`).toEqual([]);
  }
});

test('a list that is held, asked about and decided', async ({ launch, sandbox }) => {
  const { app, frame } = await signedIn(launch, sandbox);
  const { page } = app;
  await sandbox.fault({ method: 'getcontacts', fault: { name: 'fewContacts', share: 0 } });
  await frame.fromSyncMenu('Sync now');
  const banner = page.getByRole('alert').filter({ hasText: /Afilnet sent|You decided/ });
  await expect(banner).toBeVisible();
  for (const theme of themes) {
    await setTheme(page, theme);
    expect(await findings(page), `asked, ${theme}`).toEqual([]);
  }
  await frame.fromSyncMenu('Work offline');
  await banner.getByRole('button', { name: 'Keep mine' }).click();
  await expect(banner).toContainText('You decided');
  await frame.openPending();
  await expect(banner).toBeVisible();
  for (const theme of themes) {
    await setTheme(page, theme);
    expect(await findings(page), `decided, ${theme}`).toEqual([]);
  }
});
