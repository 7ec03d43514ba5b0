/** Find and replace in many contacts: as it stands, by upper and lower case, by a pattern, and what is no pattern. */
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import { signedIn, type Session } from './app/session.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { Bulk } from './pages/bulk.ts';

/** The first repeats a letter so often that a careless pattern never comes to an end. */
const names = [
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  'Ana (Soria)',
  'ana soria',
  'ANA.SORIA',
];

/** Every contact of a group with these names is chosen, and the dialog is open. */
async function opened(session: Session, sandbox: SandboxProcess): Promise<Bulk> {
  const { app, contacts, frame, groups } = session;
  const id = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name', 'notes'],
    contacts: names.map((name, at) => ({ mobile: `3461000000${at}`, name, notes: 'Ana' })),
  });
  await groups.addById(id, 'Archivo');
  await expect(contacts.count).toHaveText('4 contacts');
  await frame.fromSyncMenu('Work offline');
  const bulk = new Bulk(app.page);
  await bulk.choose(['34610000000', '34610000001', '34610000002', '34610000003']);
  await bulk.open('Find and replace…');
  await bulk.select('In', 'name');
  return bulk;
}

test('plain text is taken as it stands, and upper and lower case are one unless told', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { contacts, frame } = session;
  const bulk = await opened(session, sandbox);
  const matchCase = bulk.dialog.getByRole('checkbox', { name: 'Match upper and lower case' });

  // A full stop is a full stop, no sign for anything.
  await bulk.type('Find', 'ana.');
  await expect(bulk.dialog).toContainText('1 contact changes');
  await bulk.type('Find', 'ana');
  await expect(bulk.dialog).toContainText('3 contacts change');
  await matchCase.check();
  await expect(bulk.dialog).toContainText('1 contact changes');
  await matchCase.uncheck();
  await expect(bulk.dialog).toContainText('3 contacts change');
  await bulk.type('Replace with', '$& $1');
  await expect(bulk.dialog.getByRole('insertion').first()).toHaveText('$& $1 (Soria)');
  await matchCase.check();
  await bulk.apply('Change 1 contact');
  await bulk.ended('1 contact changed');
  await expect(contacts.row('34610000002')).toContainText('$& $1 soria');
  await expect(contacts.row('34610000001')).toContainText('Ana (Soria)');
  await expect(contacts.row('34610000003')).toContainText('ANA.SORIA');
  await frame.says('Offline: 1 change kept here');

  // What was found is taken away where nothing is to replace it, and in every field where none was named.
  await bulk.dismiss();
  await bulk.open('Find and replace…');
  await bulk.type('Find', 'Ana');
  await matchCase.check();
  await bulk.apply('Change 4 contacts');
  await bulk.ended('4 contacts changed');
  await expect(
    contacts.row('34610000001').getByRole('gridcell', { name: '(Soria)' }),
  ).toBeVisible();
  await expect(contacts.grid.getByRole('gridcell', { name: 'Ana', exact: true })).toHaveCount(0);
});

test('the groups of a pattern stand in what replaces it', async ({ launch, sandbox }) => {
  const session = await signedIn(launch, sandbox);
  const { contacts } = session;
  const bulk = await opened(session, sandbox);
  await bulk.dialog.getByRole('checkbox', { name: 'Regular expression' }).check();
  await expect(
    bulk.dialog.getByRole('textbox', { name: 'Replace with' }),
  ).toHaveAccessibleDescription(/\$1 stands for the first group/);
  await bulk.type('Find', String.raw`^(\p{L}+)[ .]\(?(\p{L}+)\)?$`);
  await bulk.type('Replace with', '$2, $1');
  // A comma is told, for Afilnet cannot take it in a change.
  await expect(bulk.dialog).toContainText('3: hold a comma');
  await bulk.type('Replace with', '$2 $1');
  await expect(bulk.dialog.getByRole('insertion')).toHaveText([
    'Soria Ana',
    'soria ana',
    'SORIA ANA',
  ]);
  await bulk.apply('Change 3 contacts');
  await bulk.ended('3 contacts changed');
  await expect(contacts.row('34610000001')).toContainText('Soria Ana');
  await expect(contacts.row('34610000002')).toContainText('soria ana');
  await expect(contacts.row('34610000003')).toContainText('SORIA ANA');
});

test('what is no pattern, or would never end, is told, and nothing is done', async ({
  launch,
  sandbox,
}) => {
  const session = await signedIn(launch, sandbox);
  const { app, contacts, frame } = session;
  const bulk = await opened(session, sandbox);
  const pattern = bulk.dialog.getByRole('checkbox', { name: 'Regular expression' });
  const find = bulk.dialog.getByRole('textbox', { name: 'Find', exact: true });
  await find.fill('(');
  await expect(bulk.dialog).toContainText('1 contact changes');

  await pattern.check();
  await expect(find).toHaveAccessibleDescription('This pattern is not a regular expression.');
  await expect(bulk.dialog.getByRole('button', { name: 'Nothing to do' })).toBeDisabled();
  await find.press('Enter');
  await expect(find).toBeFocused();

  await find.fill('^(a+)+$');
  await expect(bulk.dialog.getByRole('alert')).toContainText('This pattern takes too long');
  await expect(bulk.dialog.getByRole('button', { name: 'Nothing to do' })).toBeDisabled();

  await find.fill('(');
  await pattern.uncheck();
  await bulk.type('Replace with', '[');
  await bulk.apply('Change 1 contact');
  await bulk.ended('1 contact changed');
  await expect(contacts.row('34610000001')).toContainText('Ana [Soria)');
  await expect(contacts.row('34610000000')).toContainText(names[0] ?? '');
  await frame.says('Offline: 1 change kept here');
  expect(app.complaints).toEqual([]);
});
