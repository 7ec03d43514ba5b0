/** Windows that are read from known places are those that would be counted off from the beginning. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { deleteGroup } from '../../../electron/store/edits/groups.ts';
import type { ListQuery } from '../../../electron/store/listing.ts';
import { existingGroup, firstIds, openTestStore, pulled } from './testStore.ts';

const size = 60;
const names = ['Ana', 'Bea', 'Anabel'];

function filled(): { store: AccountStore; groups: GroupId[] } {
  const { store } = openTestStore();
  const groups = ['77', '78'].map((id) => existingGroup(store, ['mobile', 'name'], id));
  store.transaction(() => {
    for (let at = 0; at < size; at += 1) {
      const name = names[at % names.length] ?? '';
      pulled(store, groups[at % 2]!, { mobile: String(1_000 + at), name }, `s${at}`);
    }
  });
  return { store, groups };
}

const act = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('read'),
      at: fc.nat(70),
      limit: fc.integer({ min: 1, max: 30 }),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom('count', 'edit', 'add', 'delete'),
      at: fc.nat(200),
      limit: fc.constant(1),
    }),
    weight: 2,
  },
);

test('however it was read and edited before, a window is that part of the whole', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'ana', 'be', '10'),
      fc.boolean(),
      fc.boolean(),
      fc.array(act, { minLength: 4, maxLength: 25 }),
      (search, everywhere, onlyUnsent, acts) => {
        const { store, groups } = filled();
        const [group] = groups;
        const scope = everywhere
          ? ({ kind: 'all' } as const)
          : ({ kind: 'group', groupId: group! } as const);
        const query: ListQuery = { scope, search, onlyUnsent };
        const whole = () => firstIds(store, query, 1_000);
        let mobile = 2_000;
        for (const { kind, at, limit } of acts) {
          const contact = whole().at(at % size);
          if (kind === 'read') {
            const window = store.list.window(query, at, limit).map(({ id }) => id);
            expect(window).toEqual(whole().slice(at, at + limit));
          } else if (kind === 'count') expect(store.list.count(query)).toBe(whole().length);
          else if (kind === 'add')
            addContact(store, group!, { mobile: String(mobile++), name: 'Ana' });
          else if (contact === undefined) continue;
          else if (kind === 'edit')
            editContact(store, contact, { name: names[at % 3] ?? '' }, 'recreate');
          else deleteContacts(store, [contact]);
        }
        store.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('a group that goes takes its contacts out of the list of all', () => {
  const { store, groups } = filled();
  const query: ListQuery = { scope: { kind: 'all' }, search: '', onlyUnsent: false };
  expect(store.list.count(query)).toBe(size);
  store.list.window(query, size - 5, 5);
  deleteGroup(store, groups[0]!);
  expect(store.list.count(query)).toBe(size / 2);
  expect(store.list.window(query, size / 2 - 1, 5)).toHaveLength(1);
  expect(store.list.window(query, size / 2, 5)).toEqual([]);
});
