/** One contact of a group that Afilnet has, and how the tests of undo look at it. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import { dropContact } from '../../../../electron/store/edits/drop.ts';
import { existingGroup, openTestStore, pulled } from '../testStore.ts';

export const ana = { mobile: '34600', name: 'Ana', city: 'Soria' };

export function ready() {
  const { store, path, clock } = openTestStore();
  const group = existingGroup(store);
  return { store, clock, group, id: pulled(store, group, ana), path };
}

export const seen = (store: AccountStore, id: ContactId): ContactFields | null => {
  const contact = store.contacts.get(id);
  return contact === null || contact.tombstone ? null : contact.fields;
};
export const intents = (store: AccountStore, group: GroupId): unknown[] =>
  store.outbox.ofGroup(group).map(({ intent }) => intent);

/** As the sync does it when the server holds what was sent. */
export function acknowledge(store: AccountStore, id: ContactId): void {
  store.transaction(() => {
    const contact = store.contacts.get(id)!;
    for (const entry of store.outbox.ofContact(id)) store.outbox.remove(entry.id);
    if (contact.tombstone) dropContact(store, contact);
    else {
      store.contacts.setBase(
        id,
        contact.serverId ?? (`s${contact.row}` as ServerId),
        contact.fields,
      );
      store.refold(id);
    }
  });
}

export async function refusedWith(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: { coded?: { code: string } }) => error.coded?.code,
  );
}
