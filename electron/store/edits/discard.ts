/** Giving an edit up: what is seen becomes what the server last confirmed, and history keeps what was given up. */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { GivenUpReason } from '#shared/domain/givenUp.ts';
import type { EntryId, GroupId } from '#shared/domain/ids.ts';
import { changesWhatItReplaces } from '#shared/domain/intent.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import type { Contact } from '../contacts.ts';
import { isContactEntry } from '../outbox.ts';
import { isInFlight, type ContactEntry, type Entry } from '../entry.ts';
import { dropContact, dropGroup, keepWhatItReplaces, recordGivenUp, stripColumn } from './drop.ts';
import { rebaseEntries } from './rebase.ts';

/** @throws LibretaError entryUnknown, entryInFlight */
export function discardEntry(store: AccountStore, id: EntryId): void {
  store.transaction(() => {
    const entry = store.outbox.get(id);
    if (entry === null) throw new LibretaError('entryUnknown');
    if (isInFlight(entry) && entry.phase !== 'needsYou') throw new LibretaError('entryInFlight');
    giveUpEntry(store, entry);
  });
}

/** Gives up an entry of which nothing is on its way. `code`: what it went along with, for the history. */
export function giveUpEntry(store: AccountStore, entry: Entry, code?: GivenUpReason): void {
  const { groupId, contactId, intent } = entry;
  const event = { groupId, contactId, intent, outcome: 'discarded' } as const;
  store.history.add(code === undefined ? event : { ...event, code });
  if (isContactEntry(entry)) discardContactEntry(store, entry);
  else discardGroupEntry(store, entry);
  store.touch.outbox();
  store.touch.groups();
}

function discardContactEntry(store: AccountStore, entry: ContactEntry): void {
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) {
    store.outbox.remove(entry.id);
    return;
  }
  const { intent } = entry;
  if (intent.kind === 'addContact' && changesWhatItReplaces(intent)) {
    putBack(store, entry, intent.replaces);
    store.refold(contact.id);
    return;
  }
  // An add that is given up takes the contact with it; so does an edit of one that is gone there.
  const neverThere = entry.intent.kind === 'addContact' && contact.base === null;
  if (neverThere || intent.kind === 'editContact') keepWhatItReplaces(store, contact.id);
  if (neverThere || entry.question?.kind === 'deletedThere') {
    dropWithEntries(store, contact, entry);
    return;
  }
  const { base } = contact;
  if (entry.step > 0 && base !== null) putBack(store, entry, base);
  else store.outbox.remove(entry.id);
  if (entry.intent.kind === 'editContact') {
    const standing = Object.entries(entry.intent.changes).map(
      ([column, { from }]) => [column, base === null ? from : valueOf(base, column)] as const,
    );
    rebaseEntries(store, contact.id, Object.fromEntries(standing));
  }
  store.refold(contact.id);
}

/** A re-creation has taken the contact away there, or may have: giving it up means adding it again as it was. */
function putBack(store: AccountStore, entry: ContactEntry, base: ContactFields): void {
  store.contacts.setBase(entry.contactId, null, null);
  store.outbox.setIntent(entry.id, { kind: 'addContact', fields: base, replaces: base });
  store.outbox.setStep(entry.id, 0);
  store.outbox.requeue(entry.id);
}

/** The contact goes, and what was queued behind the entry goes with it. */
function dropWithEntries(store: AccountStore, contact: Contact, entry: ContactEntry): void {
  const others = store.outbox.ofContact(contact.id).filter(({ id }) => id !== entry.id);
  recordGivenUp(store, others, 'contactDiscarded');
  dropContact(store, contact);
}

function discardGroupEntry(store: AccountStore, entry: Entry): void {
  const { groupId, intent } = entry;
  store.outbox.remove(entry.id);
  switch (intent.kind) {
    case 'createGroup':
      recordGivenUp(store, store.outbox.ofGroup(groupId), 'groupDiscarded');
      dropGroup(store, groupId);
      return;
    case 'deleteGroup':
      store.groups.setState(groupId, stateWithout(store, groupId));
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
      discardCountry(store, entry, intent.from);
      return;
    case 'addContact':
    case 'editContact':
    case 'deleteContact':
      return;
  }
}

function stateWithout(store: AccountStore, groupId: GroupId): 'saved' | 'creating' {
  return store.groups.get(groupId)?.serverId === null ? 'creating' : 'saved';
}

/** A country that was chosen later stays; it now starts from where the one given up started. */
function discardCountry(store: AccountStore, entry: Entry, from: string | null): void {
  const next = store.outbox
    .ofGroup(entry.groupId)
    .find(({ seq, intent }) => intent.kind === 'assignCountry' && seq > entry.seq);
  if (next?.intent.kind === 'assignCountry') {
    store.outbox.setIntent(next.id, { ...next.intent, from });
  } else store.groups.setCountry(entry.groupId, from);
}
