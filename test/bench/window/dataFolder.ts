/** A data folder as the app leaves it: signed in, offline, its account filled through the store's own code. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, ServerId } from '#shared/domain/ids.ts';
import { openAccountStore, type AccountStore } from '../../../electron/store/accountStore.ts';
import { editContact } from '../../../electron/store/edits/contacts.ts';
import { addExistingGroup } from '../../../electron/store/edits/groups.ts';
import { openRegistry } from '../../../electron/store/registry.ts';
import { peopleColumns } from '../people.ts';

export interface GroupToFill {
  readonly label: string;
  readonly contacts: Iterable<ContactFields>;
  /** Edits of the last contacts, waiting in the queue. */
  readonly queued?: number;
}

/** Contacts written in one transaction. */
const chunk = 5_000;

/** Fills an empty folder. */
export function fillDataFolder(folder: string, groups: readonly GroupToFill[]): void {
  const registry = openRegistry({
    path: join(folder, 'registry.db'),
    now: Date.now,
    newId: () => v7(),
  });
  registry.settings.set({ language: 'en', welcomed: true, forcedOffline: true });
  const { id } = registry.accounts.add({
    user: 'bench',
    server: 'https://bench.invalid',
    transport: 'post',
    practice: false,
  });
  registry.active.set(id);
  registry.close();
  mkdirSync(join(folder, 'accounts', id), { recursive: true });
  const store = openMirrorIn(folder);
  for (const [at, group] of groups.entries()) fillGroup(store, at, group);
  store.close();
}

/** The store of the one account of a data folder that no app has open. */
export function openMirrorIn(folder: string): AccountStore {
  const accounts = join(folder, 'accounts');
  const [account = ''] = readdirSync(accounts);
  return openAccountStore({
    path: join(accounts, account, 'mirror.db'),
    now: Date.now,
    newId: () => v7(),
    onChange: () => undefined,
  });
}

function fillGroup(store: AccountStore, at: number, { label, contacts, queued = 0 }: GroupToFill) {
  const serverId = String(at + 1) as ServerId;
  const groupId = addExistingGroup(store, { serverId, label, columns: peopleColumns });
  const group = { id: groupId, type: 'mobile' } as const;
  const ids: ContactId[] = [];
  const write = (part: readonly ContactFields[]): void => {
    store.transaction(() => {
      for (const fields of part) {
        const contact = { serverId: String(ids.length + 1) as ServerId, base: fields, fields };
        ids.push(store.contacts.insert(group, contact));
      }
    });
  };
  let part: ContactFields[] = [];
  for (const fields of contacts) {
    part.push(fields);
    if (part.length < chunk) continue;
    write(part);
    part = [];
  }
  write(part);
  store.groups.setPulled(groupId);
  store.transaction(() => {
    for (const [serial, contactId] of (queued === 0 ? [] : ids.slice(-queued)).entries())
      editContact(store, contactId, { city: `Ciudad ${serial}` }, 'recreate');
  });
}
