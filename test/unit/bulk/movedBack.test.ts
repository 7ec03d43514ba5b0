/** Moving back what was moved and changed meanwhile: the change comes along, or the contact stays where it is. */
import { describe, expect, test } from 'vitest';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import { applied } from '../../../electron/bulk/apply.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { deleteColumn } from '../../../electron/store/edits/groups.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { allOf, openBench, valuesIn, type Bench } from './bench.ts';

interface TwoGroups extends Bench {
  readonly home: GroupId;
  readonly away: GroupId;
  readonly ana: ContactId;
  readonly move: (from: GroupId, to: GroupId) => Promise<BulkJob>;
}

function withAna(): TwoGroups {
  const bench = openBench();
  const home = existingGroup(bench.store, ['mobile', 'name', 'city'], '1');
  const away = existingGroup(bench.store, ['mobile', 'name', 'city'], '2');
  const ana = pulled(bench.store, home, { mobile: '1', name: 'Ana', city: 'Alcoy' });
  const move: TwoGroups['move'] = (from, to) =>
    bench.run({ kind: 'move', groupId: to, missingColumns: 'drop' }, allOf(from));
  return { ...bench, home, away, ana, move };
}

/** The only contact of a group. */
function only(store: AccountStore, group: GroupId): ContactId {
  const query = { scope: { kind: 'group', groupId: group }, search: '', sort: null } as const;
  const rows = store.list.window({ ...query, onlyUnsent: false }, 0, 10);
  expect(rows).toHaveLength(1);
  return rows[0]!.id;
}

const fieldsIn = (store: AccountStore, group: GroupId): ContactFields =>
  store.contacts.get(only(store, group))!.fields;

describe('a contact that is moved back', () => {
  test('brings along what its group still takes, though a column is being deleted there', async () => {
    const { store, home, away, ana, move } = withAna();
    await move(home, away);
    editContact(store, only(store, away), { name: 'Ana María', city: 'Soria' }, 'modify');
    deleteColumn(store, home, 'city');

    expect(await move(away, home)).toMatchObject({ state: 'done', changed: 1, refused: 0 });

    expect(valuesIn(store, away, 'mobile')).toEqual([]);
    expect(only(store, home)).toBe(ana);
    expect(fieldsIn(store, home)).toEqual({ mobile: '1', name: 'Ana María', city: 'Alcoy' });
    expect(store.outbox.ofContact(ana)).toMatchObject([
      { intent: { kind: 'editContact', changes: { name: { from: 'Ana', to: 'Ana María' } } } },
    ]);
  });

  test('keeps the value that a group between did not take, since its column is being deleted', async () => {
    const { store, home, away, ana, move } = withAna();
    deleteColumn(store, away, 'city');
    await move(home, away);
    expect(fieldsIn(store, away)).toEqual({ mobile: '1', name: 'Ana' });

    expect(await move(away, home)).toMatchObject({ changed: 1 });

    expect(fieldsIn(store, home)).toEqual({ mobile: '1', name: 'Ana', city: 'Alcoy' });
    expect(store.outbox.ofContact(ana)).toEqual([]);
  });

  test('leaves what someone else wrote where it was meanwhile, and asks about what both wrote', async () => {
    const { store, home, away, ana, move } = withAna();
    await move(home, away);
    editContact(store, only(store, away), { name: 'Ana María' }, 'modify');
    const news = { mobile: '1', name: 'Anna', city: 'Lugo' };
    store.transaction(() => {
      store.contacts.setBase(ana, store.contacts.get(ana)!.serverId, news);
      store.refold(ana);
    });

    expect(await move(away, home)).toMatchObject({ changed: 1 });

    expect(fieldsIn(store, home)).toEqual({ mobile: '1', name: 'Ana María', city: 'Lugo' });
    // It does not start from what the user never saw, so that the difference is found when it is sent.
    expect(store.outbox.ofContact(ana)).toMatchObject([
      { intent: { kind: 'editContact', changes: { name: { from: 'Ana', to: 'Ana María' } } } },
    ]);
  });

  test('brings along what was written before its column began to be deleted between', async () => {
    const { store, home, away, move } = withAna();
    await move(home, away);
    editContact(store, only(store, away), { city: 'Soria' }, 'modify');
    deleteColumn(store, away, 'city');

    expect(await move(away, home)).toMatchObject({ changed: 1 });

    expect(fieldsIn(store, home)).toEqual({ mobile: '1', name: 'Ana', city: 'Soria' });
  });

  test('stays where it is, with all that was changed, when that is refused', async () => {
    const { store, home, away, move, changes } = withAna();
    await move(home, away);
    const moved = only(store, away);
    editContact(store, moved, { mobile: '2', name: 'Ana María' }, 'modify');
    addContact(store, home, { mobile: '2', name: 'Bea' });
    const contact = store.contacts.get(moved)!;
    const before = [store.outbox.ofGroup(home), store.outbox.ofGroup(away)];
    const history = store.history.ofContact(moved);
    changes.length = 0;

    // A plan that was made before the number was given to another contact.
    const { fields } = contact;
    const plan = { kind: 'add', target: home, fields, missing: [], thenDelete: true } as const;
    const group = store.groups.get(away)!;
    const outcome = store.transaction(() => applied(store, { contact, group }, plan));

    expect(outcome).toEqual({ kind: 'refused', why: 'mainFieldTaken', detail: '2' });
    expect(store.contacts.get(moved)).toEqual(contact);
    expect([store.outbox.ofGroup(home), store.outbox.ofGroup(away)]).toEqual(before);
    expect(store.history.ofContact(moved)).toEqual(history);
    expect(valuesIn(store, home, 'name')).toEqual(['Bea']);
  });
});
