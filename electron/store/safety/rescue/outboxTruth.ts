/**
 * What the outbox and the groups were: the journal's word, and where the journal itself lost lines, what the damaged
 * database still says. An edit is dropped only when one of the two says that it is gone.
 */
import type { JournalState } from '../journal/journalState.ts';
import type { ContactRecord, EntryRecord, GroupRecord } from '../journal/record.ts';
import type { Rescue } from './rescued.ts';

export interface OutboxTruth {
  /** The number of the last transaction that is in it. */
  readonly number: number;
  /** True when `groups` are all that there were, so that others are none. */
  readonly groupsComplete: boolean;
  readonly groups: readonly GroupRecord[];
  /** The contacts of the entries. */
  readonly contacts: readonly ContactRecord[];
  /** In the order of their numbers. */
  readonly entries: readonly EntryRecord[];
  /** Certainly never sent. */
  readonly unsent: ReadonlySet<string>;
}

/** `backup`: asked only where the journal is not whole and the damaged file says nothing. */
export function outboxTruth(
  journal: JournalState,
  damaged: Rescue | null,
  backup: Rescue | null,
): OutboxTruth {
  const rescue = damaged === null || isSilent(damaged) ? backup : damaged;
  const rescuedNumber = Number(rescue?.facts().get('journal') ?? 0) || 0;
  const whole = journal.n > 0 && journal.intact && journal.n >= rescuedNumber;
  const entries = new Map(journal.entries);
  const contacts = new Map(journal.contacts);
  const groups = new Map(journal.groups);
  if (!whole && rescue !== null) {
    // What the journal lost, a database of its number or a later one still knows.
    const newer = rescuedNumber >= journal.n;
    addGroups(groups, journal, rescue, newer);
    addEntries(entries, journal, rescue, newer);
    addContacts(contacts, entries, rescue, newer);
  }
  const ordered = [...entries.values()].sort((left, right) => left.seq - right.seq);
  const used = new Set(ordered.map(({ contactId }) => contactId));
  return {
    number: Math.max(journal.n, rescuedNumber),
    groupsComplete: whole,
    groups: [...groups.values()],
    contacts: [...contacts.values()].filter(({ id }) => used.has(id)),
    entries: ordered,
    unsent: new Set(whole ? ordered.flatMap(({ id }) => (journal.left.has(id) ? [] : [id])) : []),
  };
}

function isSilent(rescue: Rescue): boolean {
  return rescue.groups().length === 0 && rescue.entries().length === 0;
}

function addGroups(
  groups: Map<string, GroupRecord>,
  journal: JournalState,
  rescue: Rescue,
  newer: boolean,
): void {
  const columns = Map.groupBy(rescue.columns(), ({ group_id }) => group_id);
  for (const row of rescue.groups()) {
    if ((groups.has(row.id) && !newer) || journal.removedGroups.has(row.id)) continue;
    const ofGroup = columns
      .get(row.id)
      ?.map(({ name, state }): [string, typeof state] => [name, state]);
    groups.set(row.id, {
      kind: 'group',
      id: row.id,
      serverId: row.server_id,
      label: row.label,
      type: row.type,
      country: row.country,
      state: row.state,
      createdAt: row.created_at,
      columns: ofGroup ?? groups.get(row.id)?.columns ?? [],
    });
  }
}

function addEntries(
  entries: Map<string, EntryRecord>,
  journal: JournalState,
  rescue: Rescue,
  newer: boolean,
): void {
  for (const row of rescue.entries()) {
    if ((entries.has(row.id) && !newer) || journal.removedEntries.has(row.id)) continue;
    entries.set(row.id, {
      kind: 'entry',
      id: row.id,
      seq: row.seq,
      groupId: row.group_id,
      contactId: row.contact_id,
      intent: row.intent,
      step: row.step,
      createdAt: row.created_at,
    });
  }
}

function addContacts(
  contacts: Map<string, ContactRecord>,
  entries: ReadonlyMap<string, EntryRecord>,
  rescue: Rescue,
  newer: boolean,
): void {
  const wanted = new Set([...entries.values()].map(({ contactId }) => contactId));
  for (const row of rescue.contacts()) {
    if (!wanted.has(row.id) || (contacts.has(row.id) && !newer)) continue;
    contacts.set(row.id, {
      kind: 'contact',
      id: row.id,
      groupId: row.group_id,
      serverId: row.server_id,
      base: row.base,
    });
  }
}
