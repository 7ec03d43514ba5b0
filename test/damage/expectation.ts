/** What must be there again after any damage, taken while all was well, and what is missing of it afterwards. */
import { isDeepStrictEqual } from 'node:util';
import { valueOf, withoutEmpty } from '#shared/domain/contact.ts';
import { fold } from '#shared/domain/fold.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../electron/store/accountStore.ts';
import type { Contact } from '../../electron/store/contacts.ts';
import type { Entry } from '../../electron/store/entry.ts';
import type { Typed } from './life.ts';

export interface Expectation {
  /** Unsent edits. */
  readonly entries: readonly Entry[];
  /** The contacts that they are about. */
  readonly contacts: readonly Contact[];
  readonly groups: readonly unknown[];
  readonly typed: Typed;
  /** All contacts of the mirror; the server has them too, so they may be gone until the next pull. */
  readonly mirrored: number;
}

export function expectation(store: AccountStore, typed: Typed): Expectation {
  const entries = entriesOf(store);
  const ids = [...new Set(entries.flatMap(({ contactId }) => contactId ?? []))];
  const contacts = ids.flatMap((id) => store.contacts.get(id) ?? []);
  const kept = new Map(
    ids.flatMap((id) => {
      const values = typed.get(id);
      return values === undefined ? [] : [[id, new Map(values)] as const];
    }),
  );
  return {
    entries,
    contacts,
    groups: groupsOf(store),
    typed: kept,
    mirrored: allContacts(store).length,
  };
}

export function entriesOf(store: AccountStore): Entry[] {
  return store.outbox.page('all', 0, 100_000).sort((left, right) => left.seq - right.seq);
}

function groupsOf(store: AccountStore): unknown[] {
  return store.groups
    .all()
    .map(({ id, serverId, label, type, country, state }) => {
      const columns = store.columns.of(id);
      return { id, serverId, label, type, country, state, columns };
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

export function allContacts(store: AccountStore): Contact[] {
  return store.groups.all().flatMap(({ id }) => {
    const found = store.contacts.linked(id).flatMap((one) => store.contacts.get(one.id) ?? []);
    const queued = store.outbox.ofGroup(id).flatMap(({ contactId }) => contactId ?? []);
    const known = new Set(found.map((contact) => contact.id));
    const own = [...new Set(queued)].filter((one) => !known.has(one));
    return [...found, ...own.flatMap((one) => store.contacts.get(one) ?? [])];
  });
}

/** What is missing, doubled or wrong; empty when all is well. */
export function broken(store: AccountStore, expected: Expectation): string[] {
  const problems: string[] = [];
  const found = entriesOf(store);
  const byId = new Map(found.map((entry) => [entry.id, entry]));
  for (const entry of expected.entries) {
    const now = byId.get(entry.id);
    if (now === undefined) problems.push(`lost: ${JSON.stringify(entry.intent)}`);
    else if (!sameEdit(entry, now)) {
      problems.push(`altered: ${JSON.stringify(entry)} is ${JSON.stringify(now)}`);
    } else if (sentAgainBlindly(entry, now)) problems.push(`sent, and waits again: ${entry.id}`);
  }
  if (found.length > expected.entries.length) {
    problems.push(`${found.length} entries instead of ${expected.entries.length}`);
  }
  if (
    !isDeepStrictEqual(
      found.map(({ id }) => id),
      expected.entries.map(({ id }) => id),
    )
  ) {
    problems.push('the order of the outbox');
  }
  for (const contact of expected.contacts) {
    const now = store.contacts.get(contact.id);
    if (now === null || !isDeepStrictEqual(seen(contact), seen(now))) {
      problems.push(`contact ${JSON.stringify(contact)} is ${JSON.stringify(now)}`);
    }
  }
  for (const [id, values] of expected.typed) problems.push(...notSeen(store, id, values));
  if (!isDeepStrictEqual(groupsOf(store), expected.groups)) problems.push('the groups');
  return [...problems, ...unsound(store)];
}

function sameEdit(left: Entry, right: Entry): boolean {
  const edit = ({ seq, groupId, contactId, intent, step, createdAt }: Entry): unknown => ({
    seq,
    groupId,
    contactId,
    intent,
    step,
    createdAt,
  });
  return isDeepStrictEqual(edit(left), edit(right));
}

/** What may have reached the server is read before it is sent again: it must not wait as if it had never left. */
function sentAgainBlindly(before: Entry, now: Entry): boolean {
  const mayHaveLeft = ['sending', 'unknown', 'sent'].includes(before.phase);
  return mayHaveLeft && now.phase === 'waiting';
}

function seen({ id, groupId, serverId, base, fields, tombstone }: Contact): unknown {
  return { id, groupId, serverId, base, fields, tombstone };
}

function notSeen(
  store: AccountStore,
  id: ContactId,
  values: ReadonlyMap<string, string>,
): string[] {
  const contact = store.contacts.get(id);
  return [...values].flatMap(([column, value]) =>
    contact !== null && valueOf(contact.fields, column) === value
      ? []
      : [`typed and not seen: ${column} ${value}`],
  );
}

/** The store's own invariants. */
export function unsound(store: AccountStore): string[] {
  const problems: string[] = [];
  if (store.inspect.integrity() !== 'ok') problems.push(`integrity: ${store.inspect.integrity()}`);
  if (store.inspect.foreignKeys().length > 0) problems.push('foreign keys');
  const numbers = new Map<string, number>();
  for (const { id, groupId, base, fields, tombstone } of allContacts(store)) {
    const intents = store.outbox.ofContact(id).map(({ intent }) => intent);
    const folded = fold(base, intents);
    const right =
      isDeepStrictEqual(fields, withoutEmpty(folded.fields)) && tombstone === folded.tombstone;
    if (!right) problems.push(`fields of ${id} are not what follows from its base and entries`);
    const key = `${groupId} ${fields['mobile'] ?? ''}`;
    numbers.set(key, (numbers.get(key) ?? 0) + 1);
  }
  for (const [key, count] of numbers) if (count > 1) problems.push(`twice: ${key}`);
  return problems;
}
