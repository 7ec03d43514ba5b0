/** A contact was sent and no clear answer came: what is told and asked of it, and that Afilnet has it once in the end. */
import { expectExactlyOnce } from './app/exactlyOnce.ts';
import { expect, test } from './app/fixtures.ts';
import { marta } from './app/people.ts';
import type { SandboxProcess } from './app/sandbox.ts';
import { saved, signedIn, type Session } from './app/session.ts';
import { stored } from './app/stored.ts';

const mobile = '34700000009';
const rosa = { mobile, name: 'Rosa', city: 'Elche' };
const addRosa = 'Add Rosa to “Clientes”';

/** How often a method was asked for. */
async function asked(sandbox: SandboxProcess, method: string): Promise<number> {
  return (await sandbox.requests()).filter((request) => request.method === method).length;
}

/** Rosa is sent, the reply is lost, and the list that would tell of her cannot be read. */
async function sendUnseen(
  { frame, contacts, pending }: Session,
  sandbox: SandboxProcess,
  lost: 'dropBefore' | 'dropAfter',
): Promise<void> {
  await frame.fromSyncMenu('Work offline');
  await contacts.add(rosa);
  await contacts.close();
  await sandbox.fault({ method: 'addcontactlist', fault: { name: lost } });
  await sandbox.fault({
    method: 'getcontacts',
    fault: { name: 'http', status: 503 },
    // The list is read before it is added to.
    nth: 2,
    times: 'always',
  });
  await frame.fromSyncMenu('Go online');
  await frame.openPending();
  await expect(pending.card(addRosa)).toContainText(
    'Sent, but no answer came. Libreta looks at Afilnet before sending it again.',
  );
}

for (const { lost, sent } of [
  { lost: 'dropAfter', sent: 1 },
  { lost: 'dropBefore', sent: 2 },
] as const) {
  const what = lost === 'dropAfter' ? 'what arrived' : 'what did not arrive';
  test(`${what} is neither sent again nor given up before Afilnet was looked at`, async ({
    launch,
    sandbox,
  }) => {
    const session = await signedIn(launch, sandbox);
    const { frame, contacts, pending, group } = session;
    await sendUnseen(session, sandbox, lost);
    await frame.says('1 change waiting');
    const card = pending.card(addRosa);
    await expect(card.getByRole('button')).toHaveText(['What changes']);
    const looked = await asked(sandbox, 'getcontacts');
    await frame.fromSyncMenu('Sync now');
    await expect.poll(() => asked(sandbox, 'getcontacts')).toBeGreaterThan(looked);
    await expect(card).toContainText('Sent, but no answer came.');
    expect(await asked(sandbox, 'addcontactlist')).toBe(1);

    // Whoever goes on with the contact meanwhile changes the one that was sent.
    await frame.openGroup('Clientes');
    await contacts.edit('Rosa', { city: 'Elx' });
    await contacts.close();
    await sandbox.clearFaults();
    await frame.fromSyncMenu('Sync now');
    await frame.says(saved);
    expect(await stored(sandbox, group, mobile)).toMatchObject({ ...rosa, city: 'Elx' });
    expect(await asked(sandbox, 'addcontactlist')).toBe(sent);
    await expectExactlyOnce(sandbox, marta.user);
  });
}

for (const { answer, kept } of [
  { answer: 'Send mine again', kept: rosa },
  { answer: 'Accept what Afilnet stored', kept: { mobile, name: 'Ajena', city: 'Elx' } },
]) {
  test(`what stands there may be ours or not, and both are shown: ${answer}`, async ({
    launch,
    sandbox,
  }) => {
    const session = await signedIn(launch, sandbox);
    const { frame, contacts, pending, group } = session;
    await sendUnseen(session, sandbox, 'dropBefore');
    await sandbox.addContacts(group, [{ mobile, name: 'Ajena', city: 'Elx' }]);
    await sandbox.clearFaults();
    await frame.fromSyncMenu('Sync now');
    await frame.says('1 needs you');
    const card = pending.card('Change name and city of Rosa');
    await expect(card).toContainText('Afilnet has something else than you wrote.');
    await expect(card.getByRole('row', { name: /^name/ })).toHaveText('nameRosaAjena');
    await expect(card.getByRole('row', { name: /^city/ })).toHaveText('cityElcheElx');
    // Nothing is written over theirs before the word of the user.
    expect(await stored(sandbox, group, mobile)).toMatchObject({ name: 'Ajena', city: 'Elx' });
    await pending.button(card, answer).click();
    await frame.says(saved);
    expect(await stored(sandbox, group, mobile)).toMatchObject(kept);
    expect(await sandbox.contacts(group)).toHaveLength(7);
    await frame.openGroup('Clientes');
    await expect(contacts.row(mobile)).toContainText(kept.name);
    await expect(contacts.count).toHaveText('7 contacts');
    await expectExactlyOnce(sandbox, marta.user);
  });
}

test('what got an answer that nobody can read is asked about, and comes late but once', async ({
  launch,
  sandbox,
}) => {
  const { app, frame, contacts, pending, group } = await signedIn(launch, sandbox);
  const pau = { mobile: '34700000010', name: 'Pau', city: 'Elche' };
  await frame.fromSyncMenu('Work offline');
  for (const person of [rosa, pau]) await contacts.add(person);
  await contacts.close();
  await sandbox.fault({ method: 'addcontactlist', fault: { name: 'unknownShape' } });
  await frame.fromSyncMenu('Go online');
  await frame.says('2 need you');
  await frame.openPending();
  const card = pending.card(addRosa);
  await expect(card).toContainText('Afilnet answered something that Libreta does not understand.');
  await expect(card.getByRole('heading', { name: 'What was sent' })).toBeVisible();
  await expect(card).toContainText(mobile);
  for (const name of ['What the server said', 'Edit the contact'])
    await expect(pending.button(card, name)).toBeVisible();

  // Afilnet has carried it out by the time of the answer.
  await sandbox.addContacts(group, [rosa, pau]);
  const other = pending.card('Add Pau to “Clientes”');
  await pending.button(other, 'Discard…').click();
  const dialog = app.page.getByRole('alertdialog');
  await expect(dialog).toContainText(
    'If Afilnet has it all the same, it comes back with the next fetch.',
  );
  await dialog.getByRole('button', { name: 'Discard change' }).click();
  await expect(other).toHaveCount(0);
  await pending.button(card, 'Try again').click();
  await frame.says(saved);
  await frame.openGroup('Clientes');
  await expect(contacts.count).toHaveText('8 contacts');
  for (const { name } of [rosa, pau])
    await expect(contacts.state(name, 'Saved on Afilnet')).toBeAttached();
  expect(await asked(sandbox, 'addcontactlist')).toBe(1);
  expect(await sandbox.contacts(group)).toHaveLength(8);
});

test('what is lost again and again is asked about, and sent once more when the user says so', async ({
  launch,
  sandbox,
}) => {
  const { frame, contacts, pending, group } = await signedIn(launch, sandbox);
  const lost = { method: 'addcontactlist', fault: { name: 'dropBefore' } } as const;
  await sandbox.fault({ ...lost, times: 'always' });
  await contacts.add(rosa);
  await contacts.close();
  await frame.openPending();
  const card = pending.card(addRosa);
  const next = pending.button(card, 'Try now');
  const question = card.getByText(/^Tried 8 times without a clear answer/);
  await expect(card).toContainText(/Attempt [1-7] did not go through/);
  // It is tried by itself meanwhile, too, so the button may go at any time.
  await expect(async () => {
    if (!(await question.isVisible())) await next.click({ timeout: 2_000 });
    await expect(question).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(question).toContainText('the connection broke off.');
  await frame.says('1 needs you');
  await frame.fromSyncMenu('Sync now');
  await frame.says('1 needs you');
  expect(await asked(sandbox, 'addcontactlist')).toBe(8);

  await sandbox.clearFaults();
  await pending.button(card, 'Try again').click();
  await frame.says(saved);
  expect(await asked(sandbox, 'addcontactlist')).toBe(9);
  expect(await stored(sandbox, group, mobile)).toMatchObject(rosa);
  await expectExactlyOnce(sandbox, marta.user);
});
