/** Windows that are read from known places are those that would be counted off from the beginning. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupIdSchema, type GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { deleteGroup } from '../../../electron/store/edits/groups.ts';
import { landmarks } from '../../../electron/store/list/landmarks.ts';
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

const groupOf = (id: string) => groupIdSchema.parse(id);
const here = groupOf('01890a5d-ac96-774b-bcce-b302099a8057');
const elsewhere = groupOf('01890a5d-ac96-774b-bcce-b302099a8058');
const ofGroup: ListQuery = {
  scope: { kind: 'group', groupId: here },
  search: '',
  onlyUnsent: false,
};
const ofAll: ListQuery = { ...ofGroup, scope: { kind: 'all' } };
const searched: ListQuery = { ...ofAll, search: 'ana' };

test('a contact that comes or goes leaves what stands before it where it is known to be', () => {
  const places = landmarks();
  const rows = Array.from({ length: 10 }, (_, at) => 5_001 + at);
  for (const query of [ofGroup, ofAll, searched]) {
    places.seen(query, 5_000, rows);
    places.seen(query, 5_010, [5_011, 5_012]);
  }
  const skips = (offset: number) =>
    [ofGroup, ofAll, searched].map((query) => places.reading(query, offset, 10).skip);
  expect(skips(5_010)).toEqual([0, 0, 0]);

  places.moved(elsewhere, 5_011);
  places.touched();
  expect(skips(5_010)).toEqual([0, 0, 5_010]);

  places.moved(here, 5_010);
  places.moved(here, 5_012);
  places.touched();
  expect(skips(5_010)).toEqual([10, 10, 5_010]);
});

test('how many there are is counted anew in the lists that a contact came to or left', () => {
  const places = landmarks();
  for (const query of [ofGroup, ofAll]) places.total(query, () => 7);
  places.moved(elsewhere, 3);
  expect([ofGroup, ofAll].map((query) => places.total(query, () => 8))).toEqual([7, 8]);
});

test('a window far from everything known is reached by steps, from either end, and is the same', async () => {
  const { store } = openTestStore();
  const groups = ['77', '78'].map((id) => existingGroup(store, ['mobile'], id));
  store.transaction(() => {
    for (let at = 0; at < 9_000; at += 1)
      pulled(store, groups[at % 3 === 0 ? 0 : 1]!, { mobile: String(1_000 + at) }, `s${at}`);
  });
  const [some] = groups;
  let mobile = 77_777;
  for (const scope of [{ kind: 'all' }, { kind: 'group', groupId: some! }] as const) {
    const query: ListQuery = { scope, search: '', onlyUnsent: false };
    const whole = firstIds(store, query, 10_000);
    for (const change of ['none', 'add', 'delete']) {
      if (change === 'add') addContact(store, some!, { mobile: String(mobile++) });
      if (change === 'delete') deleteContacts(store, whole.splice(whole.length >> 1, 1));
      if (change === 'add') whole.push(firstIds(store, query, 10_000).at(-1)!);
      for (const share of [0.95, 0.4, 0.7, 0.1, 0.55]) {
        store.list.forget();
        const offset = Math.floor(whole.length * share);
        await store.list.prepare(query, offset, 30);
        const ids = store.list.window(query, offset, 30).map(({ id }) => id);
        expect(ids).toEqual(whole.slice(offset, offset + 30));
      }
    }
  }
});
