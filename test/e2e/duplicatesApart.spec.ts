/** One address in other letters is one address; and what was told apart stays so over a restart. */
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import { signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';
import { Duplicates } from './pages/duplicates.ts';

const columns = ['mobile', 'name', 'email'];
const pairs = [
  { mobile: '34611000001', name: 'Rosa', email: 'Rosa.Vidal@Example.com' },
  { mobile: '34611000002', name: 'Vidal', email: 'rosa.vidal@example.COM' },
  { mobile: '34611000003', name: 'Jordi', email: 'jordi@example.com' },
  { mobile: '34611000004', name: 'Casa', email: 'JORDI@example.com' },
  { mobile: '34611000005', name: 'Teresa', email: 'jordi@example.org' },
];

test('an address in other letters is the same address, and only the pairs told apart stay away after a restart', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, groups } = await signedIn(launch, sandbox);
  const id = await sandbox.addGroup(marta.user, { columns, contacts: pairs });
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('5 contacts');

  const before = new Duplicates(app.page);
  await before.open();
  await expect(before.kind('Same e-mail (2)')).toBeVisible();
  const rosa = before.card('The same address: rosa.vidal@example.com');
  await expect(rosa.getByRole('columnheader', { name: /^Open (Rosa|Vidal)/ })).toHaveCount(2);
  const jordi = before.card('The same address: jordi@example.com');
  await expect(jordi.getByRole('columnheader', { name: /^Open (Jordi|Casa|Teresa)/ })).toHaveCount(
    2,
  );
  await rosa.getByRole('button', { name: 'Not a duplicate' }).click();
  await expect(rosa).toBeHidden();
  await expect(jordi).toBeVisible();
  await expect(before.kind('Same e-mail (1)')).toBeVisible();

  // It is a step like any other.
  await frame.notifications.getByRole('button', { name: 'Undo' }).click();
  await expect(rosa).toBeVisible();
  await expect(before.kind('Same e-mail (2)')).toBeVisible();
  await app.page.keyboard.press('Control+Shift+z');
  await expect(rosa).toBeHidden();
  await expect(before.kind('Same e-mail (1)')).toBeVisible();
  await expect(frame.notifications).toContainText('Redone: Mark 2 contacts as different');
  await app.quit();

  const again = await launch({ server: sandbox.origin });
  const after = new Duplicates(again.page);
  await expect(screensOf(again).frame.group('Archivo')).toBeVisible();
  await after.open();
  await expect(after.kind('Same e-mail (1)')).toBeVisible();
  await expect(after.card('The same address: jordi@example.com')).toBeVisible();
  await expect(after.card('The same address: rosa.vidal@example.com')).toHaveCount(0);
});
