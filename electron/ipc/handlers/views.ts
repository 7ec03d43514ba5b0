/** Rows of the store as the window sees them. */
import { differences } from '#shared/domain/fold.ts';
import { columnsOf } from '#shared/domain/intent.ts';
import { contactTitle } from '#shared/domain/contactTitle.ts';
import type { GroupLook } from '#shared/domain/groupLook.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { EntryId, GroupId } from '#shared/domain/ids.ts';
import type { ContactSync } from '#shared/domain/contactSync.ts';
import type { ContactRow, EntryView, GroupView } from '#shared/ipc/views.ts';
import type { AccountStore } from '../../store/accountStore.ts';
import type { Contact } from '../../store/contacts.ts';
import { stateOf, type Entry, type Phase } from '../../store/entry.ts';
import type { Group } from '../../store/groups.ts';
import { isContactEntry, type OutboxCounts } from '../../store/outbox.ts';

export function groupView(
  store: AccountStore,
  group: Group,
  around: {
    readonly counts: OutboxCounts | undefined;
    readonly look: GroupLook;
    readonly pulling: boolean;
  },
): GroupView {
  const { counts, look, pulling } = around;
  const { id, serverId, label, type, country, state, pulledAt, pullError, held } = group;
  return {
    id,
    serverId,
    label,
    type,
    mainField: mainFieldOf(type),
    columns: store.columns.of(id),
    country,
    contacts: store.list.totalOf(id),
    waiting: counts?.waiting ?? 0,
    needsYou: counts?.needsYou ?? 0,
    state,
    pulledAt,
    pulling,
    pullError,
    held,
    ...look,
  };
}

export function contactRows(store: AccountStore, contacts: readonly Contact[]): ContactRow[] {
  const phases = store.outbox.phasesOf(contacts.map(({ id }) => id));
  return contacts.map((contact) => {
    const { id, groupId, fields } = contact;
    const sync = syncOf(phases.get(id) ?? []);
    const changed =
      sync === 'saved' ? [] : Object.keys(differences(contact.base ?? {}, contact.fields));
    return { id, groupId, fields, sync, changed };
  });
}

/** The state that matters most to the user: what needs them, then what is on its way, then what waits. */
function syncOf(phases: readonly Phase[]): ContactSync {
  if (phases.length === 0) return 'saved';
  if (phases.includes('needsYou')) return 'needsYou';
  return phases.includes('sending') || phases.includes('sent') ? 'sending' : 'waiting';
}

/** Entries in plain data, with the one that each waits for when that one is held up. */
export function entryViews(store: AccountStore, entries: readonly Entry[]): EntryView[] {
  const groups = new Map<GroupId, Group | null>();
  const groupOf = (id: GroupId): Group | null => {
    const group = groups.get(id) ?? store.groups.get(id);
    groups.set(id, group);
    return group;
  };
  const creations = new Map<GroupId, Entry | null>();
  const creationOf = (id: GroupId): Entry | null => {
    const found = creations.get(id);
    const creation = found === undefined ? store.outbox.firstOfGroup(id) : found;
    creations.set(id, creation);
    return creation;
  };
  const additions = new Map<GroupId, readonly Entry[]>();
  const additionOf = (entry: Entry): Entry | null => {
    if (!isContactEntry(entry)) return null;
    const found = additions.get(entry.groupId) ?? store.outbox.ofGroupItself(entry.groupId);
    additions.set(entry.groupId, found);
    const columns = found.length === 0 ? [] : columnsOf(entry.intent);
    return (
      found.find(({ intent }) => intent.kind === 'addColumn' && columns.includes(intent.column)) ??
      null
    );
  };
  const movedFrom = ({ contactId, intent }: Entry): string | null => {
    if (contactId === null || intent.kind !== 'addContact') return null;
    const [deletion] = store.outbox.afterContact(contactId);
    return deletion === undefined ? null : (groupOf(deletion.groupId)?.label ?? null);
  };
  return entries.map((entry) => {
    const group = groupOf(entry.groupId);
    const contact = entry.contactId === null ? null : store.contacts.get(entry.contactId);
    return {
      id: entry.id,
      groupId: entry.groupId,
      groupLabel: group?.label ?? '',
      contactId: entry.contactId,
      contactTitle:
        contact === null || group === null
          ? null
          : contactTitle(contact.fields, mainFieldOf(group.type)),
      movedFrom: movedFrom(entry),
      intent: entry.intent,
      state: stateOf(
        entry,
        blockedBy(store, entry, group, { creationOf, additionOf }),
        listWaitedFor(store, entry),
      ),
      createdAt: entry.createdAt,
    };
  });
}

/** What an entry may have to wait for, looked up once for all entries of a page. */
interface WaitedFor {
  readonly creationOf: (group: GroupId) => Entry | null;
  /** The addition of a column that the entry has a value for. */
  readonly additionOf: (entry: Entry) => Entry | null;
}

function blockedBy(
  store: AccountStore,
  entry: Entry,
  group: Group | null,
  { creationOf, additionOf }: WaitedFor,
): EntryId | null {
  const before = entry.contactId === null ? undefined : store.outbox.ofContact(entry.contactId)[0];
  if (before !== undefined && before.seq < entry.seq && isHeldUp(before)) return before.id;
  const successor = entry.intent.kind === 'deleteContact' ? entry.intent.after : undefined;
  if (successor !== undefined && store.outbox.staysItself(entry.id)) {
    return store.outbox.ofContact(successor)[0]?.id ?? null;
  }
  const column = additionOf(entry);
  if (column !== null && isHeldUp(column)) return column.id;
  if (group === null || group.serverId !== null || entry.intent.kind === 'createGroup') return null;
  const creation = creationOf(entry.groupId);
  return creation !== null && isHeldUp(creation) ? creation.id : null;
}

/** The label of the group in whose list, which is held, the contact may be missing that a deletion waits for. */
function listWaitedFor(store: AccountStore, entry: Entry): string | null {
  const successor = entry.intent.kind === 'deleteContact' ? entry.intent.after : undefined;
  if (successor === undefined || !store.outbox.staysItself(entry.id)) return null;
  const contact = store.contacts.get(successor);
  const group = contact === null ? null : store.groups.get(contact.groupId);
  return group === null || group.held === null ? null : group.label;
}

function isHeldUp(entry: Entry): boolean {
  return entry.phase === 'needsYou' || (entry.phase === 'waiting' && entry.attempts > 0);
}
