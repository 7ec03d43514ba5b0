/**
 * Whatever is done in whatever order: what is seen is what the server confirmed with the queue laid over it,
 * what is refused changes nothing, what leaves the queue is in the history, and the search finds what is there.
 */
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameFields, withoutEmpty } from '#shared/domain/contact.ts';
import { fold } from '#shared/domain/fold.ts';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import { haystackOf, searchWords } from '#shared/domain/searchText.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import type { Entry } from '../../../electron/store/entry.ts';
import { command, contactsOf, run, type Command } from './commands.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

test('the invariant holds after any sequence', () => {
  const { store, path } = openTestStore();
  let groups = 0;
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 30 }), (commands) => {
      groups += 1;
      const group = existingGroup(store, ['mobile', 'name', 'city'], `g${groups}`);
      pulled(store, group, { mobile: '34700', name: 'Ana' });
      pulled(store, group, { mobile: '34701', name: 'Ana', city: 'x, y' });
      for (const it of commands) step(store, group, it);
      checkSearch(store, group);
    }),
    { numRuns: 300 },
  );
  expect(store.inspect.integrity()).toBe('ok');
  expect(store.inspect.foreignKeys()).toEqual([]);
  const other = new Sqlite(path);
  other.exec(`INSERT INTO contact_search (contact_search, rank) VALUES ('integrity-check', 1)`);
  other.close();
});

function step(store: AccountStore, group: GroupId, it: Command): void {
  const before = pictureOf(store, group);
  try {
    run(store, group, it);
  } catch (error) {
    if (!(error instanceof LibretaError)) throw error;
    expect(pictureOf(store, group)).toEqual(before);
    return;
  }
  const after = pictureOf(store, group);
  checkFolded(store, group);
  if (it.do === 'edit') checkTyped(before, after, it.fields);
  const gone = [...before.entries].filter(([id]) => !after.entries.has(id));
  for (const [, entry] of gone) {
    expect(historyOf(store, group, entry.contactId)).toBeGreaterThan(
      before.history.get(entry.contactId) ?? 0,
    );
  }
}

interface Picture {
  readonly contacts: ReturnType<typeof contactsOf>;
  readonly columns: unknown;
  readonly group: unknown;
  readonly entries: Map<EntryId, Entry>;
  readonly history: Map<ContactId | null, number>;
}

function pictureOf(store: AccountStore, group: GroupId): Picture {
  const contacts = contactsOf(store, group);
  return {
    contacts,
    columns: store.columns.of(group),
    group: store.groups.get(group),
    entries: new Map(store.outbox.ofGroup(group).map((entry) => [entry.id, entry])),
    history: new Map([
      [null, historyOf(store, group, null)],
      ...contacts.map(({ id }) => [id, historyOf(store, group, id)] as const),
    ]),
  };
}

function historyOf(store: AccountStore, group: GroupId, contact: ContactId | null): number {
  const lines =
    contact === null
      ? store.history.ofGroup(group, 10_000)
      : store.history.ofContact(contact, 10_000);
  return lines.length;
}

function checkFolded(store: AccountStore, group: GroupId): void {
  for (const { id, base, fields, tombstone } of contactsOf(store, group)) {
    const folded = fold(
      base,
      store.outbox.ofContact(id).map(({ intent }) => intent),
    );
    expect(fields).toEqual(withoutEmpty(folded.fields));
    expect(tombstone).toBe(folded.tombstone);
  }
}

/** What was typed is what is seen. */
function checkTyped(
  before: Picture,
  after: Picture,
  typed: Readonly<Record<string, string>>,
): void {
  const edited = after.contacts.filter(({ id, fields }) => {
    const old = before.contacts.find((contact) => contact.id === id);
    return old !== undefined && !sameFields(old.fields, fields);
  });
  expect(edited.length).toBeLessThanOrEqual(1);
  for (const { fields } of edited) {
    for (const [column, value] of Object.entries(typed)) {
      expect(fields[column] ?? '').toBe(value.trim());
    }
  }
}

function checkSearch(store: AccountStore, groupId: GroupId): void {
  const seen = contactsOf(store, groupId).filter(({ tombstone }) => !tombstone);
  const parts = seen.flatMap(({ fields }) => Object.values(fields).flatMap(partsOf));
  const scope = { kind: 'group', groupId } as const;
  for (const search of new Set([...parts, 'jose', '677', '67712', '"', '*', 'AND', 'x y'])) {
    const query = { scope, search, sort: null, onlyUnsent: false };
    const found = store.list.window(query, 0, 500).map(({ id }) => id);
    const expected = seen.filter(({ fields }) =>
      searchWords(search).every((word) => haystackOf(fields).includes(word)),
    );
    expect(found.toSorted(), search).toEqual(expected.map(({ id }) => id).toSorted());
    expect(store.list.count(query)).toBe(expected.length);
  }
}

/** A value, and what one may type of it: whole characters, never half of one. */
function partsOf(value: string): string[] {
  const characters = [...value];
  return [
    value,
    characters.slice(1).join(''),
    characters.slice(0, 3).join(''),
    characters[0] ?? '',
  ];
}
