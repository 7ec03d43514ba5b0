/** Damage that a backup finds while the account is at work: the account is opened again and so recovered. */
import Sqlite from 'better-sqlite3';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { accountDesk } from '../account/realDesk.ts';
import { temporary } from './files.ts';

test('an account whose backup is not sound is opened again, recovered, with every edit', async () => {
  const dataFolder = temporary();
  const accounts = accountDesk(dataFolder);
  const { accountId } = await accounts.practice();
  const [group] = accounts.current.store.groups.all();
  const contact = addContact(accounts.current.store, group!.id, {
    mobile: '34999888777',
    email: 'a@b.es',
  });
  await accounts.close();

  const path = join(dataFolder, 'accounts', accountId, 'mirror.db');
  const db = new Sqlite(path, { readonly: true });
  const page = db
    .prepare<[], number>(`SELECT max(pageno) FROM dbstat WHERE name = 'history_by_group'`)
    .pluck()
    .get()!;
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);

  await accounts.restore();
  const session = accounts.current;
  expect(session.store.safety.report()).toBeNull();
  expect((await session.backups.now()).kind).toBe('damaged');
  await vi.waitFor(() => expect(accounts.currentOrNull ?? session).not.toBe(session), 20_000);
  const { store } = accounts.current;
  expect(store.safety.report()).toMatchObject({ entriesRebuilt: 1 });
  expect(store.outbox.ofContact(contact)).toHaveLength(1);
  expect(store.inspect.integrity()).toBe('ok');
  const folder = join(dataFolder, 'accounts', accountId);
  expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
});
