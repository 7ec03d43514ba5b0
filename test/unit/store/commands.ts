/** What can happen to a group, as values that fast-check can make and shrink, and how each is done to a store. */
import fc from 'fast-check';
import type { Question, Settlement } from '#shared/domain/entryState.ts';
import { fold } from '#shared/domain/fold.ts';
import type { GroupId, ServerId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import type { Contact } from '../../../electron/store/contacts.ts';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import { addColumn, assignCountry, deleteColumn } from '../../../electron/store/edits/groups.ts';
import { rebaseEntries } from '../../../electron/store/edits/rebase.ts';
import { settleEntry } from '../../../electron/store/edits/settle.ts';
import { isContactEntry } from '../../../electron/store/outbox.ts';

const column = fc.constantFrom('mobile', 'name', 'city', 'street', 'unknown');
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '34600', '34601', 'Ana', 'José', 'x, y', '677 12') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const fields = fc.dictionary(column, value, { maxKeys: 3 });
const which = fc.nat({ max: 20 });
const contested = { column: 'name', base: 'Ana', mine: 'José', theirs: 'Eva' };

const question = fc.constantFrom<Question>(
  { kind: 'conflict', fields: [contested] },
  { kind: 'conflict', fields: [contested, { ...contested, column: 'street' }] },
  { kind: 'exists', theirs: null },
  { kind: 'deletedThere' },
  { kind: 'rejected', code: 'BAD', raw: null },
  { kind: 'cannotCarry', fields: [{ column: 'city', obstacle: 'comma' }] },
  { kind: 'storedDifferently', fields: [{ column: 'name', sent: 'Ana', stored: 'Eva' }] },
  { kind: 'noProgress', code: 'timeout', attempts: 9 },
);
const settlement: fc.Arbitrary<Settlement> = fc.oneof(
  fc.constantFrom<Settlement>(
    { kind: 'retry' },
    { kind: 'mine' },
    { kind: 'theirs' },
    { kind: 'bringBack' },
    { kind: 'letGo' },
    { kind: 'recreate' },
    { kind: 'notCreated' },
  ),
  fields.map((values) => ({ kind: 'values', values }) as const),
);
const phase = fc.constantFrom(
  'waiting' as const,
  'sending' as const,
  'unknown' as const,
  'sent' as const,
);
const carry = fc.constantFrom('modify' as const, 'recreate' as const);

export const command = fc.oneof(
  fc.record({ do: fc.constant('add' as const), fields, mobile: fc.constantFrom('34600', '34601') }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('edit' as const), which, fields, carry }),
  },
  fc.record({ do: fc.constant('delete' as const), which: fc.array(which, { maxLength: 3 }) }),
  fc.record({ do: fc.constant('discard' as const), which }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), which, settlement }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), which, question }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('phase' as const), which, phase }) },
  fc.record({ do: fc.constant('leave' as const), which }),
  fc.record({ do: fc.constant('confirm' as const), which, fields }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), which }) },
  fc.record({ do: fc.constant('addColumn' as const), column }),
  fc.record({ do: fc.constant('deleteColumn' as const), column }),
  fc.record({ do: fc.constant('country' as const), country: fc.constantFrom('ESP', 'FRA') }),
);
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

export function contactsOf(store: AccountStore, group: GroupId): Contact[] {
  const seen = store.contacts.linked(group).map(({ id }) => id);
  const queued = store.outbox.ofGroup(group).flatMap(({ contactId }) => contactId ?? []);
  return [...new Set([...seen, ...queued])].flatMap((id) => store.contacts.get(id) ?? []);
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

/** Does it. What the store refuses is thrown as the store throws it. */
export function run(store: AccountStore, group: GroupId, it: Command): void {
  const contact =
    'which' in it && typeof it.which === 'number'
      ? pick(contactsOf(store, group), it.which)
      : undefined;
  const entry =
    'which' in it && typeof it.which === 'number'
      ? pick(store.outbox.ofGroup(group), it.which)
      : undefined;
  switch (it.do) {
    case 'add':
      addContact(store, group, { ...it.fields, mobile: it.mobile });
      return;
    case 'edit':
      if (contact !== undefined) editContact(store, contact.id, it.fields, it.carry);
      return;
    case 'delete': {
      const all = contactsOf(store, group);
      deleteContacts(
        store,
        it.which.flatMap((index) => pick(all, index)?.id ?? []),
      );
      return;
    }
    case 'discard':
      if (entry !== undefined) discardEntry(store, entry.id);
      return;
    case 'settle': {
      const asked = pick(
        store.outbox.ofGroup(group).filter((one) => one.phase === 'needsYou'),
        it.which,
      );
      if (asked !== undefined) settleEntry(store, asked.id, it.settlement);
      return;
    }
    case 'ask':
      if (entry !== undefined) store.transaction(() => store.outbox.ask(entry.id, it.question));
      return;
    case 'phase':
      if (entry !== undefined) store.transaction(() => store.outbox.setPhase(entry.id, it.phase));
      return;
    case 'leave':
      // A re-creation whose delete has left.
      if (entry?.intent.kind === 'editContact' && entry.intent.carry === 'recreate') {
        store.transaction(() => store.outbox.setStep(entry.id, 1));
      }
      return;
    case 'confirm':
      if (contact !== undefined && contact.serverId !== null) {
        store.transaction(() => {
          store.contacts.setBase(contact.id, contact.serverId, it.fields);
          store.refold(contact.id);
        });
      }
      return;
    case 'acknowledge':
      if (contact !== undefined) acknowledge(store, contact);
      return;
    case 'addColumn':
      addColumn(store, group, it.column);
      return;
    case 'deleteColumn':
      deleteColumn(store, group, it.column);
      return;
    case 'country':
      assignCountry(store, group, it.country);
      return;
  }
}

/** As the sync does it: the first entry of a contact is seen to be stored. */
function acknowledge(store: AccountStore, contact: Contact): void {
  const head = store.outbox.ofContact(contact.id)[0];
  if (head === undefined || !isContactEntry(head)) return;
  store.transaction(() => {
    const { fields: stored, tombstone } = fold(contact.base, [head.intent]);
    store.history.add({
      groupId: contact.groupId,
      contactId: contact.id,
      intent: head.intent,
      outcome: 'acknowledged',
    });
    store.outbox.remove(head.id);
    if (tombstone) {
      if (store.outbox.ofContact(contact.id).length === 0) {
        store.contacts.remove(contact.id);
        return;
      }
    }
    const serverId = contact.serverId ?? (`s${contact.row}` as ServerId);
    store.contacts.setBase(contact.id, serverId, stored);
    rebaseEntries(store, contact.id, stored);
    store.refold(contact.id);
  });
}
