/** When the engine asks the server by itself, and how often. Time is moved by hand. */
import { describe, expect, it } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { addContact, deleteContacts, editContact } from '../../electron/store/edits/contacts.ts';
import { moveContact } from '../../electron/store/edits/move.ts';
import { discardEntry } from '../../electron/store/edits/discard.ts';
import { pulledGroup, workshop, type Workshop } from './workshop.ts';

const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };
const unwell = { name: 'http', status: 503 } as const;

/** Lets time pass in steps, each with what it sets off. */
async function pass({ clock, engine }: Workshop, milliseconds: number, step: number) {
  for (let passed = 0; passed < milliseconds; passed += step) {
    clock.advance(step);
    await engine.idle();
  }
}

function methods({ sandbox }: Workshop, method: string): number {
  return sandbox.requests.filter((one) => one.method === method).length;
}

function contactsOf({ store }: Workshop, groupId: GroupId): ContactId[] {
  const query = {
    scope: { kind: 'group', groupId },
    search: '',
    sort: null,
    onlyUnsent: false,
  } as const;
  return store.list.window(query, 0, 500).map(({ id }) => id);
}

function people(count: number): { mobile: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    mobile: String(34600300000 + index),
    name: 'Persona',
  }));
}

describe('a pull that sees what an edit was waiting for', () => {
  it('sends the edit in the same round', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    const id = addContact(shop.store, groupId, berta);
    shop.sandbox.fault({ fault: { name: 'dropAfter' }, method: 'addcontactlist' });
    shop.sandbox.fault({ fault: unwell, method: 'getcontacts', nth: 2, times: 2 });
    await shop.engine.syncNow();
    expect(shop.store.outbox.ofContact(id).map(({ phase }) => phase)).toEqual(['unknown']);
    editContact(shop.store, id, { city: 'Elx' }, 'modify');
    // The add still backs off, so that only the pull looks at its group.
    await shop.engine.syncNow();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(shop.onServer(serverGroup).get(berta.mobile)).toEqual({ ...berta, city: 'Elx' });
  });
});

describe('what a pull sees', () => {
  it('lets a moved contact go from a group that was pulled before', async () => {
    const shop = await workshop();
    const from = await pulledGroup(shop, [ana]);
    const to = await pulledGroup(shop, [berta]);
    const [moved] = contactsOf(shop, from.groupId);
    moveContact(shop.store, shop.store.contacts.get(moved!)!, to.groupId, ana);
    shop.sandbox.fault({ fault: { name: 'dropAfter' }, method: 'addcontactlist' });
    shop.sandbox.fault({ fault: unwell, method: 'getcontacts', nth: 2, times: 3 });
    await shop.engine.syncNow();
    expect(shop.onServer(to.serverGroup).get(ana.mobile)).toEqual(ana);
    expect(shop.onServer(from.serverGroup).get(ana.mobile)).toEqual(ana);
    await shop.engine.syncNow();
    expect([...shop.onServer(from.serverGroup).keys()]).toEqual([]);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });
});

describe('a new contact whose main field another one still has', () => {
  it('waits without the list being read again and again', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    const first = contactsOf(shop, groupId).find(
      (id) => shop.store.contacts.get(id)?.fields['mobile'] === ana.mobile,
    );
    const there = shop.sandbox.state
      .contactsOf(serverGroup)
      .find(({ fields }) => fields['mobile'] === ana.mobile);
    shop.sandbox.state.changeContact(serverGroup, there!.id, { ...ana, city: 'Elx' });
    deleteContacts(shop.store, [first!]);
    addContact(shop.store, groupId, { ...ana, name: 'Otra' });
    await shop.engine.syncNow();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 1, needsYou: 1 });
    shop.sandbox.clearRequests();
    await shop.engine.syncNow();
    expect(methods(shop, 'getcontacts')).toBeLessThanOrEqual(3);
    expect(methods(shop, 'addcontactlist')).toBe(0);
  });
});

describe('a group that the server has trouble with', () => {
  it('is not asked for again once nothing is queued for it', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    const id = addContact(shop.store, groupId, berta);
    shop.sandbox.fault({ fault: unwell, method: 'getcontacts', times: 'always' });
    await shop.engine.syncNow();
    shop.sandbox.clearFaults();
    discardEntry(shop.store, shop.store.outbox.ofContact(id)[0]!.id);
    await pass(shop, 60_000, 1_000);
    shop.sandbox.clearRequests();
    await pass(shop, 60_000, 250);
    expect(shop.sandbox.requests.length).toBeLessThanOrEqual(2);
  });

  it('does not drive the tries of a network that is gone', async () => {
    const shop = await workshop();
    const first = await pulledGroup(shop, [ana]);
    const second = await pulledGroup(shop, [berta]);
    addContact(shop.store, first.groupId, { mobile: '34600000003' });
    addContact(shop.store, second.groupId, { mobile: '34600000004' });
    shop.sandbox.fault({
      fault: unwell,
      method: 'getcontacts',
      group: second.serverGroup,
      times: 'always',
    });
    shop.sandbox.fault({ fault: unwell, method: 'addcontactlist', times: 'always' });
    await shop.engine.syncNow();
    await shop.sandbox.disconnect();
    let rounds = 0;
    await pass(shop, 30_000, 1_000);
    for (let step = 0; step < 240; step += 1) {
      shop.clock.advance(250);
      if (shop.engine.status().queue === 'running') rounds += 1;
      await shop.engine.idle();
    }
    expect(rounds).toBeLessThanOrEqual(6);
  });

  it('is pulled less and less often while its contacts cannot be read', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    shop.settings.everyMinutes = 5;
    shop.sandbox.fault({ fault: unwell, method: 'getcontacts', times: 'always' });
    shop.clock.advance(600_000);
    await shop.engine.syncNow();
    shop.sandbox.clearRequests();
    await pass(shop, 600_000, 1_000);
    expect(methods(shop, 'getcontacts')).toBeGreaterThan(2);
    expect(methods(shop, 'getcontacts')).toBeLessThanOrEqual(25);
    shop.sandbox.clearFaults();
    await pass(shop, 600_000, 1_000);
    expect(shop.store.groups.get(groupId)?.pullError).toBeNull();
    expect(shop.engine.status().problem).toBeNull();
  });

  it('is left alone when its writes fail one after another', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, people(200));
    for (const id of contactsOf(shop, groupId)) {
      editContact(shop.store, id, { city: 'Gandia' }, 'modify');
    }
    shop.sandbox.fault({ fault: unwell, method: 'modifycontact', times: 'always' });
    await shop.engine.syncNow();
    expect(methods(shop, 'modifycontact')).toBeLessThanOrEqual(16);
    expect(shop.engine.status().nextTryAt).not.toBeNull();
  });

  it('and that was not seen does not count as seen', async () => {
    const shop = await workshop();
    const first = await pulledGroup(shop, [ana]);
    await pulledGroup(shop, [berta]);
    await shop.engine.syncNow();
    const before = shop.engine.status().lastSyncAt;
    shop.sandbox.fault({
      fault: unwell,
      method: 'getcontacts',
      group: first.serverGroup,
      times: 'always',
    });
    shop.clock.advance(60_000);
    await shop.engine.syncNow();
    expect(shop.engine.status().lastSyncAt).toBe(before);
  });
});

describe('a snapshot that is held', () => {
  async function held(): Promise<{ shop: Workshop; groupId: GroupId; serverGroup: number }> {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, people(40));
    shop.settings.everyMinutes = 5;
    for (const { id } of shop.sandbox.state.contactsOf(serverGroup).slice(0, 20)) {
      shop.sandbox.state.removeContact(serverGroup, id);
    }
    shop.clock.advance(600_000);
    await shop.engine.syncNow();
    expect(shop.store.groups.get(groupId)?.held).not.toBeNull();
    return { shop, groupId, serverGroup };
  }

  it('is not read anew for every edit somewhere else', async () => {
    const { shop } = await held();
    const other = await pulledGroup(shop, [ana]);
    for (let edit = 0; edit < 5; edit += 1) {
      addContact(shop.store, other.groupId, { mobile: String(34600000010 + edit) });
      shop.engine.nudge();
      await pass(shop, 1_000, 500);
    }
    const reads = shop.sandbox.requests.filter(
      ({ method, group }) => method === 'getcontacts' && group !== String(other.serverGroup),
    );
    expect(reads.length).toBeLessThanOrEqual(1);
  });

  it('does not spin when the clock is set back', async () => {
    const { shop, groupId } = await held();
    const [first] = contactsOf(shop, groupId);
    editContact(shop.store, first!, { name: 'Otra' }, 'modify');
    const [entry] = shop.store.outbox.ofContact(first!);
    shop.store.outbox.fail(entry!.id, 'unknown', 1, shop.clock.now() + 7_200_000, {
      class: 'transient',
      code: 'timeout',
      raw: null,
    });
    shop.sandbox.clearRequests();
    shop.engine.nudge();
    await pass(shop, 60_000, 250);
    expect(shop.sandbox.requests.length).toBeLessThanOrEqual(6);
  });
});

describe('without a schedule', () => {
  it('an edit after a pull that found no network is sent by itself', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    await shop.sandbox.disconnect();
    await expect(shop.engine.pull(groupId)).rejects.toThrow('serverUnreachable');
    addContact(shop.store, groupId, berta);
    shop.engine.nudge();
    await shop.sandbox.reconnect();
    await pass(shop, 120_000, 1_000);
    expect(shop.onServer(serverGroup).size).toBe(2);
    expect(shop.engine.status().connection).toBe('online');
  });

  it('a pull that found no network is followed by a try, so that the chip does not stay offline', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    await shop.sandbox.disconnect();
    await expect(shop.engine.pull(groupId)).rejects.toThrow('serverUnreachable');
    await shop.sandbox.reconnect();
    await pass(shop, 120_000, 1_000);
    expect(shop.engine.status().connection).toBe('online');
  });
});

describe('many edits', () => {
  it('typed one after another are one round', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana, berta]);
    const [first] = contactsOf(shop, groupId);
    for (const city of ['G', 'Ga', 'Gan', 'Gandia']) {
      editContact(shop.store, first!, { city }, 'modify');
      shop.engine.nudge();
      shop.clock.advance(100);
    }
    await pass(shop, 2_000, 500);
    expect(methods(shop, 'modifycontact')).toBe(1);
    deleteContacts(shop.store, [first!]);
    shop.engine.nudge();
    await pass(shop, 2_000, 500);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });
});
