/** Giving an edit up: what is seen becomes what the server last confirmed, and history keeps what was given up. */
import type { EntryId, GroupId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import { isContactEntry } from '../outbox.ts';
import { isInFlight, type ContactEntry, type Entry } from '../entry.ts';
import { dropContact, dropGroup, stripColumn } from './drop.ts';
import { rebaseEntries } from './rebase.ts';

/** @throws LibretaError entryUnknown, entryInFlight */
export function discardEntry(store: AccountStore, id: EntryId): void {
  store.transaction(() => {
    const entry = store.outbox.get(id);
    if (entry === null) throw new LibretaError('entryUnknown');
    if (isInFlight(entry) && entry.phase !== 'needsYou') throw new LibretaError('entryInFlight');
    const { groupId, contactId, intent } = entry;
    store.history.add({ groupId, contactId, intent, outcome: 'discarded' });
    if (isContactEntry(entry)) discardContactEntry(store, entry);
    else discardGroupEntry(store, entry);
    store.touch.outbox();
    store.touch.groups();
  });
}

function discardContactEntry(store: AccountStore, entry: ContactEntry): void {
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) {
    store.outbox.remove(entry.id);
    return;
  }
  // An add that is given up takes the contact with it; so does an edit of one that is gone there.
  const gone = entry.question?.kind === 'deletedThere' || entry.step > 0;
  if (entry.intent.kind === 'addContact' || (gone && contact.base === null)) {
    dropContact(store, contact);
    return;
  }
  store.outbox.remove(entry.id);
  if (gone) {
    dropContact(store, contact);
    return;
  }
  if (entry.intent.kind === 'editContact') {
    const before = Object.entries(entry.intent.changes).map(([column, { from }]) => [column, from]);
    const base = contact.base ?? {};
    const settled = before.map(([column = '', from = '']) => [column, base[column] ?? from]);
    rebaseEntries(store, contact.id, Object.fromEntries(settled) as Record<string, string>);
  }
  store.refold(contact.id);
}

function discardGroupEntry(store: AccountStore, entry: Entry): void {
  const { groupId, intent } = entry;
  store.outbox.remove(entry.id);
  switch (intent.kind) {
    case 'createGroup':
      discardWithHistory(store, groupId);
      dropGroup(store, groupId);
      return;
    case 'deleteGroup':
      store.groups.setState(groupId, 'saved');
      store.touch.contacts(groupId);
      return;
    case 'addColumn':
      store.columns.remove(groupId, intent.column);
      stripColumn(store, groupId, intent.column);
      return;
    case 'deleteColumn':
      store.columns.setState(groupId, intent.column, 'saved');
      store.touch.contacts(groupId);
      return;
    case 'assignCountry':
      store.groups.setCountry(groupId, intent.from);
      return;
    case 'addContact':
    case 'editContact':
    case 'deleteContact':
      return;
  }
}

/** What was queued inside a group that is never created is given up with it, line by line in the history. */
function discardWithHistory(store: AccountStore, groupId: GroupId): void {
  for (const { contactId, intent } of store.outbox.ofGroup(groupId)) {
    store.history.add({ groupId, contactId, intent, outcome: 'discarded', code: 'groupDiscarded' });
  }
}
