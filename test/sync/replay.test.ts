import { describe, expect, it } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { addContact, deleteContacts, editContact } from '../../electron/store/edits/contacts.ts';
import {
  addColumn,
  assignCountry,
  createGroup,
  deleteColumn,
  deleteGroup,
} from '../../electron/store/edits/groups.ts';
import { settleEntry } from '../../electron/store/edits/settle.ts';
import { discardEntry } from '../../electron/store/edits/discard.ts';
import { pulledGroup, workshop, type Workshop } from './workshop.ts';

function named({ store }: Workshop, groupId: GroupId, name: string): ContactId {
  const [found] = store.list.window(
    { scope: { kind: 'group', groupId }, search: name, sort: null, onlyUnsent: false },
    0,
    10,
  );
  if (found === undefined) throw new Error(`no contact ${name}`);
  return found.id;
}

const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };
const carla = { mobile: '34600000003', name: 'Carla' };

describe('a round of replay', () => {
  it('brings adds, edits and deletes to the server once each', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta, carla]);
    addContact(shop.store, groupId, { mobile: '34600000004', name: 'Dora, la mayor' });
    editContact(shop.store, named(shop, groupId, 'Ana'), { city: 'Gandia' }, 'modify');
    deleteContacts(shop.store, [named(shop, groupId, 'Carla')]);
    await shop.engine.syncNow();

    const there = shop.onServer(serverGroup);
    expect(there.size).toBe(3);
    expect(there.get('34600000004')).toMatchObject({ name: 'Dora, la mayor' });
    expect(there.get('34600000001')).toMatchObject({ name: 'Ana', city: 'Gandia' });
    expect(there.has('34600000003')).toBe(false);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    const writes = shop.sandbox.requests.filter(({ kind }) => kind === 'write');
    expect(writes.map(({ method }) => method).sort()).toEqual([
      'addcontactlist',
      'deletecontact',
      'modifycontact',
    ]);
  });

  it('writes down what was sent and acknowledged, and what came from someone else', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    const id = named(shop, groupId, 'Ana');
    editContact(shop.store, id, { city: 'Gandia' }, 'modify');
    const there = shop.sandbox.state.contactsOf(serverGroup)[0]!;
    shop.sandbox.state.changeContact(serverGroup, there.id, { name: 'Ana María' });
    await shop.engine.syncNow();
    const lines = shop.store.history.ofContact(id).reverse();
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'saved',
      'mergedFromServer',
      'sent',
      'acknowledged',
    ]);
    expect(lines[1]?.changes).toEqual({ name: { from: 'Ana', to: 'Ana María' } });
  });

  it('re-creates a contact whose new value the text form cannot carry', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    const id = named(shop, groupId, 'Ana');
    expect(() => editContact(shop.store, id, { city: 'Gandia, la Safor' }, 'modify')).toThrow(
      'cannotCarry',
    );
    editContact(shop.store, id, { city: 'Gandia, la Safor' }, 'recreate');
    await shop.engine.syncNow();
    expect(shop.onServer(serverGroup).get(ana.mobile)).toEqual({
      ...ana,
      city: 'Gandia, la Safor',
    });
    expect(shop.onServer(serverGroup).size).toBe(2);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(shop.store.contacts.get(id)?.base).toEqual({ ...ana, city: 'Gandia, la Safor' });
  });

  it('puts a contact back as it was when its re-creation is given up half-way', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    const id = named(shop, groupId, 'Ana');
    editContact(shop.store, id, { city: 'Gandia, la Safor' }, 'recreate');
    shop.sandbox.fault({
      fault: { name: 'http', status: 503 },
      method: 'addcontactlist',
      times: 'always',
    });
    await shop.engine.syncNow();
    shop.clock.advance(10_000);
    await shop.engine.idle();
    expect(shop.onServer(serverGroup).has(ana.mobile)).toBe(false);
    const [entry] = shop.store.outbox.ofContact(id);
    discardEntry(shop.store, entry!.id);
    shop.sandbox.clearFaults();
    await shop.engine.syncNow();
    expect(shop.onServer(serverGroup).get(ana.mobile)).toEqual(ana);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  it('creates a group with its contacts, columns and country, in that order', async () => {
    const shop = await workshop();
    const groupId = createGroup(shop.store, {
      name: 'Nuevo',
      type: 'mobile',
      columns: ['name'],
      country: 'ESP',
    });
    addColumn(shop.store, groupId, 'shoe');
    addContact(shop.store, groupId, { mobile: '34600000009', shoe: '42' });
    addContact(shop.store, groupId, { mobile: '34600000008' });
    await shop.engine.syncNow();
    const group = shop.store.groups.get(groupId);
    expect(group?.state).toBe('saved');
    expect(shop.onServer(Number(group?.serverId)).get('34600000009')).toMatchObject({ shoe: '42' });
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(shop.sandbox.state.group(Number(group?.serverId))?.country?.toLowerCase()).toBe('esp');
  });

  it('adds and deletes columns of a group that exists', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    addColumn(shop.store, groupId, 'shoe');
    deleteColumn(shop.store, groupId, 'city');
    assignCountry(shop.store, groupId, 'PRT');
    editContact(shop.store, named(shop, groupId, 'Ana'), { shoe: '38' }, 'modify');
    await shop.engine.syncNow();
    expect(shop.store.columns.of(groupId)).toEqual([
      { name: 'mobile', state: 'saved' },
      { name: 'name', state: 'saved' },
      { name: 'shoe', state: 'saved' },
    ]);
    expect(shop.onServer(serverGroup).get(ana.mobile)).toEqual({
      mobile: ana.mobile,
      name: 'Ana',
      shoe: '38',
    });
    expect(shop.store.contacts.get(named(shop, groupId, 'Ana'))?.base).toEqual({
      mobile: ana.mobile,
      name: 'Ana',
      shoe: '38',
    });
  });

  it('deletes a group and forgets it', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    deleteGroup(shop.store, groupId);
    await shop.engine.syncNow();
    expect(shop.store.groups.get(groupId)).toBeNull();
    expect(shop.sandbox.state.group(serverGroup)).toBeNull();
  });

  it('merges what only one side changed and asks about what both did', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    const id = named(shop, groupId, 'Ana');
    const there = shop.sandbox.state.contactsOf(serverGroup)[0]!;
    editContact(shop.store, id, { city: 'Gandia' }, 'modify');
    shop.sandbox.state.changeContact(serverGroup, there.id, { ...ana, name: 'Ana María' });
    await shop.engine.syncNow();
    expect(shop.onServer(serverGroup).get(ana.mobile)).toEqual({
      ...ana,
      name: 'Ana María',
      city: 'Gandia',
    });

    editContact(shop.store, id, { city: 'Sueca' }, 'modify');
    shop.sandbox.state.changeContact(serverGroup, there.id, {
      ...ana,
      name: 'Ana María',
      city: 'Cullera',
    });
    await shop.engine.syncNow();
    const [entry] = shop.store.outbox.ofContact(id);
    expect(entry?.question).toEqual({
      kind: 'conflict',
      fields: [{ column: 'city', base: 'Gandia', mine: 'Sueca', theirs: 'Cullera' }],
    });
    expect(shop.onServer(serverGroup).get(ana.mobile)).toMatchObject({ city: 'Cullera' });
    settleEntry(shop.store, entry!.id, { kind: 'mine' });
    await shop.engine.syncNow();
    expect(shop.onServer(serverGroup).get(ana.mobile)).toMatchObject({ city: 'Sueca' });
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  it('asks about a contact that was deleted there and edited here', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta, carla]);
    const id = named(shop, groupId, 'Ana');
    editContact(shop.store, id, { city: 'Gandia' }, 'modify');
    const there = shop.sandbox.state.contactsOf(serverGroup)[0]!;
    shop.sandbox.state.removeContact(serverGroup, there.id);
    await shop.engine.syncNow();
    const [entry] = shop.store.outbox.ofContact(id);
    expect(entry?.question).toEqual({ kind: 'deletedThere' });
    settleEntry(shop.store, entry!.id, { kind: 'bringBack' });
    await shop.engine.syncNow();
    expect(shop.onServer(serverGroup).get(ana.mobile)).toEqual({ ...ana, city: 'Gandia' });
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  it('asks about an add of a number that someone else added meanwhile', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    addContact(shop.store, groupId, { ...berta, name: 'Bertita' });
    shop.sandbox.state.addContacts(serverGroup, [berta]);
    await shop.engine.syncNow();
    const [entry] = shop.store.outbox.page('needsYou', 0, 10);
    expect(entry?.question).toEqual({ kind: 'exists', theirs: berta });
    settleEntry(shop.store, entry!.id, { kind: 'values', values: { name: 'Bertita' } });
    await shop.engine.syncNow();
    expect(shop.onServer(serverGroup).size).toBe(2);
    expect(shop.onServer(serverGroup).get(berta.mobile)).toEqual({ ...berta, name: 'Bertita' });
    expect(shop.store.contacts.count(groupId)).toBe(2);
  });

  it('shows the other one of such a number as it is now, so that nothing is settled over what nobody saw', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    addContact(shop.store, groupId, { ...berta, name: 'Bertita' });
    shop.sandbox.state.addContacts(serverGroup, [berta]);
    await shop.engine.syncNow();
    const there = shop.sandbox.state.contactsOf(serverGroup)[1]!;
    shop.sandbox.state.changeContact(serverGroup, there.id, { name: 'Roberta' });
    await shop.engine.syncNow();
    await shop.engine.pull(groupId);
    const [entry] = shop.store.outbox.page('needsYou', 0, 10);
    expect(entry?.question).toEqual({ kind: 'exists', theirs: { ...berta, name: 'Roberta' } });
  });

  it('shows a refusal, keeps the edit, and lets the rest through', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    shop.sandbox.fault({
      fault: { name: 'unknownCode', code: 'TOO_RUDE' },
      method: 'modifycontact',
    });
    editContact(shop.store, named(shop, groupId, 'Ana'), { city: 'Gandia' }, 'modify');
    editContact(shop.store, named(shop, groupId, 'Berta'), { city: 'Gandia' }, 'modify');
    await shop.engine.syncNow();
    const [entry] = shop.store.outbox.page('needsYou', 0, 10);
    expect(entry?.question).toMatchObject({ kind: 'notUnderstood', code: 'TOO_RUDE' });
    expect(
      [...shop.onServer(serverGroup).values()].filter(({ city }) => city === 'Gandia'),
    ).toHaveLength(1);
    discardEntry(shop.store, entry!.id);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });
});

describe('requests are few', () => {
  it('1,000 edits cost at most 1,004 requests, 1,000 adds at most 6, four writes at a time', async () => {
    const shop = await workshop();
    const people = Array.from({ length: 1000 }, (_, index) => ({
      mobile: String(34600100000 + index),
      name: `Persona ${index}`,
    }));
    const { groupId, serverGroup } = await pulledGroup(shop, people);
    for (const contact of shop.store.list.window(
      { scope: { kind: 'group', groupId }, search: '', sort: null, onlyUnsent: false },
      0,
      1000,
    )) {
      editContact(shop.store, contact.id, { city: 'Sagunt' }, 'modify');
    }
    shop.sandbox.clearRequests();
    await shop.engine.syncNow();
    // `syncNow` pulls the group as well: two requests that are not the replay's.
    expect(shop.sandbox.requests.length - 2).toBeLessThanOrEqual(1004);
    expect(shop.sandbox.maxInFlight()).toBeLessThanOrEqual(4);
    expect([...shop.onServer(serverGroup).values()].every(({ city }) => city === 'Sagunt')).toBe(
      true,
    );

    for (let index = 0; index < 1000; index += 1) {
      addContact(shop.store, groupId, {
        mobile: String(34600200000 + index),
        name: `Nueva ${index}`,
      });
    }
    shop.sandbox.clearRequests();
    await shop.engine.syncNow();
    expect(shop.sandbox.requests.length - 2).toBeLessThanOrEqual(6);
    expect(shop.onServer(serverGroup).size).toBe(2000);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  it('how many writes go at a time is a setting that counts at once', async () => {
    const shop = await workshop();
    const people = Array.from({ length: 8 }, (_, index) => ({
      mobile: String(34600100000 + index),
    }));
    const { groupId } = await pulledGroup(shop, people);
    const { store, engine, sandbox } = shop;
    // Long enough on their way to be there together.
    const slow = { name: 'slow', ms: 25 } as const;
    sandbox.fault({ fault: slow, method: 'modifycontact', times: 'always' });
    const inFlight = async (count: number): Promise<number> => {
      shop.settings.parallelWrites = count;
      for (const { id } of store.contacts.linked(groupId)) {
        editContact(store, id, { city: `Sagunt ${count}` }, 'modify');
      }
      sandbox.clearRequests();
      await engine.syncNow();
      expect(store.outbox.counts().waiting).toBe(0);
      return sandbox.maxInFlight();
    };
    expect(await inFlight(1)).toBe(1);
    expect(await inFlight(2)).toBe(2);
  });
});
