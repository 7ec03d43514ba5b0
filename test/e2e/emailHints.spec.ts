/** What is said about an e-mail address while it is typed: told at once, never rewritten, never in the way. */
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { saved, signedIn, type Session } from './app/session.ts';
import { GridTools } from './pages/grid.ts';

/** A group whose contacts are addresses, on screen. */
async function withAddresses(
  { contacts, groups }: Session,
  sandbox: SandboxProcess,
): Promise<number> {
  const id = await sandbox.addGroup(marta.user, {
    type: 'email',
    columns: ['email', 'name'],
    contacts: [{ email: 'ana@example.com', name: 'Ana' }],
  });
  await groups.addById(id, 'Boletín');
  await expect(contacts.count).toHaveText('1 contact');
  return id;
}

const slips = {
  'ana.example.com': /An e-mail address has an @ in it\./,
  'ana@casa@example.com': /There is more than one @ in it\./,
  'ana @example.com': /There is a space in the address\./,
  '@example.com': /What stands before the @ is no name/,
  'ana..soria@example.com': /There is a dot too many/,
  'ana@example': /What stands after the @ is no domain/,
} as const;

test('each slip in an address is told, and what was typed stays and is saved as it is', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { contacts, frame } = session;
  const group = await withAddresses(session, sandbox);
  await contacts.open('Ana');
  const email = contacts.field('email');
  for (const [address, told] of Object.entries(slips)) {
    await email.fill(address);
    await expect(email).toHaveAccessibleDescription(told);
    await expect(email).toHaveValue(address);
  }
  await contacts.save();
  await expect(contacts.row('ana@example.com')).toHaveCount(0);
  await expect(contacts.row('Ana')).toContainText('ana@example');
  await expect
    .poll(async () => (await sandbox.contacts(group)).map(({ fields }) => fields['email']))
    .toEqual(['ana@example']);
  await frame.says(saved);
});

test('a slip in a known domain and an unusual spelling are offered, and taken by a click only', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { app, contacts } = session;
  await withAddresses(session, sandbox);
  await app.page.getByRole('button', { name: 'Add contact' }).first().click();
  const email = contacts.field('email');
  await email.fill('Rosa@gmial.com');
  await expect(email).toHaveAccessibleDescription(/^Was another domain meant\?/);
  await contacts.field('name').fill('Rosa');
  await expect(email).toHaveValue('Rosa@gmial.com');
  await contacts.panel.getByRole('button', { name: 'Use Rosa@gmail.com' }).click();
  await expect(email).toHaveValue('Rosa@gmail.com');
  await expect(email).not.toHaveAccessibleDescription(/domain/);

  // Only the domain is the same in small letters.
  await email.fill('Rosa@GMAIL.com');
  await expect(email).toHaveAccessibleDescription(/^The same address, written as usual:/);
  await contacts.panel.getByRole('button', { name: 'Add contact' }).click();
  await expect(contacts.row('Rosa@GMAIL.com')).toBeVisible();
});

test('in a cell, too, a slip is told beside it and saved as it was typed', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { app } = session;
  await withAddresses(session, sandbox);
  const tools = new GridTools(app.page);
  const cell = await tools.goTo('Ana', 'email');
  await app.page.keyboard.type('ana.example.com');
  await expect(tools.popover).toContainText('An e-mail address has an @ in it.');
  await expect(tools.editor).toHaveAccessibleDescription('An e-mail address has an @ in it.');
  await expect(tools.editor).toHaveValue('ana.example.com');
  await app.page.keyboard.press('Enter');
  await expect(cell).toHaveText('ana.example.com');
  await expect(tools.popover).toBeHidden();
});
