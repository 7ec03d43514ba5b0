/** Entries that wait for the user, each with what led to its question. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { Question } from '#shared/domain/entryState.ts';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import {
  addContact,
  deleteContacts,
  editContact,
} from '../../../../electron/store/edits/contacts.ts';
import { createGroup } from '../../../../electron/store/edits/groups.ts';
import { existingGroup, openTestStore, pulled } from '../testStore.ts';

export interface Asked {
  readonly store: AccountStore;
  readonly group: GroupId;
  readonly id: ContactId;
  readonly entry: EntryId;
}

export const name = { column: 'name', base: 'Ana', mine: 'Bea', theirs: 'Cruz' };
export const base = { mobile: '34600', name: 'Ana', city: 'Soria' };

/** An edit of name and city whose name is contested: the server holds Cruz. */
export function askedEdit(question: Question, standing: ContactFields = base): Asked {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const id = pulled(store, group, base);
  editContact(store, id, { name: 'Bea', city: 'Teruel' }, 'modify');
  const entry = store.outbox.ofContact(id)[0]!.id;
  store.transaction(() => {
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, standing);
    store.outbox.fail(entry, 'waiting', 3, 99_999, { class: 'rejected', code: 'X', raw: null });
    store.outbox.ask(entry, question);
    store.refold(id);
  });
  return { store, group, id, entry };
}

export function askedDelete(question: Question): Asked {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const id = pulled(store, group, base);
  deleteContacts(store, [id]);
  const entry = store.outbox.ofContact(id)[0]!.id;
  store.transaction(() => {
    store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...base, name: 'Cruz' });
    store.outbox.ask(entry, question);
    store.refold(id);
  });
  return { store, group, id, entry };
}

/** An add of 34600 while a contact with that number stands there. */
export function askedAdd(question: Question): Asked & { there: ContactId } {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const id = addContact(store, group, { mobile: '34600', name: 'Bea', city: 'a, b' });
  const there = pulled(store, group, { mobile: '34600', name: 'Cruz' });
  const entry = store.outbox.ofContact(id)[0]!.id;
  store.outbox.ask(entry, question);
  return { store, group, id, entry, there };
}

export function askedGroup(question: Question): Asked {
  const { store } = openTestStore();
  const group = createGroup(store, { name: 'x', type: 'mobile', columns: [], country: null });
  const entry = store.outbox.ofGroup(group)[0]!.id;
  store.outbox.ask(entry, question);
  return { store, group, id: '' as ContactId, entry };
}
