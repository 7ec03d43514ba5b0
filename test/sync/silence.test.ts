/** Nothing fails in silence: what cannot go on is a question, or stands with its group. */
import { describe, expect, it } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../electron/store/accountStore.ts';
import { addContact, editContact } from '../../electron/store/edits/contacts.ts';
import { addColumn, assignCountry, deleteGroup } from '../../electron/store/edits/groups.ts';
import { decideHeld, pulledGroup, workshop } from './workshop.ts';

const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };

describe('a group that is gone there', () => {
  it('is asked about for each of its entries, its columns among them', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana]);
    addColumn(shop.store, groupId, 'shoe');
    addContact(shop.store, groupId, berta);
    shop.sandbox.state.removeGroup(serverGroup);
    await shop.engine.syncNow();
    const kinds = shop.store.outbox.ofGroup(groupId).map(({ question }) => question?.kind);
    expect(kinds).toEqual(['groupGone', 'groupGone']);
    expect(shop.store.groups.get(groupId)?.pullError?.code).toBe('groupNotYours');
  });
});

describe('contacts that cannot be read', () => {
  it('before a write are told with their group', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    addContact(shop.store, groupId, berta);
    shop.sandbox.fault({ fault: { name: 'unknownShape' }, method: 'getcontacts', times: 'always' });
    shop.engine.wakeUp();
    await shop.engine.idle();
    expect(shop.store.outbox.counts().waiting).toBe(1);
    expect(shop.store.groups.get(groupId)?.pullError).toMatchObject({ code: 'replyNotUnderstood' });
    shop.sandbox.clearFaults();
    shop.engine.wakeUp();
    await shop.engine.idle();
    expect(shop.store.outbox.counts().waiting).toBe(0);
    expect(shop.store.groups.get(groupId)?.pullError).toBeNull();
  });
});

describe('a group whose contacts are never read', () => {
  it('says why after a few tries, until it is read', async () => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    addContact(shop.store, groupId, berta);
    const down = { name: 'http', status: 503 } as const;
    shop.sandbox.fault({ fault: down, method: 'getcontacts', times: 'always' });
    const round = async (): Promise<string | null> => {
      shop.clock.advance(400_000);
      shop.engine.wakeUp();
      await shop.engine.idle();
      return shop.store.groups.get(groupId)?.pullError?.code ?? null;
    };
    expect(await round()).toBeNull();
    await round();
    await round();
    expect(await round()).toBe('htmlInstead');
    shop.sandbox.clearFaults();
    expect(await round()).toBeNull();
    expect(shop.store.outbox.counts().waiting).toBe(0);
  });
});

describe('tried again and again', () => {
  it.each([
    ['assigncountrytogroup', assignCountry],
    ['addcolumntogroup', addColumn],
    ['deletegroup', (store: AccountStore, group: GroupId) => deleteGroup(store, group)],
  ] as const)('%s without a clear answer becomes a question', async (method, act) => {
    const shop = await workshop();
    const { groupId } = await pulledGroup(shop, [ana]);
    shop.sandbox.fault({ fault: { name: 'emptyBody' }, method, times: 'always' });
    act(shop.store, groupId, 'ESP');
    for (let round = 0; round < 12; round += 1) {
      shop.clock.advance(400_000);
      await shop.engine.syncNow();
    }
    const [entry] = shop.store.outbox.ofGroup(groupId);
    expect(entry?.question).toMatchObject({ kind: 'noProgress', attempts: 8 });
    expect(shop.sandbox.requests.filter((one) => one.method === method)).toHaveLength(8);
  });
});

describe('a column that is gone there', () => {
  it('is held, and no replay takes its values out of the contacts before the user has looked', async () => {
    const shop = await workshop();
    const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
    shop.sandbox.state.deleteColumn(serverGroup, 'city');
    expect(await shop.engine.pull(groupId)).toEqual({ applied: false });
    const rows = () =>
      shop.store.list.window(
        { scope: { kind: 'group', groupId }, search: '', sort: null, onlyUnsent: false },
        0,
        10,
      );
    const [first] = rows();
    editContact(shop.store, first!.id, { name: 'Otra' }, 'modify');
    shop.engine.wakeUp();
    await shop.engine.idle();
    expect(rows().map(({ fields }) => fields['city'])).toEqual(['Valencia', 'Alacant']);
    expect(shop.store.groups.get(groupId)?.held?.reason).toBe('columnLost');

    decideHeld(shop, groupId, 'apply');
    expect(await shop.engine.pull(groupId)).toEqual({ applied: true });
    await shop.engine.syncNow();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(rows().map(({ fields }) => fields['city'])).toEqual([undefined, undefined]);
  });
});
