/** What is said about numbers and addresses while they are typed: hints that offer, and never refuse or rewrite. */
import { expect, test } from './app/fixtures.ts';
import { mobileOf } from './app/people.ts';
import { signedIn } from './app/session.ts';

test('a number is told by the country of the group, and normalised by one click only', async ({
  launch,
  sandbox,
}) => {
  const { app, contacts, groups, group } = await signedIn(launch, sandbox);
  const { page } = app;
  await groups.fromMenu('Country…');
  await groups.dialog.getByRole('combobox', { name: 'Country' }).fill('Spain');
  await page.getByRole('option', { name: /Spain/ }).click();
  await groups.dialog.getByRole('button', { name: 'Set country' }).click();
  await expect(groups.dialog).toBeHidden();

  await contacts.open(mobileOf(1));
  const mobile = contacts.field('mobile');
  await expect(contacts.panel.getByText('+34 600 00 00 01 · Spain')).toBeVisible();

  await mobile.fill('6123');
  await expect(mobile).toHaveAccessibleDescription(/Too short for a phone number of Spain/);
  await mobile.fill('600 00 01 01');
  await expect(mobile).toHaveAccessibleDescription(/without spaces and with its country code/);
  await contacts.panel.getByRole('button', { name: 'Use 34600000101' }).click();
  await expect(mobile).toHaveValue('34600000101');
  await contacts.save();
  await expect
    .poll(async () => (await sandbox.contacts(group)).map(({ fields }) => fields['mobile']))
    .toContain('34600000101');

  // What is only hinted at is saved as it was typed.
  await mobile.fill('6123');
  await contacts.save();
  await expect(contacts.row('6123')).toBeVisible();
  await page.getByRole('button', { name: 'Close the contact' }).click();
});

test('a new contact is checked while it is typed', async ({ launch, sandbox }) => {
  const { app, contacts } = await signedIn(launch, sandbox);
  await app.page.getByRole('button', { name: 'Add contact' }).first().click();
  await contacts.field('mobile').fill('call me');
  await expect(contacts.field('mobile')).toHaveAccessibleDescription(/This is not a phone number/);
  await contacts.field('mobile').fill('612345678');
  await expect(contacts.field('mobile')).toHaveAccessibleDescription(/No country code that exists/);
  await contacts.field('mobile').fill('+34 612 345 678');
  await contacts.panel.getByRole('button', { name: 'Use 34612345678' }).click();
  await expect(contacts.field('mobile')).toHaveAccessibleDescription('+34 612 34 56 78 · Spain');
});
