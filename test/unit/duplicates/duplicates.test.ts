/** Duplicates in a real database: what is found, what is remembered, and how two become one. */
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { printOf } from '#shared/domain/likeness.ts';
import type { Scope } from '#shared/ipc/list.ts';
import { dismissAll } from '../../../electron/duplicates/dismissals.ts';
import {
  findDuplicates,
  likenessIn,
  type Found,
} from '../../../electron/duplicates/findDuplicates.ts';
import { mergeContacts } from '../../../electron/duplicates/merge.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { editContact } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import { assignCountry } from '../../../electron/store/edits/groups.ts';
import { takeStep } from '../../../electron/store/undo/takeStep.ts';
import { existingGroup, openTestStore, pulled, refusal } from '../store/testStore.ts';

const columns = ['mobile', 'name', 'surname', 'email', 'city'];
const everywhere: Scope = { kind: 'all' };
const within = (groupId: GroupId): Scope => ({ kind: 'group', groupId });

function find(store: AccountStore, scope: Scope = everywhere): Promise<Found> {
  const signal = new AbortController().signal;
  const pause = () => Promise.resolve();
  return findDuplicates({ store, signal, pause, onProgress: () => undefined }, scope);
}

const told = ({ sets }: Found): unknown[] =>
  sets.map(({ reason, contacts }) => [reason, ...contacts.map(({ fields }) => fields['mobile'])]);

function opened(): { store: AccountStore; group: GroupId; other: GroupId; path: string } {
  const { store, path } = openTestStore();
  const group = existingGroup(store, columns, '1');
  const other = existingGroup(store, columns, '2');
  assignCountry(store, group, 'ESP');
  return { store, group, other, path };
}

describe('the search', () => {
  test('finds one number in several spellings, inside a group and across groups', async () => {
    const { store, group, other } = opened();
    pulled(store, group, { mobile: '600112233', name: 'Ana' });
    pulled(store, group, { mobile: '34600112233', name: 'Anna' });
    pulled(store, other, { mobile: '+34 600 112 233', name: 'A.' });
    pulled(store, other, { mobile: '34600112234' });
    expect(told(await find(store))).toEqual([
      ['number', '600112233', '34600112233', '+34 600 112 233'],
    ]);
    expect(told(await find(store, within(group)))).toEqual([
      ['number', '600112233', '34600112233'],
    ]);
    expect(told(await find(store, within(other)))).toEqual([]);
  });

  test('finds one address in several cases, and similar names, each pair for its best reason', async () => {
    const { store, group } = opened();
    pulled(store, group, { mobile: '1', email: 'Ana@Example.org', name: 'Ana', surname: 'Ruiz' });
    pulled(store, group, { mobile: '2', email: 'ana@example.org', name: 'ANA', surname: 'Ruíz' });
    pulled(store, group, { mobile: '3', name: 'Maria', surname: 'Lopez Ibáñez' });
    pulled(store, group, { mobile: '4', name: 'María', surname: 'Lopes Ibañez' });
    pulled(store, group, { mobile: '5', name: 'Maria' });
    const found = await find(store);
    expect(told(found)).toEqual([
      ['email', '1', '2'],
      ['name', '3', '4'],
    ]);
    expect(found).toMatchObject({ compared: 5, counts: { number: 0, email: 1, name: 1 } });
  });

  test('says nothing of a name whose number and address are others as well', async () => {
    const { store, group } = opened();
    const ana = { name: 'Ana', surname: 'Ruiz Puig' };
    pulled(store, group, { ...ana, mobile: '34600000001', email: 'a@example.org' });
    pulled(store, group, { ...ana, mobile: '34600000002', email: 'b@example.org' });
    expect(told(await find(store))).toEqual([]);
    pulled(store, group, { ...ana, mobile: '34600000003' });
    expect((await find(store)).counts.name).toBe(2);
  });

  test('leaves out what was deleted and groups that are leaving', async () => {
    const { store, group, other } = opened();
    pulled(store, group, { mobile: '34600112233' });
    const gone = pulled(store, other, { mobile: '+34600112233' });
    store.transaction(() => store.groups.setState(other, 'deleting'));
    expect(told(await find(store))).toEqual([]);
    store.transaction(() => store.groups.setState(other, 'saved'));
    expect(told(await find(store))).toHaveLength(1);
    store.transaction(() => {
      const contact = store.contacts.get(gone)!;
      store.contacts.setFields('mobile', gone, contact.fields, true);
    });
    expect(told(await find(store))).toEqual([]);
  });

  test('walks an index, and is cut short by its signal', async () => {
    const { store, group, path } = opened();
    store.transaction(() => {
      for (let index = 0; index < 1_200; index += 1) pulled(store, group, { mobile: `${index}` });
    });
    const stop = new AbortController();
    await expect(
      findDuplicates(
        {
          store,
          signal: stop.signal,
          pause: () => Promise.resolve(),
          onProgress: () => stop.abort(),
        },
        everywhere,
      ),
    ).rejects.toMatchObject({ coded: { code: 'cancelled' } });
    const db = new Sqlite(path);
    const plan = db
      .prepare(
        `EXPLAIN QUERY PLAN SELECT row, fields FROM contacts INDEXED BY contacts_listed
         WHERE group_id = ? AND tombstone = 0 AND row > ? ORDER BY row LIMIT ?`,
      )
      .all('a', 1, 2) as { detail: string }[];
    db.close();
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH contacts USING INDEX contacts_listed (group_id=? AND tombstone=? AND row>?)',
    ]);
  });

  test('compares ten thousand of one name with their neighbours only', async () => {
    const { store, group } = opened();
    store.transaction(() => {
      for (let index = 0; index < 10_000; index += 1)
        pulled(store, group, { mobile: `x${index}`, name: 'Maria', surname: `G${index}a` });
    });
    let pauses = 0;
    const found = await findDuplicates(
      {
        store,
        signal: new AbortController().signal,
        pause: () => Promise.resolve((pauses += 1)).then(() => undefined),
        onProgress: () => undefined,
      },
      within(group),
    );
    expect(found.counts.name).toBeLessThan(10_000 * 10);
    expect(found.sets.length).toBeLessThanOrEqual(200);
    expect(pauses).toBeGreaterThan(20);
  });
});

describe('not a duplicate', () => {
  function said(store: AccountStore, ids: readonly ContactId[]): void {
    const like = likenessIn(store);
    dismissAll(
      store,
      ids.map((id) => ({ id, print: printOf(like(store.contacts.get(id)! as never)) })),
    );
  }

  test('is remembered over a restart, until one of them changes in what is compared', async () => {
    const { store, group, other, path } = opened();
    const left = pulled(store, group, { mobile: '34600112233', name: 'Ana' });
    const right = pulled(store, other, { mobile: '+34600112233', name: 'Anna' });
    said(store, [right, left]);
    expect(told(await find(store))).toEqual([]);
    store.close();
    const again = openTestStore(path).store;
    expect(told(await find(again))).toEqual([]);
    editContact(again, left, { city: 'Alcoy' }, 'modify');
    expect(told(await find(again))).toEqual([]);
    editContact(again, right, { mobile: '+34 600 11 22 33', email: 'a@b.es' }, 'modify');
    expect(told(await find(again))).toHaveLength(1);
    // The word is gone for good, also when the change is taken back.
    editContact(again, right, { mobile: '+34600112233', email: '' }, 'modify');
    expect(told(await find(again))).toHaveLength(1);
  });

  test('of two says nothing of a third', async () => {
    const { store, group, other } = opened();
    const left = pulled(store, group, { mobile: '34600112233' });
    const right = pulled(store, other, { mobile: '+34600112233' });
    said(store, [left, right]);
    pulled(store, group, { mobile: '600112233' });
    expect(told(await find(store))).toHaveLength(1);
  });
});

describe('merging', () => {
  function two(): ReturnType<typeof opened> & { keep: ContactId; gone: ContactId } {
    const it = opened();
    const ana: ContactFields = { mobile: '600112233', name: 'Ana', city: 'Alcoy' };
    const keep = pulled(it.store, it.group, ana);
    const gone = pulled(it.store, it.group, { mobile: '34600112233', name: 'Ana Ruiz' });
    return { ...it, keep, gone };
  }

  test('keeps one with the chosen values, also the main field of the other, and queues both', () => {
    const { store, keep, gone } = two();
    const fields = { mobile: '34600112233', name: 'Ana Ruiz' };
    mergeContacts(store, { keep, remove: [gone], fields, carry: 'modify' });
    expect(store.contacts.get(keep)?.fields).toEqual({ ...fields, city: 'Alcoy' });
    expect(store.contacts.get(gone)?.tombstone).toBe(true);
    expect(store.outbox.ofContact(keep)).toMatchObject([{ intent: { kind: 'editContact' } }]);
    expect(store.outbox.ofContact(gone)).toMatchObject([{ intent: { kind: 'deleteContact' } }]);
  });

  test('is one step, which one undo takes back', async () => {
    const { store, keep, gone } = two();
    const fields = { mobile: '34600112233' };
    const stepId = mergeContacts(store, { keep, remove: [gone], fields, carry: 'modify' });
    await takeStep(store, 'undo', stepId, {
      pause: () => Promise.resolve(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(store.contacts.get(keep)?.fields['mobile']).toBe('600112233');
    expect(store.contacts.get(gone)?.tombstone).toBe(false);
    expect(store.outbox.counts().waiting).toBe(1);
  });

  test('across groups the other one goes once the values have arrived, and one undo takes it back', async () => {
    const { store, other, keep, gone } = two();
    const there = pulled(store, other, { mobile: '34600112233', email: 'ana@example.com' });
    const fields = { email: 'ana@example.com' };
    const stepId = mergeContacts(store, { keep, remove: [gone, there], fields, carry: 'modify' });
    expect(store.contacts.get(keep)?.fields['email']).toBe('ana@example.com');
    expect(store.contacts.get(gone)?.tombstone).toBe(true);
    expect(store.contacts.get(there)?.tombstone).toBe(true);
    expect(store.outbox.ofContact(gone)[0]?.intent).not.toHaveProperty('after');
    expect(store.outbox.ofContact(there)).toMatchObject([
      { intent: { kind: 'deleteContact', after: keep } },
    ]);
    await takeStep(store, 'undo', stepId, {
      pause: () => Promise.resolve(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(store.contacts.get(keep)?.fields).not.toHaveProperty('email');
    expect(store.contacts.get(gone)?.tombstone).toBe(false);
    expect(store.contacts.get(there)?.tombstone).toBe(false);
  });

  test('across groups the other one stays where its values are given up', () => {
    const { store, other, keep } = two();
    const there = pulled(store, other, { mobile: '34600112233', email: 'ana@example.com' });
    const fields = { email: 'ana@example.com' };
    mergeContacts(store, { keep, remove: [there], fields, carry: 'modify' });
    discardEntry(store, store.outbox.ofContact(keep)[0]!.id);
    expect(store.contacts.get(there)?.tombstone).toBe(false);
    expect(store.outbox.ofContact(there)).toEqual([]);
  });

  test('is refused whole: with a value that cannot be carried, a column that is not there, of one that has gone', () => {
    const { store, other, keep, gone } = two();
    const there = pulled(store, other, { mobile: '34600112233' });
    const request = { keep, fields: {}, carry: 'modify' } as const;
    const before = store.outbox.counts();
    const refusalOf = (changes: Partial<Parameters<typeof mergeContacts>[1]>): string =>
      refusal(() => mergeContacts(store, { ...request, remove: [gone], ...changes })).code;
    expect(refusalOf({ fields: { city: 'Alcoy, centro' } })).toBe('cannotCarry');
    expect(refusalOf({ remove: [there], fields: { talla: 'M' } })).toBe('invalidInput');
    expect(refusalOf({ remove: [there, keep] })).toBe('invalidInput');
    for (const id of [gone, there]) expect(store.contacts.get(id)?.tombstone).toBe(false);
    expect(store.outbox.counts()).toEqual(before);
    expect(store.undo.steps.next('undo')).toBeNull();
  });
});
