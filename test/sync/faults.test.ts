import { describe, expect, it } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { everyFault, isApplied, type Fault } from '../../electron/sandbox/fault.ts';
import { addContact, deleteContacts, editContact } from '../../electron/store/edits/contacts.ts';
import { addColumn, createGroup } from '../../electron/store/edits/groups.ts';
import { settleEntry } from '../../electron/store/edits/settle.ts';
import { decideHeld, pulledGroup, workshop, type Workshop } from './workshop.ts';

const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };
const carla = { mobile: '34600000003', name: 'Carla' };

function contactsOf({ store }: Workshop, groupId: GroupId): ContactId[] {
  const query = {
    scope: { kind: 'group', groupId },
    search: '',
    sort: null,
    onlyUnsent: false,
  } as const;
  return store.list.window(query, 0, 100).map(({ id }) => id);
}

/** Rounds with time moving on, until nothing waits or it is clear that nothing moves. */
async function heal(shop: Workshop): Promise<void> {
  shop.sandbox.clearFaults();
  for (let round = 0; round < 12 && shop.store.outbox.counts().waiting > 0; round += 1) {
    shop.clock.advance(400_000);
    await shop.engine.syncNow();
  }
}

const writes = ['addcontactlist', 'modifycontact', 'deletecontact'] as const;
const faultName = (fault: Fault): string => JSON.stringify(fault);

describe.each(writes)('%s struck by', (method) => {
  it.each(
    everyFault
      .filter(({ name }) => name !== 'slow')
      .map((fault) => [faultName(fault), fault] as const),
  )('%s arrives exactly once or is asked about', async (_name, fault) => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta, carla]);
    const [first, second] = contactsOf(shop, groupId);
    addContact(shop.store, groupId, { mobile: '34600000004', name: 'Dora' });
    editContact(shop.store, first!, { city: 'Gandia' }, 'modify');
    deleteContacts(shop.store, [second!]);
    shop.sandbox.fault({ fault, method });
    await shop.engine.syncNow();
    await heal(shop);

    // What a fault leaves for the user to decide is a question with its code, and *retry* heals it.
    for (const entry of shop.store.outbox.page('needsYou', 0, 10)) {
      expect(['notUnderstood', 'rejected']).toContain(entry.question?.kind);
      settleEntry(shop.store, entry.id, { kind: 'retry' });
    }
    await shop.engine.syncNow();
    await heal(shop);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    const there = shop.onServer(serverGroup);
    expect([...there.keys()].sort()).toEqual(['34600000001', '34600000003', '34600000004']);
    expect(shop.sandbox.state.contactsOf(serverGroup)).toHaveLength(3);
    expect(there.get(ana.mobile)).toEqual({ ...ana, city: 'Gandia' });
    expect(shop.store.contacts.count(groupId)).toBe(3);
  });
});

describe('creategroup, which cannot be read back', () => {
  it.each(
    everyFault
      .filter(({ name }) => name !== 'slow')
      .map((fault) => [faultName(fault), fault] as const),
  )('struck by %s is never sent twice by itself', async (_name, fault) => {
    const shop = await workshop();
    const groupId = createGroup(shop.store, {
      name: 'Nuevo',
      type: 'mobile',
      columns: ['name'],
      country: null,
    });
    addContact(shop.store, groupId, { mobile: '34600000001', name: 'Ana' });
    shop.sandbox.clearRequests();
    shop.sandbox.fault({ fault, method: 'creategroup' });
    await shop.engine.syncNow();
    await heal(shop);
    const sent = shop.sandbox.requests.filter(({ method }) => method === 'creategroup');
    const groups = shop.sandbox.state.groupsOf('ana');
    expect(groups.length).toBeLessThanOrEqual(1);
    if (isApplied(fault)) expect(sent).toHaveLength(1);
    const [entry] = shop.store.outbox.page('needsYou', 0, 10);
    if (entry?.question?.kind === 'createdUnknown') {
      settleEntry(
        shop.store,
        entry.id,
        groups[0] === undefined
          ? { kind: 'notCreated' }
          : { kind: 'createdAs', serverId: String(groups[0].id) },
      );
    } else if (entry !== undefined) settleEntry(shop.store, entry.id, { kind: 'retry' });
    await shop.engine.syncNow();
    await heal(shop);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(shop.sandbox.state.groupsOf('ana')).toHaveLength(1);
    expect(shop.onServer(Number(shop.store.groups.get(groupId)?.serverId)).size).toBe(1);
  });
});

describe('the network and the password', () => {
  it('offline costs no attempt and loses nothing; the queue goes on when the network is back', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    await shop.sandbox.disconnect();
    const id = addContact(shop.store, groupId, berta);
    for (let round = 0; round < 5; round += 1) await shop.engine.syncNow();
    expect(shop.engine.status()).toMatchObject({ connection: 'offline', waiting: 1, needsYou: 0 });
    expect(shop.store.outbox.ofContact(id)[0]).toMatchObject({ phase: 'waiting', attempts: 0 });
    await shop.sandbox.reconnect();
    shop.clock.advance(70_000);
    await expect.poll(() => shop.onServer(serverGroup).size).toBe(2);
    await expect
      .poll(() => shop.engine.status())
      .toMatchObject({ connection: 'online', waiting: 0 });
  });

  it('sends nothing while it is offline by the user’s word', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    shop.settings.forcedOffline = true;
    shop.engine.offlineSwitched();
    addContact(shop.store, groupId, berta);
    shop.engine.nudge();
    shop.clock.advance(3_600_000);
    await expect(shop.engine.syncNow()).rejects.toThrow('forcedOffline');
    expect(shop.sandbox.requests).toHaveLength(0);
    shop.settings.forcedOffline = false;
    shop.engine.offlineSwitched();
    await expect.poll(() => shop.onServer(serverGroup).size).toBe(2);
  });

  it('a refused password pauses the queue after one request and asks; the new one lets it go on', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    shop.sandbox.state.setPassword('ana', 'otra');
    addContact(shop.store, groupId, berta);
    await shop.engine.syncNow();
    expect(shop.engine.status()).toMatchObject({ queue: 'signIn', waiting: 1 });
    const asked = shop.sandbox.requests.length;
    expect(asked).toBe(1);
    shop.clock.advance(3_600_000);
    await shop.engine.syncNow();
    expect(shop.sandbox.requests).toHaveLength(asked);
    const again = await shop.restart();
    expect(again.engine.status().queue).toBe('signIn');
    expect(shop.sandbox.requests).toHaveLength(asked);
    again.password.current = 'otra';
    void again.engine.passwordRenewed();
    await expect.poll(() => again.onServer(serverGroup).size).toBe(2);
  });
});

describe('a crash', () => {
  it('between the request and its reply leaves an unknown outcome, which the next start settles by reading', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    const [first] = contactsOf(shop, groupId);
    addContact(shop.store, groupId, carla);
    editContact(shop.store, first!, { city: 'Gandia' }, 'modify');
    addColumn(shop.store, groupId, 'shoe');
    for (const method of ['addcontactlist', 'modifycontact', 'addcolumntogroup']) {
      shop.sandbox.fault({ fault: { name: 'hang', applied: true }, method });
    }
    void shop.engine.syncNow();
    await expect
      .poll(() => shop.sandbox.requests.some(({ method }) => method === 'addcolumntogroup'))
      .toBe(true);
    const again = await shop.restart();
    again.sandbox.clearFaults();
    await again.engine.syncNow();
    await heal(again);
    expect(again.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(again.sandbox.state.contactsOf(serverGroup)).toHaveLength(3);
    const added = again.sandbox.requests.filter(({ method }) => method === 'addcolumntogroup');
    expect(added).toHaveLength(1);
    expect(again.onServer(serverGroup).get(ana.mobile)).toMatchObject({ city: 'Gandia' });
  });
});

describe('a suspicious snapshot', () => {
  it('is held and told, not applied, until the user says so', async () => {
    const shop = await workshop();
    const people = Array.from({ length: 40 }, (_, index) => ({
      mobile: String(34600300000 + index),
    }));
    const { groupId, serverGroup } = await pulledGroup(shop, people);
    for (const { id } of shop.sandbox.state.contactsOf(serverGroup).slice(0, 10)) {
      shop.sandbox.state.removeContact(serverGroup, id);
    }
    expect(await shop.engine.pull(groupId)).toEqual({ applied: false });
    expect(shop.store.contacts.count(groupId)).toBe(40);
    expect(shop.store.groups.get(groupId)?.held).toMatchObject({
      reason: 'manyRemoved',
      removed: 10,
      of: 40,
    });
    decideHeld(shop, groupId, 'apply');
    expect(await shop.engine.pull(groupId)).toEqual({ applied: true });
    expect(shop.store.contacts.count(groupId)).toBe(30);
    expect(shop.store.groups.get(groupId)?.held).toBeNull();
  });
});
