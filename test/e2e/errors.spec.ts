/** What goes wrong is said in a sentence that tells what to do, and nothing queued is lost by it. */
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { marta, mobileOf } from './app/people.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';

test('signing in says why it did not go through', async ({ launch, sandbox }) => {
  await sandbox.addAccount(marta.user, marta.password);
  const { signIn, frame } = screensOf(await launch({ server: sandbox.origin }));

  await signIn.fill({ user: marta.user, password: 'not this one' });
  await signIn.submit.click();
  await expect(signIn.error).toContainText(
    'Afilnet does not accept this user and password. Check both; capital letters count.',
  );

  await signIn.fill(marta);
  await sandbox.fault({ fault: { name: 'htmlPage' } });
  await signIn.submit.click();
  await expect(signIn.error).toContainText('A web page came instead of an answer.');

  await sandbox.fault({ fault: { name: 'tooMany', seconds: 60 } });
  await signIn.submit.click();
  await expect(signIn.error).toContainText('Afilnet asks for a pause. Try again in a few minutes.');

  await sandbox.fault({ fault: { name: 'unknownCode', code: 'ACCOUNT_ASLEEP' } });
  await signIn.submit.click();
  await expect(signIn.error).toContainText('Afilnet refused this with the code ');
  await signIn.page.getByRole('button', { name: 'What the server said' }).click();
  await expect(signIn.error).toContainText('ACCOUNT_ASLEEP');

  await signIn.openServer();
  await signIn.server.fill('http://127.0.0.1:1');
  await signIn.submit.click();
  await expect(signIn.error).toContainText(
    'The server does not answer. Check the network and the server address, then try again.',
  );
  await signIn.server.fill('http://afilnet.example');
  await signIn.submit.click();
  await expect(signIn.error).toContainText('Use an address that starts with https://.');
  await signIn.server.fill('not an address');
  await signIn.submit.click();
  await expect(signIn.error).toContainText('This is not a web address.');

  await signIn.server.fill(sandbox.origin);
  await signIn.submit.click();
  await frame.says(saved);
});

test('a group that is not there, or not yours, is not added', async ({ launch, sandbox }) => {
  await sandbox.addAccount('somebody else', 'secret');
  const theirs = await sandbox.addGroup('somebody else', {});
  const { frame, groups } = await signedIn(launch, sandbox);
  await groups.openAddById();
  await groups.submitAddById(theirs, 'Ajeno');
  await expect(groups.error).toContainText(
    'Afilnet gives this account no access to the group. Check the id, or whether the group was deleted.',
  );
  await sandbox.fault({ method: 'getgroupcolumns', fault: { name: 'unknownShape' } });
  await groups.submitAddById(theirs, 'Ajeno');
  await expect(groups.error).toContainText('The answer of the server could not be read');
  await groups.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(frame.group('Ajeno')).toHaveCount(0);
  await frame.says(saved);
});

test('a web page in place of an answer holds the queue and loses nothing', async ({
  launch,
  sandbox,
}) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  await sandbox.fault({ kind: 'write', times: 'always', fault: { name: 'htmlPage' } });
  await contacts.add({ mobile: '34700000001', name: 'Rosa' });
  await contacts.close();
  await frame.openPending();
  const card = pending.card('Add Rosa to “Clientes”');
  await expect(card).toContainText('did not go through');
  await expect(card).toContainText(/Tried again/);
  await frame.says('1 change waiting');
  expect(await sandbox.contacts(group)).toHaveLength(6);

  await sandbox.clearFaults();
  await pending.button(card, 'Try now').click();
  await frame.says(saved);
  expect(await sandbox.contacts(group)).toHaveLength(7);
  await expectExactlyOnce(sandbox, marta.user);
});

test('a changed password pauses the queue, asks once, and the queue goes on', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, group } = await signedIn(launch, sandbox);
  await sandbox.setPassword(marta.user, 'a new one');
  await contacts.edit(mobileOf(1), { city: 'Cullera' });
  await contacts.close();
  await expect(frame.passwordBanner).toContainText(
    `The password of ${marta.user} is needed to go on. Nothing is sent or fetched until you enter it; nothing is lost.`,
  );
  await frame.says('Password needed');
  const refused = async (): Promise<number> =>
    (await sandbox.requests()).filter(({ outcome }) => outcome === 'INCORRECT_USER_PASSWORD')
      .length;
  const asked = await refused();
  expect(asked).toBe(1);
  await contacts.add({ mobile: '34700000002', name: 'Pau' });
  await contacts.close();
  await expect(contacts.state('34700000002', 'Waiting to be sent')).toBeVisible();

  await frame.passwordBanner.getByRole('button', { name: 'Enter the password' }).click();
  const dialog = app.page.getByRole('dialog', { name: `Password for ${marta.user}` });
  const password = dialog.getByRole('textbox', { name: 'Password', exact: true });
  await password.fill('wrong again');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('alert')).toContainText('does not accept this user and password');
  // The queue itself did not try with what the server had refused.
  expect(await refused()).toBe(asked + 1);
  await password.fill('a new one');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
  await frame.says(saved);
  const stored = await sandbox.contacts(group);
  expect(stored).toHaveLength(7);
  expect(stored[0]?.fields['city']).toBe('Cullera');
  await expectExactlyOnce(sandbox, marta.user);
});
