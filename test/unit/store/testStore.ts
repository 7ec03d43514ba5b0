/** An account's store in a real file of a temporary folder, with a clock and ids that can be foretold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import { LibretaError, type CodedError } from '#shared/ipc/errors.ts';
import {
  openAccountStore,
  type AccountStore,
  type StoreChange,
} from '../../../electron/store/accountStore.ts';
import { addExistingGroup } from '../../../electron/store/edits/groups.ts';
import { runAtOnce } from '../../../electron/store/list/steps.ts';
import type { ListQuery } from '../../../electron/store/listing.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ids in the form of a UUID that count upwards. */
export function countingIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`;
  };
}

export interface TestStore {
  readonly store: AccountStore;
  readonly path: string;
  readonly changes: StoreChange[];
  readonly clock: { now: number };
}

export function openTestStore(
  path = join(temporaryFolder(), 'account.db'),
  newId = countingIds(),
): TestStore {
  const changes: StoreChange[] = [];
  const clock = { now: 1_000 };
  const store = openAccountStore({
    path,
    now: () => clock.now,
    newId,
    onChange: (change) => changes.push(change),
  });
  onTestFinished(() => store.close());
  return { store, path, changes, clock };
}

/** A group that stands on the server, with a column for a name and one for a city. */
export function existingGroup(
  store: AccountStore,
  columns: readonly string[] = ['mobile', 'name', 'city'],
  serverId = '77',
): GroupId {
  return addExistingGroup(store, { serverId: serverId as ServerId, label: 'Campo', columns });
}

/** A contact as a pull brings it. */
export function pulled(
  store: AccountStore,
  groupId: GroupId,
  fields: ContactFields,
  serverId = `s${fields['mobile'] ?? fields['email'] ?? ''}`,
): ContactId {
  return store.transaction(() => {
    const group = store.groups.get(groupId)!;
    store.touch.contacts(groupId);
    return store.contacts.insert(group, { serverId: serverId as ServerId, base: fields, fields });
  });
}

/** What a call is refused with; fails the test when it is not refused. */
export function refusal(work: () => unknown): CodedError {
  try {
    work();
  } catch (error) {
    if (error instanceof LibretaError) return error.coded;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** The contacts that `firstOf` finds. */
export function firstIds(store: AccountStore, query: ListQuery, most: number): ContactId[] {
  const rows = runAtOnce(store.list.firstOf(query, most)).map(({ row }) => row);
  return store.list.contactsAt(rows).map(({ id }) => id);
}
