/** Filters and kept orders against the plain rules: whatever happens to the contacts, the list is as if made anew. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueOf } from '#shared/domain/contact.ts';
import { matches, type Condition, type ValueTest } from '#shared/domain/filter.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { contactRows } from '../../../electron/ipc/handlers/views.ts';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import type { ListQuery } from '../../../electron/store/listing.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

const words = ['', 'Ana', 'ana', 'ÁNGEL', 'Nuñez', 'z', '10', '9', '2,5', '+34 677-12 34', 'a b'];
const cities = ['', 'Soria', 'soria', 'A Coruña', '677'];
/** What may be a phone number and what is none, in the ways in which both are written. */
const numbers = [
  '34600111222',
  '+34 600 111 222',
  '+34 600–111–222',
  '(34) 600.111.222',
  ' 34600\u00a0111\u2011222 ',
  '555-1234',
  '5551234',
  '123456',
  '1234.56',
  '-123456',
  '1.5',
  '15',
  '007',
  '7',
  '1/12/1980',
  '11/2/1980',
  '12/05/1980',
  '12051980',
  '34600111222 (Ana)',
];

const column = fc.constantFrom(
  { kind: 'main' } as const,
  { kind: 'field', name: 'name' } as const,
  { kind: 'field', name: 'city' } as const,
  { kind: 'field', name: 'no such' } as const,
);
const asked = fc.constantFrom(
  ...numbers,
  '+34 600',
  '346',
  '600-111',
  '0034600111222',
  '12/05',
  '',
  'an',
  'ANA',
  'ñ',
  '677 12',
  '34677',
  'soria',
  '1',
  'a',
  ' z ',
  '%',
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    column,
    not: fc.boolean(),
    test: fc.oneof(
      fc.record({ kind: fc.constantFrom('contains', 'is', 'startsWith'), text: asked }),
      fc.record({
        kind: fc.constant('anyOf' as const),
        texts: fc.array(asked, { minLength: 1, maxLength: 3 }),
      }),
      fc.constant({ kind: 'empty' as const }),
    ),
  }),
  fc.record({
    kind: fc.constant('sync' as const),
    states: fc.subarray(['saved', 'waiting', 'sending', 'needsYou'] as const, { minLength: 1 }),
    not: fc.boolean(),
  }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  leaf,
  fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(leaf, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constantFrom('all', 'any'),
    of: fc.array(
      fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(leaf, { maxLength: 2 }) }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);
const sort = fc.option(
  fc.record({
    by: fc.oneof(column, fc.constantFrom({ kind: 'sync' } as const, { kind: 'group' } as const)),
    direction: fc.constantFrom('up', 'down'),
  }),
);

function filled(): { store: AccountStore; group: GroupId; ids: () => ContactId[] } {
  const { store } = openTestStore();
  const group = existingGroup(store, ['mobile', 'name', 'city']);
  store.transaction(() => {
    [...words, ...numbers].forEach((name, at) =>
      pulled(store, group, { mobile: `6${at}`, name, city: cities[at % cities.length] ?? '' }),
    );
  });
  const ids = (): ContactId[] => all(store, group).map(({ id }) => id);
  return { store, group, ids };
}

const queryOf = (group: GroupId, more: Partial<ListQuery> = {}): ListQuery => ({
  scope: { kind: 'group', groupId: group },
  search: '',
  onlyUnsent: false,
  ...more,
});

function all(store: AccountStore, group: GroupId) {
  return contactRows(store, store.list.window(queryOf(group), 0, 500));
}

describe('filters', () => {
  test('the database finds exactly what the rule says, in one group and in all', () => {
    const { store, group, ids } = filled();
    editContact(store, ids()[2]!, { city: 'Lugo' }, 'modify');
    const entry = store.outbox.ofContact(ids()[2]!)[0]!;
    editContact(store, ids()[3]!, { city: 'Lugo' }, 'modify');
    store.transaction(() => {
      store.outbox.ask(entry.id, { kind: 'deletedThere' });
      store.touch.outbox();
    });
    const rows = all(store, group);
    fc.assert(
      fc.property(condition, fc.boolean(), (filter, everywhere) => {
        const query = queryOf(group, { filter });
        const found = store.list.window(
          everywhere ? { ...query, scope: { kind: 'all' } } : query,
          0,
          500,
        );
        const wanted = rows.filter(({ fields, sync }) =>
          matches(filter, {
            sync,
            valueOf: (of) => valueOf(fields, of.kind === 'main' ? 'mobile' : of.name),
          }),
        );
        expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      }),
      { numRuns: 400 },
    );
  });

  test('however a number is written and asked for, the database finds what the rule says', () => {
    const { store } = openTestStore();
    const group = existingGroup(store, ['mobile']);
    const mark = fc.constantFrom('', ' ', '-', '–', '\u2011', '\u00a0', '.', '/', ' – ', 'x');
    const marks = fc.array(mark, { minLength: 11, maxLength: 11 });
    const written = marks.map((between) =>
      [...'34600111222'].map((digit, at) => (between[at] ?? '') + digit).join(''),
    );
    const kind = fc.constantFrom('is', 'startsWith', 'contains');
    const cut = fc.integer({ min: 1, max: 40 });
    let serial = 0;
    fc.assert(
      fc.property(written, written, kind, cut, fc.boolean(), (stored, wanted, by, length, not) => {
        serial += 1;
        const id = pulled(store, group, { mobile: stored }, `n${serial}`);
        const text = wanted.slice(0, by === 'is' ? undefined : length);
        for (const test of [
          { kind: by, text },
          { kind: 'anyOf' as const, texts: ['x', text] },
        ]) {
          const filter: Condition = { kind: 'value', column: { kind: 'main' }, test, not };
          const found = store.list.window(queryOf(group, { filter }), 0, 500);
          const subject = { sync: 'saved' as const, valueOf: () => stored };
          expect(found.length, `${stored} ${JSON.stringify(filter)}`).toBe(
            matches(filter, subject) ? 1 : 0,
          );
        }
        store.transaction(() => store.contacts.remove(id));
      }),
      { numRuns: 300 },
    );
  });

  test.each<{ test: ValueTest; found: number }>([
    { test: { kind: 'is', text: '+34 600 111 222' }, found: 5 },
    { test: { kind: 'anyOf', texts: ['x', '+34 600–111–222'] }, found: 5 },
    { test: { kind: 'startsWith', text: '+34 600' }, found: 5 },
    { test: { kind: 'is', text: '1.5' }, found: 1 },
    { test: { kind: 'is', text: '7' }, found: 1 },
  ])('$test finds $found of the numbers, and its negation the others', ({ test, found }) => {
    const { store, group } = filled();
    const column = { kind: 'field', name: 'name' } as const;
    const count = (not: boolean): number =>
      store.list.count(queryOf(group, { filter: { kind: 'value', column, test, not } }));
    expect(count(false)).toBe(found);
    expect(count(true)).toBe(words.length + numbers.length - found);
  });

  test('beside a search and the unsent', () => {
    const { store, group, ids } = filled();
    editContact(store, ids()[1]!, { city: 'Lugo' }, 'modify');
    const filter: Condition = {
      kind: 'value',
      column: { kind: 'field', name: 'city' },
      test: { kind: 'is', text: 'lugo' },
      not: false,
    };
    const count = (more: Partial<ListQuery>): number =>
      store.list.count(queryOf(group, { filter, ...more }));
    expect(count({})).toBe(1);
    expect(count({ search: 'ana' })).toBe(1);
    expect(count({ search: 'angel' })).toBe(0);
    expect(count({ onlyUnsent: true })).toBe(1);
    expect(count({ search: 'an', onlyUnsent: true })).toBe(1);
  });
});

describe('a kept order', () => {
  const act = fc.record({
    kind: fc.constantFrom('add', 'edit', 'delete', 'phase'),
    at: fc.nat(20),
    name: fc.constantFrom(...words),
    city: fc.constantFrom(...cities),
  });

  test('is after any edits what it would be if it were made anew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(condition), sort, fc.constantFrom('', 'ana', 'an')), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.array(act, { maxLength: 12 }),
        (asks, acts) => {
          const { store, group, ids } = filled();
          const queries = asks.map(([filter, by, search]) =>
            queryOf(group, { filter, sort: by, search }),
          );
          let mobile = 700;
          for (const { kind, at, name, city } of acts) {
            for (const query of queries) store.list.window(query, 0, 5);
            const id = ids()[at % Math.max(1, ids().length)];
            if (kind === 'add') addContact(store, group, { mobile: String(mobile++), name, city });
            else if (id === undefined) continue;
            else if (kind === 'edit') editContact(store, id, { name, city }, 'recreate');
            else if (kind === 'delete') deleteContacts(store, [id]);
            else {
              const [entry] = store.outbox.ofContact(id);
              if (entry) store.outbox.setPhase(entry.id, 'sending');
            }
          }
          const seen = (): string[][] =>
            queries.map((query) => store.list.window(query, 0, 500).map(({ id }) => id));
          const mended = seen();
          store.list.forget();
          expect(mended).toEqual(seen());
          store.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('that is made bit by bit takes in what changes meanwhile', async () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    store.transaction(() => {
      for (let at = 0; at < 9_000; at += 1)
        pulled(store, group, { mobile: String(at), name: `n${(at * 7_919) % 9_000}` });
    });
    const query = queryOf(group, {
      sort: { by: { kind: 'field', name: 'name' }, direction: 'down' },
    });
    const ready = store.list.prepare(query, 0, 10);
    const [first] = store.list.window(queryOf(group), 0, 1);
    editContact(store, first!.id, { name: 'zz' }, 'modify');
    const added = addContact(store, group, { mobile: '99999', name: 'zzz' });
    await ready;
    expect(store.list.window(query, 0, 2).map(({ id }) => id)).toEqual([added, first!.id]);
    const mended = store.list.window(query, 0, 500).map(({ id }) => id);
    store.list.forget();
    expect(store.list.window(query, 0, 500).map(({ id }) => id)).toEqual(mended);
  });

  test('that is being made when the account is closed ends with a code', async () => {
    const { store } = openTestStore();
    const group = existingGroup(store);
    store.transaction(() => {
      for (let at = 0; at < 30_000; at += 1) pulled(store, group, { mobile: String(at) });
    });
    const sorted = queryOf(group, { sort: { by: { kind: 'main' }, direction: 'up' } });
    const ready = store.list.prepare(sorted, 0, 10);
    const refused = expect(ready).rejects.toMatchObject({ coded: { code: 'cancelled' } });
    store.close();
    await refused;
  });
});

describe('a choice', () => {
  test('by query: all that match but those taken out, in the order of the list', async () => {
    const { store, group, ids } = filled();
    const [first, second] = ids();
    const query = { ...queryOf(group), filter: null };
    const rows = await store.list.rowsOf(
      { kind: 'query', query, except: [second!] },
      { sort: { by: { kind: 'main' }, direction: 'down' } },
    );
    const found = store.list.idsAt(rows);
    expect(found).toHaveLength(words.length + numbers.length - 1);
    expect(found.at(-1)).toBe(first);
    expect(found).not.toContain(second);
    expect(store.list.contactsAt(rows).map(({ id }) => id)).toEqual(found);
  });

  test('by ids: those that are still there', async () => {
    const { store, ids } = filled();
    const [first, second] = ids();
    const gone = '00000000-0000-7000-8000-ffffffffffff' as ContactId;
    const rows = await store.list.rowsOf({ kind: 'ids', contactIds: [second!, gone, first!] });
    expect(store.list.idsAt(rows)).toEqual([second, first]);
  });
});
