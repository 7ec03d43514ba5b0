/** Accounts: kept passwords, starting offline, signing out with unsent work, and no password in any file. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app/fixtures.ts';
import { inKeyring } from './app/keyring.ts';
import { joan, marta, mobileOf, seed } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';
import { accountName } from './pages/frame.ts';

test('a kept password is not asked for again, with a network and without', async ({
  launch,
  sandbox,
}) => {
  const { app, group } = await signedIn(launch, sandbox);
  await app.quit();

  const again = await launch({ server: sandbox.origin });
  const second = screensOf(again);
  await second.frame.openGroup('Clientes');
  await second.contacts.edit(mobileOf(1), { city: 'Calpe' });
  await expect.poll(async () => (await sandbox.contacts(group))[0]?.fields['city']).toBe('Calpe');
  await second.frame.says(saved);
  await expect(second.frame.passwordBanner).toHaveCount(0);
  await again.quit();

  await sandbox.disconnect();
  const third = screensOf(await launch({ server: sandbox.origin }));
  await third.frame.openGroup('Clientes');
  await expect(third.contacts.row(mobileOf(1))).toContainText('Calpe');
  await third.frame.says('Offline');
  await expect(third.frame.passwordBanner).toHaveCount(0);
});

test('a keychain that does not answer keeps nobody from the data, nor from signing in', async ({
  launch,
  sandbox,
  dataFolder,
  silentBus: bus,
}) => {
  const { app } = await signedIn(launch, sandbox);
  await app.quit();

  const again = await launch({ server: sandbox.origin, bus });
  const { frame, contacts } = screensOf(again);
  await frame.openGroup('Clientes');
  await contacts.edit(mobileOf(1), { city: 'Calpe' });
  await contacts.close();
  await expect(contacts.row(mobileOf(1))).toContainText('Calpe');
  await frame.openSettings();
  await expect(again.page.getByText('Has not answered yet.')).toBeVisible();
  await again.quit();

  const { signIn } = screensOf(
    await launch({ server: sandbox.origin, bus, dataFolder: join(dataFolder, 'other') }),
  );
  await expect(signIn.keep).toBeChecked();
  await signIn.as(marta);
});

test('a keychain that comes late is asked again, and has the password after all', async ({
  launch,
  sandbox,
  lateKeychain,
}) => {
  const { bus, open, close } = lateKeychain;
  await open();
  const { app, group } = await signedIn((options) => launch({ ...options, bus }), sandbox);
  await app.quit();
  await close();

  const again = await launch({ server: sandbox.origin, bus });
  const { frame, contacts } = screensOf(again);
  await frame.openGroup('Clientes');
  await contacts.edit(mobileOf(1), { city: 'Calpe' });
  await contacts.close();
  await frame.passwordBanner.getByRole('button', { name: 'Enter the password' }).click();
  const dialog = again.page.getByRole('dialog');
  await expect(dialog).toContainText('No keychain service is running on this computer.');
  const ask = dialog.getByRole('button', { name: 'Ask the keychain again' });
  await ask.click();
  // Still none; the tick that was offered meanwhile keeps the focus, and what came of it is heard.
  const keep = dialog.getByRole('checkbox', { name: 'Keep me signed in' });
  await expect(keep).toBeFocused();
  await expect(dialog.getByRole('alert')).toContainText('No keychain service is running');

  await dialog.getByRole('textbox', { name: 'Password', exact: true }).focus();
  await expect(keep).toBeDisabled();

  await open();
  await ask.click();
  await expect(dialog).toBeHidden();
  await expect(frame.passwordBanner).toHaveCount(0);
  await frame.says(saved);
  expect((await sandbox.contacts(group))[0]?.fields['city']).toBe('Calpe');
  await frame.openSettings();
  await expect(again.page.getByText('Answers; passwords can be kept there.')).toBeVisible();
});

test('a password that the keychain does not give up at signing out is told of, and leaves it later', async ({
  launch,
  sandbox,
  dataFolder,
  silentBus: bus,
}) => {
  const { app } = await signedIn(launch, sandbox);
  const [account = ''] = await readdir(join(dataFolder, 'accounts'));
  await app.quit();

  const again = await launch({ server: sandbox.origin, bus });
  const { frame, signIn } = screensOf(again);
  await frame.fromAccountMenu('Sign out…');
  const dialog = again.page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await expect(signIn.heading).toBeVisible();
  const told = `The password of ${marta.user} may still be in the keychain, which does not answer.`;
  await expect(again.page.getByText(told).first()).toBeVisible();
  await again.quit();
  expect(inKeyring(account)).toBe(marta.password);

  await launch({ server: sandbox.origin });
  await expect.poll(() => inKeyring(account)).toBeNull();
});

test('signing out with unsent work says how much, and can export it first', async ({
  launch,
  sandbox,
  dataFolder,
}) => {
  const { app, frame, contacts, signIn, group } = await signedIn(launch, sandbox);
  await frame.fromSyncMenu('Work offline');
  await contacts.add({ mobile: '34700000001', name: 'Rosa' });
  await contacts.edit(mobileOf(1), { city: 'Calpe' });
  await contacts.close();
  await frame.says('Offline: 2 changes kept here');

  const path = join(dataFolder, 'unsent.json');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await frame.fromAccountMenu('Sign out…');
  const dialog = app.page.getByRole('alertdialog');
  await expect(dialog).toContainText(
    '2 changes have not reached Afilnet. If you sign out now, they are lost for good.',
  );
  await dialog.getByRole('button', { name: 'Export them to a file…' }).click();
  await expect(frame.page.getByText(`Exported to ${path}`).first()).toBeVisible();
  const exported = await readFile(path, 'utf8');
  expect(exported).toContain('34700000001');
  expect(exported).toContain('Calpe');
  expect(exported).not.toContain(marta.password);

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await frame.says('Offline: 2 changes kept here');
  await frame.fromAccountMenu('Sign out…');
  await dialog.getByRole('button', { name: 'Sign out and give up 2 changes' }).click();
  await expect(signIn.heading).toBeVisible();
  await app.quit();
  const second = screensOf(await launch({ server: sandbox.origin }));
  await expect(second.signIn.heading).toBeVisible();
  expect(await readdir(join(dataFolder, 'accounts'))).toEqual([]);
  expect(await sandbox.contacts(group)).toHaveLength(6);
  expect(await sandbox.writes()).toEqual([]);
});

/** What a password looks like where somebody wrote it down by mistake. */
function written({ user, password }: { user: string; password: string }): Buffer[] {
  const forms = [
    password,
    encodeURIComponent(password),
    new URLSearchParams({ p: password }).toString().slice(2),
    JSON.stringify(password).slice(1, -1),
    Buffer.from(password).toString('base64').replace(/=+$/, ''),
    Buffer.from(password).toString('base64url'),
    Buffer.from(`${user}:${password}`).toString('base64').replace(/=+$/, ''),
    Buffer.from(password).toString('hex'),
  ];
  return [...forms.map((form) => Buffer.from(form)), Buffer.from(password, 'utf16le')];
}

test('no password is in any file, nor in what the app prints', async ({
  launch,
  sandbox,
  dataFolder,
}) => {
  const { app, frame, contacts, signIn } = await signedIn(launch, sandbox);
  await seed(sandbox, joan, 1);
  // Each way of sending, a refusal, and a broken connection: whatever may be logged, is.
  await frame.fromAccountMenu('Add an account…');
  await signIn.fill(joan);
  await signIn.keep.uncheck();
  await signIn.openServer();
  await signIn.page.getByRole('combobox', { name: 'Way of sending' }).click();
  await signIn.page.getByRole('option', { name: /^GET/ }).click();
  await sandbox.fault({ fault: { name: 'tooMany' } });
  await signIn.submit.click();
  await expect(signIn.error.filter({ hasText: 'Afilnet asks for a pause' })).toBeVisible();
  await signIn.submit.click();
  await expect(frame.account).toHaveAccessibleName(accountName(joan.user));
  await frame.says(saved);
  await frame.switchTo(marta.user);
  await sandbox.fault({ kind: 'write', fault: { name: 'unknownCode', code: 'NO' } });
  await frame.openGroup('Clientes');
  await contacts.edit(mobileOf(1), { city: 'Calpe' });
  await frame.says('1 needs you');
  await sandbox.disconnect();
  await frame.fromSyncMenu('Sync now');
  await frame.says(/^Offline/);
  await app.quit();

  const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(3);
  const forms = [...written(marta), ...written(joan)];
  const found: string[] = [];
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const content = await readFile(path);
    if (forms.some((form) => content.includes(form))) found.push(path);
  }
  expect(found).toEqual([]);
  expect(forms.filter((form) => app.output().includes(form.toString()))).toEqual([]);
});

test('without a keychain the password is asked for once per start, and the data is there meanwhile @no-keyring', async ({
  launch,
  sandbox,
}) => {
  const first = await launch({ server: sandbox.origin });
  await expect(
    first.page.getByText('The password is kept only until the app closes.'),
  ).toBeVisible();
  await expect(screensOf(first).signIn.keep).toHaveCount(0);
  await first.quit();

  const { app, contacts } = await signedIn(launch, sandbox, { keep: 'notOffered' });
  await contacts.edit(mobileOf(1), { city: 'Calpe' });
  await app.quit();

  const again = await launch({ server: sandbox.origin });
  const { frame, contacts: list } = screensOf(again);
  await frame.openGroup('Clientes');
  await expect(list.row(mobileOf(1))).toContainText('Calpe');
  await expect(frame.passwordBanner).toBeVisible();
  await list.edit(mobileOf(2), { city: 'Altea' });
  await list.close();
  await frame.says('Password needed');

  await frame.passwordBanner.getByRole('button', { name: 'Enter the password' }).click();
  const dialog = again.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(marta.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(frame.passwordBanner).toBeHidden();
  await frame.says(saved);
});
