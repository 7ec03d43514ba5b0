/**
 * Pictures of every page and dialog: two sizes, light and dark, English and Spanish, of the practice data.
 * The ones that the README shows go to docs/screenshots, all of them to test-results/screenshots.
 */
import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readReply, type ReplyText } from '#shared/ipc/replyText.ts';
import type { ContactDetail } from '#shared/ipc/views.ts';
import { expect, test } from '../e2e/app/fixtures.ts';
import { joan } from '../e2e/app/people.ts';
import { screensOf, type Screens } from '../e2e/pages/app.ts';
import { tour } from '../e2e/pages/tour.ts';
import { practiceAccount } from '../../electron/sandbox/sample/sample.ts';
import { documentation, sizes, take, type Window } from './take.ts';

/** Another person changes a contact on the practice server. */
async function changeThere(page: Page, contact: ContactDetail, city: string): Promise<void> {
  const reply = await page.evaluate(() =>
    (window as unknown as Window).libreta.accounts.overview(),
  );
  const overview = readReply(reply);
  if (!overview.ok) throw new Error(overview.error.code);
  const server = overview.value.accounts[0]?.server ?? '';
  const fields = { ...contact.fields, city };
  const body = new URLSearchParams({
    class: 'group',
    method: 'modifycontact',
    ...practiceAccount,
    idgroup: '1003',
    idcontact: contact.serverId ?? '',
    contact: Object.entries(fields)
      .map(([column, value]) => `${column}:${value}`)
      .join(','),
  });
  const response = await fetch(new URL('/api/http/', server), { method: 'POST', body });
  expect(await response.json()).toMatchObject({ status: 'SUCCESS' });
}

/** A few changes that wait, and one that both sides made. Answers text of a contact to open. */
async function makeWork(page: Page, { frame, contacts, groups }: Screens): Promise<string> {
  await frame.openGroup('Boletín de novedades');
  await expect(contacts.grid.getByRole('rowheader').first()).toContainText('@');
  const detail = await page.evaluate(async () => {
    const { libreta } = window as unknown as Window;
    const read = <Reply>(text: ReplyText<Reply>) => JSON.parse(text) as Reply;
    const all = read(await libreta.groups.list());
    const group = all.ok ? all.value.find(({ serverId }) => serverId === '1003') : undefined;
    await libreta.groups.setLook({
      groupId: group?.id ?? '',
      label: group?.label ?? '',
      colour: 'teal',
    });
    const first = {
      scope: { kind: 'group' as const, groupId: group?.id ?? '' },
      search: '',
      sort: null,
      onlyUnsent: false,
      offset: 0,
      limit: 1,
    };
    const found = read(await libreta.contacts.ids(first));
    const contactId = found.ok ? found.value.contactIds[0]! : '';
    const got = read(await libreta.contacts.get({ contactId }));
    return got.ok ? got.value : null;
  });
  if (detail === null) throw new Error('The practice data has no contact to change');
  const text = detail.fields['email'] ?? '';
  await frame.fromSyncMenu('Work offline');
  await contacts.edit(text, { city: 'Albacete' });
  await contacts.close();
  await changeThere(page, detail, 'Alicante');
  await frame.fromSyncMenu('Go online');
  await frame.says('1 needs you');
  await frame.fromSyncMenu('Work offline');
  await contacts.add({ email: 'iris.nadal@example.com', name: 'Iris', surname: 'Nadal Peris' });
  await contacts.close();
  await frame.openGroup('Socios del club');
  await contacts.add({ mobile: '34611223344', name: 'Omar', surname: 'Ferrer' });
  await contacts.close();
  await groups.addColumn('talla');
  await frame.openGroup('Boletín de novedades');
  return text;
}

test('pictures of the first steps', async ({ launch, sandbox }) => {
  await sandbox.addAccount(joan.user, joan.password);
  const { page } = await launch({ server: sandbox.origin });
  const { signIn } = screensOf({ page });
  await page.setViewportSize(sizes[0]);
  await signIn.as(joan);
  await expect(page.getByRole('list', { name: 'First steps' })).toBeVisible();
  await take(page, 'first-steps');
});

test('pictures of every place', async ({ launch }) => {
  test.setTimeout(10 * 60_000);
  await mkdir(documentation, { recursive: true });
  const { page } = await launch();
  const screens = screensOf({ page });
  await expect(screens.signIn.heading).toBeVisible();
  await page.setViewportSize(sizes[0]);
  await take(page, 'sign-in');
  await screens.signIn.practice.click();
  await screens.frame.says('All saved in the practice account');
  const contact = await makeWork(page, screens);
  // Notices go by themselves; no picture shows one.
  await expect(screens.frame.notifications.getByRole('listitem')).toHaveCount(0);
  const numbers = 'Socios del club';
  for (const stop of tour({ page, screens, group: 'Boletín de novedades', contact, numbers })) {
    await stop.open();
    await take(page, stop.name, stop.about);
    await stop.leave?.();
  }
});
