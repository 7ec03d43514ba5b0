/** Makes one pending change of every kind that can be had from a server in a moment: questions, and what waits. */
import { expect } from '../app/expect.ts';
import { marta, mobileOf } from '../app/people.ts';
import type { SandboxProcess } from '../app/sandbox.ts';
import type { Session } from '../app/session.ts';
import { idOf } from '../app/stored.ts';

/** The sentences of the cards, in English, with what each says of where it stands. */
const everyQuestion: readonly (readonly [RegExp, RegExp])[] = [
  [/^Change city of Persona 1/, /Changed here and on Afilnet/],
  [/^Change city of Persona 2/, /somebody deleted it on Afilnet/],
  [/^Delete Persona 3/, /somebody changed it on Afilnet/],
  [/^Change mobile of Persona 4/, /Another contact of this group already has this main field/],
  [/^Change mobile of Persona 5/, /has something else than you wrote/],
  [/^Change city of Persona 6/, /cannot take this change as it is/],
  [/^Add Mía/, /already has a contact with this main field/],
  [/^Create the group “Perdida”/, /No clear answer came/],
  [/^Change city of Lejana/, /no access to this group any more/],
  [/^Add Dentro/, /Waits for: Create the group “Perdida”/],
  [/^Add the column “talla”/, /Tried again in/],
];

/** Begins in a group of six contacts in step with the server; ends on the page of pending changes. */
export async function askEverything(session: Session, sandbox: SandboxProcess): Promise<void> {
  const { frame, contacts, groups, pending, group } = session;
  const away = await sandbox.addGroup(marta.user, {
    columns: ['mobile', 'name', 'city'],
    contacts: [{ mobile: '34711000001', name: 'Lejana', city: 'Lugo' }],
  });
  await groups.addById(away, 'Lejos');
  await expect(contacts.row('Lejana')).toBeVisible();
  await frame.fromSyncMenu('Work offline');
  await contacts.edit('Lejana', { city: 'Vigo' });
  await contacts.close();
  await sandbox.removeGroup(away);

  await frame.openGroup('Clientes');
  for (const serial of [1, 2, 6]) await contacts.edit(mobileOf(serial), { city: 'Mía' });
  await contacts.edit(mobileOf(4), { mobile: '34700000004' });
  await contacts.edit(mobileOf(5), { mobile: '34700000005' });
  await contacts.add({ mobile: '34700000009', name: 'Mía', city: 'Elche' });
  await contacts.close();
  await contacts.delete(mobileOf(3));
  await groups.addColumn('talla');
  await groups.create('Perdida', []);
  await contacts.add({ mobile: '34700000010', name: 'Dentro' });
  await contacts.close();

  const there = (serial: number): Promise<number> => idOf(sandbox, group, mobileOf(serial));
  for (const serial of [1, 3])
    await sandbox.changeContact(group, await there(serial), { city: `Suya ${serial}` });
  await sandbox.removeContact(group, await there(2));
  await sandbox.changeContact(group, await there(6), { notes: 'Llamar antes, por favor' });
  await sandbox.addContacts(group, [
    { mobile: '34700000004', name: 'Ajena' },
    { mobile: '34700000009', name: 'Suya', city: 'Elx' },
  ]);
  await sandbox.dialect({ mainFieldChange: 'ignored' });
  await sandbox.fault({ method: 'creategroup', fault: { name: 'dropAfter' } });
  await sandbox.fault({
    method: 'addcolumntogroup',
    fault: { name: 'http', status: 503 },
    times: 'always',
  });
  await frame.fromSyncMenu('Go online');
  await frame.openPending();
  for (const [sentence, text] of everyQuestion)
    await expect(pending.card(sentence)).toContainText(text);
}
