/** What the user does while a request is on its way. */
import { describe, expect, it } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import { addContact, editContact } from '../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../electron/store/edits/discard.ts';
import {
  addColumn,
  assignCountry,
  deleteColumn,
  deleteGroup,
  forgetGroup,
} from '../../electron/store/edits/groups.ts';
import { pulledGroup, workshop, type Workshop } from './workshop.ts';

const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };

const carla = { mobile: '34600000003', name: 'Carla', city: 'Elx' };

const slow = { name: 'slow', ms: 150 } as const;

/** Resolves when the server has seen a request of this method. */
async function arrived({ sandbox }: Workshop, method: string): Promise<void> {
  await expect.poll(() => sandbox.requests.some((one) => one.method === method)).toBe(true);
}

function sentOf({ sandbox }: Workshop, method: string): number {
  return sandbox.requests.filter((one) => one.method === method).length;
}

function entryOf({ store }: Workshop, groupId: GroupId, kind: string) {
  const found = store.outbox.ofGroup(groupId).find(({ intent }) => intent.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

describe('while the entries of a group are on their way', () => {
  it('a column that is kept after all is not deleted', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    deleteColumn(shop.store, groupId, 'city');
    shop.sandbox.fault({ fault: slow, method: 'getgroupcolumns' });
    const round = shop.engine.syncNow();
    await arrived(shop, 'getgroupcolumns');
    discardEntry(shop.store, entryOf(shop, groupId, 'deleteColumn').id);
    await round;
    expect(sentOf(shop, 'deletecolumnfromgroup')).toBe(0);
    expect(shop.onServer(serverGroup).get(ana.mobile)).toEqual(ana);
  });

  it('a group that is kept after all is not deleted', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    shop.sandbox.fault({ fault: { name: 'dropAfter' }, method: 'assigncountrytogroup' });
    assignCountry(shop.store, groupId, 'ESP');
    await shop.engine.syncNow();
    expect(entryOf(shop, groupId, 'assignCountry').phase).toBe('unknown');
    deleteGroup(shop.store, groupId);
    shop.sandbox.clearRequests();
    shop.sandbox.fault({ fault: slow, method: 'assigncountrytogroup' });
    shop.clock.advance(400_000);
    await arrived(shop, 'assigncountrytogroup');
    discardEntry(shop.store, entryOf(shop, groupId, 'deleteGroup').id);
    await shop.engine.idle();
    expect(sentOf(shop, 'deletegroup')).toBe(0);
    expect(shop.sandbox.state.group(serverGroup)).not.toBeNull();
    expect(shop.store.groups.get(groupId)?.state).toBe('saved');
  });

  it('a country that was chosen meanwhile is the one that arrives', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    addColumn(shop.store, groupId, 'shoe');
    assignCountry(shop.store, groupId, 'ESP');
    shop.sandbox.fault({ fault: slow, method: 'addcolumntogroup' });
    const round = shop.engine.syncNow();
    await arrived(shop, 'addcolumntogroup');
    assignCountry(shop.store, groupId, 'FRA');
    await round;
    await shop.engine.syncNow();
    expect(shop.sandbox.state.group(serverGroup)?.country).toBe('FRA');
    expect(shop.store.groups.get(groupId)?.country).toBe('FRA');
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  it('a country that was chosen later does not overtake the one before', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    assignCountry(shop.store, groupId, 'ESP');
    shop.sandbox.fault({ fault: { name: 'dropBefore' }, method: 'assigncountrytogroup' });
    await shop.engine.syncNow();
    assignCountry(shop.store, groupId, 'FRA');
    for (let round = 0; round < 3; round += 1) {
      await shop.engine.syncNow();
      shop.clock.advance(400_000);
      await shop.engine.idle();
    }
    expect(shop.sandbox.state.group(serverGroup)?.country).toBe('FRA');
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });
});

describe('a group that is taken off this machine while it is pulled', () => {
  it.each(['getgroupcolumns', 'getcontacts'])('during %s leaves nothing behind', async (method) => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    shop.sandbox.state.addColumn(serverGroup, 'shoe');
    shop.sandbox.state.addContacts(serverGroup, [berta]);
    shop.sandbox.fault({ fault: slow, method });
    const pull = shop.engine.pull(groupId);
    await arrived(shop, method);
    forgetGroup(shop.store, groupId);
    await expect(pull).resolves.toEqual({ applied: false });
    expect(shop.store.groups.all()).toEqual([]);
  });
});

describe('a try that is asked for while another one is failing', () => {
  it.each(['syncNow', 'retryNow'] as const)(
    '%s goes to the group that failed in it',
    async (ask) => {
      const shop = await workshop();
      const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
      addContact(shop.store, groupId, berta);
      shop.sandbox.fault({ fault: { name: 'hang' }, method: 'getcontacts' });
      const failing = shop.engine.syncNow();
      await arrived(shop, 'getcontacts');
      void shop.engine[ask]();
      await failing;
      await shop.engine.idle();
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
      expect(shop.onServer(serverGroup).get(berta.mobile)).toEqual(berta);
    },
  );
});

describe('a password given anew', () => {
  async function comesThrough(
    shop: Workshop,
    round: Promise<unknown>,
    group: number,
  ): Promise<void> {
    shop.password.current = 'otra';
    void shop.engine.passwordRenewed();
    await round;
    await expect.poll(() => shop.store.outbox.counts().waiting).toBe(0);
    expect(shop.engine.status().queue).not.toBe('signIn');
    expect(shop.onServer(group).get(ana.mobile)).toMatchObject({ city: 'Gandia' });
  }

  it('is not doubted because of another answer to the old one, which was refused', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    for (const { id } of rowsOf(shop, groupId)) {
      editContact(shop.store, id, { city: 'Gandia' }, 'modify');
    }
    shop.sandbox.fault({ fault: slow, method: 'getcontacts' });
    shop.sandbox.fault({ fault: { name: 'slow', ms: 400 }, method: 'modifycontact' });
    const round = shop.engine.syncNow();
    await arrived(shop, 'getcontacts');
    shop.sandbox.state.setPassword('ana', 'otra');
    await expect.poll(() => shop.engine.status().queue).toBe('signIn');
    await comesThrough(shop, round, serverGroup);
  });

  it('is not doubted because of the refusal of the old one, which comes only now', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    editContact(shop.store, rowsOf(shop, groupId)[0]!.id, { city: 'Gandia' }, 'modify');
    shop.sandbox.fault({ fault: slow, method: 'getcontacts' });
    shop.sandbox.state.setPassword('ana', 'otra');
    const round = shop.engine.syncNow();
    await arrived(shop, 'getcontacts');
    await comesThrough(shop, round, serverGroup);
  });
});

describe('a disk that refuses', () => {
  it.each(['addcontactlist', 'modifycontact'])(
    'is told in the status, and what %s took along is read and sent again',
    async (method) => {
      const shop = await workshop();
      const { groupId, serverGroup } = await pulledGroup(shop, [ana, carla]);
      for (const { id } of rowsOf(shop, groupId)) {
        if (method === 'modifycontact') editContact(shop.store, id, { city: 'Gandia' }, 'modify');
      }
      if (method === 'addcontactlist') addContact(shop.store, groupId, berta);
      const waiting = shop.store.outbox.counts().waiting;
      shop.sandbox.fault({ fault: slow, method });
      const round = shop.engine.syncNow();
      await arrived(shop, method);
      shop.store.inspect.pragma('query_only = ON');
      await round;
      expect(shop.engine.status()).toMatchObject({ problem: { code: 'readOnly' }, waiting });
      expect(shop.engine.status().nextTryAt).not.toBeNull();

      shop.store.inspect.pragma('query_only = OFF');
      shop.clock.advance(400_000);
      await shop.engine.idle();
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
      const there = shop.sandbox.state.contactsOf(serverGroup);
      expect(there).toHaveLength(method === 'addcontactlist' ? 3 : 2);
      if (method === 'modifycontact') {
        expect(there.map(({ fields }) => fields['city'])).toEqual(['Gandia', 'Gandia']);
      }
      expect(shop.engine.status().problem).toBeNull();
    },
  );
});

describe('offline by the user’s word', () => {
  it('holds for a pull that was still waiting for its turn', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    shop.sandbox.fault({ fault: slow, method: 'getcontacts' });
    const first = shop.engine.pull(groupId);
    await arrived(shop, 'getcontacts');
    const second = shop.engine.pull(groupId);
    shop.settings.forcedOffline = true;
    shop.engine.offlineSwitched();
    await first;
    await second;
    expect(shop.sandbox.requests.map(({ method }) => method)).toEqual([
      'getgroupcolumns',
      'getcontacts',
    ]);
  });
});

function rowsOf({ store }: Workshop, groupId: GroupId) {
  return store.list.window(
    { scope: { kind: 'group', groupId }, search: '', sort: null, onlyUnsent: false },
    0,
    500,
  );
}
