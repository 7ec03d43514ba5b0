/** The transitions of a list that lacks too much, each by its number in electron/sync/README.md. */
import { describe, expect, it } from 'vitest';
import { deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import { settleEntry } from '../../../electron/store/edits/settle.ts';
import { decideHeld, pulledGroup } from '../workshop.ts';
import { ana, berta, type Scene, scene, fault, later } from './scene.ts';

describe('a list that lacks too much', () => {
  const people = Array.from({ length: 30 }, (_, index) => ({
    mobile: String(34600300001 + index),
    name: `Persona ${index}`,
    city: `Ciudad ${index}`,
  }));

  async function crowd(): Promise<Scene & { readonly remove: (count: number) => void }> {
    const shop = await scene();
    const { groupId, serverGroup } = await pulledGroup(shop, people);
    const remove = (count: number): void => {
      for (const { id } of shop.sandbox.state.contactsOf(serverGroup).slice(0, count)) {
        shop.sandbox.state.removeContact(serverGroup, id);
      }
    };
    return { ...shop, groupId, serverGroup, remove };
  }

  const held = (shop: Scene) => shop.store.groups.get(shop.groupId)?.held ?? null;
  const mobilesThere = (shop: Scene): string[] => [...shop.onServer(shop.serverGroup).keys()];
  const addsSent = (shop: Scene): number =>
    shop.sandbox.requests
      .filter(({ method }) => method === 'addcontactlist')
      .flatMap(({ parameters }) => JSON.parse(parameters['contacts'] ?? '[]') as unknown[]).length;

  it('T25: is held with its counts, and nothing is applied', async () => {
    const shop = await crowd();
    shop.remove(10);
    expect(await shop.engine.pull(shop.groupId)).toEqual({ applied: false });
    expect(held(shop)).toMatchObject({
      reason: 'manyRemoved',
      removed: 10,
      of: 30,
      decision: null,
    });
    expect(shop.store.contacts.count(shop.groupId)).toBe(30);
    expect(shop.engine.status().held).toBe(1);
  });

  it('T26: the decision is kept, offline and over a restart, until a read can carry it out', async () => {
    const shop = await crowd();
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    await shop.sandbox.disconnect();
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.syncNow();
    expect(held(shop)).toMatchObject({ decision: 'keep' });
    expect(shop.engine.status().held).toBe(0);
    expect(shop.store.history.ofGroup(shop.groupId)[0]).toMatchObject({
      outcome: 'settled',
      code: 'held:keep',
    });
    const again = { ...shop, ...(await shop.restart()) };
    expect(held(again)).toMatchObject({ decision: 'keep' });
    await again.sandbox.reconnect();
    await again.engine.syncNow();
    expect(held(again)).toBeNull();
    expect(mobilesThere(again)).toHaveLength(30);
  });

  it('T27: what is kept is added again, with what was queued for it, and nothing twice', async () => {
    const shop = await crowd();
    const first = shop.store.contacts.byMainKey(shop.groupId, people[0]!.mobile)[0]!.id;
    editContact(shop.store, first, { city: 'Gandia' }, 'modify');
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    // Two of them come back in the meantime, one of them as another contact of the same values.
    shop.sandbox.state.addContacts(shop.serverGroup, [people[1]!, people[2]!]);
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toBeNull();
    expect(shop.store.contacts.get(first)).toMatchObject({ serverId: null, base: null });
    expect(shop.store.history.ofContact(first)[0]).toMatchObject({
      outcome: 'saved',
      code: 'kept',
      intent: { kind: 'addContact' },
    });
    const adds = shop.store.outbox.ofGroup(shop.groupId);
    expect(adds.map(({ intent, phase }) => `${intent.kind} ${phase}`)).toEqual(
      Array.from({ length: 8 }, () => 'addContact waiting'),
    );
    await shop.engine.syncNow();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(mobilesThere(shop).sort()).toEqual(people.map(({ mobile }) => mobile));
    expect(shop.sandbox.state.contactsOf(shop.serverGroup)).toHaveLength(30);
    expect(shop.onServer(shop.serverGroup).get(people[0]!.mobile)).toEqual({
      ...people[0],
      city: 'Gandia',
    });
    expect(addsSent(shop)).toBe(8);
  });

  it('T28: a lost column that is kept is added again, and its values behind it', async () => {
    const shop = await scene();
    editContact(shop.store, shop.ana, { city: 'Gandia', name: 'Anna' }, 'modify');
    deleteContacts(shop.store, [shop.store.contacts.byMainKey(shop.groupId, berta.mobile)[0]!.id]);
    shop.sandbox.state.addContacts(shop.serverGroup, [
      { mobile: '34600000003', name: 'Carla', city: 'Dénia, Marina' },
    ]);
    await shop.sandbox.disconnect();
    await shop.engine.pull(shop.groupId).catch(() => undefined);
    await shop.sandbox.reconnect();
    await shop.engine.pull(shop.groupId);
    shop.sandbox.state.deleteColumn(shop.serverGroup, 'city');
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'columnLost', columns: ['city'], values: 2 });
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toBeNull();
    const [column] = shop.store.outbox.ofGroup(shop.groupId).filter((one) => !one.contactId);
    expect(column).toMatchObject({ intent: { kind: 'addColumn', column: 'city' } });
    const carla = shop.store.contacts.byMainKey(shop.groupId, '34600000003')[0]!.id;
    expect(shop.store.contacts.get(carla)?.fields['city']).toBe('Dénia, Marina');
    await shop.engine.syncNow();
    expect(shop.there()).toEqual({ ...ana, name: 'Anna', city: 'Gandia' });
    // The text form cannot carry it: asked about like any edit.
    const [asked] = shop.store.outbox.ofContact(carla);
    expect(asked?.question?.kind).toBe('cannotCarry');
    settleEntry(shop.store, asked!.id, { kind: 'recreate' });
    await later(shop, 2);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(shop.onServer(shop.serverGroup)).toEqual(
      new Map([
        [ana.mobile, { ...ana, name: 'Anna', city: 'Gandia' }],
        ['34600000003', { mobile: '34600000003', name: 'Carla', city: 'Dénia, Marina' }],
      ]),
    );
  });

  it('T29: what is to be applied is applied; edits of contacts that went are asked about', async () => {
    const shop = await crowd();
    const first = shop.store.contacts.byMainKey(shop.groupId, people[0]!.mobile)[0]!.id;
    editContact(shop.store, first, { city: 'Gandia' }, 'modify');
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    decideHeld(shop, shop.groupId, 'apply');
    await shop.engine.syncNow();
    expect(held(shop)).toBeNull();
    expect(shop.store.contacts.count(shop.groupId)).toBe(21);
    expect(shop.store.outbox.ofContact(first)[0]?.question).toEqual({ kind: 'deletedThere' });
    expect(addsSent(shop)).toBe(0);
  });

  it.each(['apply', 'keep'] as const)(
    'T30: asks again where more is missing than was shown: %s',
    async (decision) => {
      const shop = await crowd();
      shop.remove(10);
      await shop.engine.pull(shop.groupId);
      decideHeld(shop, shop.groupId, decision);
      shop.remove(5);
      await shop.engine.syncNow();
      expect(held(shop)).toMatchObject({ removed: 15, of: 30, decision: null });
      expect(shop.store.contacts.count(shop.groupId)).toBe(30);
      expect(shop.store.outbox.counts().waiting).toBe(0);
      shop.sandbox.state.deleteColumn(shop.serverGroup, 'city');
      decideHeld(shop, shop.groupId, decision);
      await shop.engine.syncNow();
      expect(held(shop)).toMatchObject({ reason: 'columnLost', decision: null });
      expect(shop.store.contacts.count(shop.groupId)).toBe(30);
    },
  );

  it('T36: what was asked about stays asked, however few are missing by then', async () => {
    const shop = await crowd();
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0.5 });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ removed: 15, of: 30 });
    shop.remove(2);
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'manyRemoved', removed: 2, of: 30, decision: null });
    expect(shop.store.contacts.count(shop.groupId)).toBe(30);
  });

  it('a small group that was emptied is not let go once someone else adds to it', async () => {
    const shop = await scene();
    const remove = (): void => {
      for (const { id } of shop.sandbox.state.contactsOf(shop.serverGroup)) {
        shop.sandbox.state.removeContact(shop.serverGroup, id);
      }
    };
    deleteContacts(shop.store, [shop.ana]);
    remove();
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'emptied', removed: 1 });
    decideHeld(shop, shop.groupId, 'keep');
    shop.sandbox.state.addContacts(shop.serverGroup, [{ mobile: '34600000009', name: 'Nora' }]);
    // Ana is wanted after all: one more is missing than was decided about.
    const [deletion] = shop.store.outbox.ofContact(shop.ana);
    discardEntry(shop.store, deletion!.id);
    await shop.engine.pull(shop.groupId);
    // It is empty no more, and is not called so.
    expect(held(shop)).toMatchObject({ reason: 'manyRemoved', removed: 2, decision: null });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ removed: 2, decision: null });
    expect(shop.store.contacts.count(shop.groupId)).toBe(2);
  });

  it('T31: a list that is whole again ends it by itself', async () => {
    const shop = await crowd();
    const there = shop.sandbox.state.contactsOf(shop.serverGroup);
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0.5 });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'manyRemoved', removed: 15 });
    await shop.engine.syncNow();
    expect(held(shop)).toBeNull();
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0 });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'emptied', removed: 30 });
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.syncNow();
    expect(held(shop)).toBeNull();
    expect(shop.sandbox.state.contactsOf(shop.serverGroup)).toEqual(there);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(addsSent(shop)).toBe(0);
  });

  it('a contact that is asked about already does not keep a list from being whole', async () => {
    const shop = await crowd();
    const first = shop.store.contacts.byMainKey(shop.groupId, people[0]!.mobile)[0]!.id;
    editContact(shop.store, first, { city: 'Gandia' }, 'modify');
    shop.remove(1);
    await shop.engine.syncNow();
    expect(shop.store.outbox.ofContact(first)[0]?.question).toEqual({ kind: 'deletedThere' });
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0.5 });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'manyRemoved' });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toBeNull();
    expect(shop.store.outbox.ofContact(first)[0]?.question).toEqual({ kind: 'deletedThere' });
  });

  it('T32: a decision can be taken back until it is carried out', async () => {
    const shop = await crowd();
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    decideHeld(shop, shop.groupId, 'apply');
    decideHeld(shop, shop.groupId, null);
    await shop.engine.syncNow();
    expect(held(shop)).toMatchObject({ removed: 10, decision: null });
    expect(shop.store.contacts.count(shop.groupId)).toBe(30);
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.syncNow();
    expect(mobilesThere(shop)).toHaveLength(30);
  });
});
