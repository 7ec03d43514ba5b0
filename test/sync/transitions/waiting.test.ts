/** The transitions of entries that wait for another, each by its number in electron/sync/README.md. */
import { describe, expect, it } from 'vitest';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import { addColumn, deleteGroup } from '../../../electron/store/edits/groups.ts';
import { moveContact } from '../../../electron/store/edits/move.ts';
import { settleEntry } from '../../../electron/store/edits/settle.ts';
import { entryViews } from '../../../electron/ipc/handlers/views.ts';
import { pulledGroup } from '../workshop.ts';
import { ana, berta, type Scene, scene, fault } from './scene.ts';

describe('an entry that waits for another', () => {
  it('T33: a value waits for its column', async () => {
    const shop = await scene();
    addColumn(shop.store, shop.groupId, 'shoe');
    editContact(shop.store, shop.ana, { shoe: '39' }, 'modify');
    const dora = addContact(shop.store, shop.groupId, { mobile: '34600000007', shoe: '41' });
    fault(shop, 'addcolumntogroup', { name: 'unknownCode', code: 'NOT_TODAY' });
    await shop.engine.syncNow();
    const entries = shop.store.outbox.ofGroup(shop.groupId);
    expect(entries.map(({ phase }) => phase)).toEqual(['needsYou', 'waiting', 'waiting']);
    const views = entryViews(shop.store, entries);
    expect(views.map(({ state }) => state.kind)).toEqual(['needsYou', 'blocked', 'blocked']);
    settleEntry(shop.store, entries[0]!.id, { kind: 'retry' });
    await shop.engine.syncNow();
    expect(shop.there()).toMatchObject({ shoe: '39' });
    expect(shop.store.contacts.get(dora)?.serverId).not.toBeNull();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  describe('moved to another group', () => {
    async function moved(): Promise<
      Scene & { other: number; otherId: GroupId; arriving: ContactId }
    > {
      const shop = await scene();
      const { groupId: otherId, serverGroup: other } = await pulledGroup(shop, [berta]);
      const arriving = moveContact(shop.store, shop.store.contacts.get(shop.ana)!, otherId, ana);
      return { ...shop, other, otherId, arriving };
    }

    it('T34: a contact goes where it was only once it has arrived where it shall be', async () => {
      const shop = await moved();
      fault(shop, 'addcontactlist', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toContain(ana.mobile);
      expect(shop.entry()).toMatchObject({ phase: 'waiting' });
      const add = shop.store.outbox.ofContact(shop.arriving)[0]!;
      expect(add).toMatchObject({ phase: 'needsYou' });
      expect(entryViews(shop.store, [shop.entry()!])[0]?.state).toEqual({
        kind: 'blocked',
        by: add.id,
      });
      const { label } = shop.store.groups.get(shop.groupId)!;
      expect(entryViews(shop.store, [add])[0]).toMatchObject({ movedFrom: label });
      settleEntry(shop.store, add.id, { kind: 'retry' });
      await shop.engine.syncNow();
      expect(shop.onServer(shop.other).get(ana.mobile)).toMatchObject(ana);
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([berta.mobile]);
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    });

    it('T35: given up before it arrived, it stays where it was', async () => {
      const shop = await moved();
      fault(shop, 'addcontactlist', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      discardEntry(shop.store, shop.store.outbox.ofContact(shop.arriving)[0]!.id);
      expect(shop.store.contacts.get(shop.ana)).toMatchObject({ tombstone: false, fields: ana });
      expect(shop.store.history.ofContact(shop.ana)[0]).toMatchObject({
        outcome: 'discarded',
        code: 'successorDiscarded',
      });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([ana.mobile, berta.mobile]);
      expect([...shop.onServer(shop.other).keys()]).toEqual([berta.mobile]);
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    });

    it('stays where it was when its new group is taken away', async () => {
      const shop = await moved();
      deleteGroup(shop.store, shop.otherId);
      expect(shop.store.contacts.get(shop.ana)).toMatchObject({ tombstone: false, fields: ana });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([ana.mobile, berta.mobile]);
    });

    it('and moved on before it arrived, it goes where it was once it is in the third', async () => {
      const shop = await moved();
      const { groupId: thirdId, serverGroup: third } = await pulledGroup(shop, []);
      const last = moveContact(shop.store, shop.store.contacts.get(shop.arriving)!, thirdId, ana);
      fault(shop, 'addcontactlist', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toContain(ana.mobile);
      settleEntry(shop.store, shop.store.outbox.ofContact(last)[0]!.id, { kind: 'retry' });
      await shop.engine.syncNow();
      expect(shop.onServer(third).get(ana.mobile)).toMatchObject(ana);
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([berta.mobile]);
      expect([...shop.onServer(shop.other).keys()]).toEqual([berta.mobile]);
    });

    it('and moved back before it left, it is there once', async () => {
      const shop = await moved();
      editContact(shop.store, shop.arriving, { city: 'Gandia' }, 'modify');
      const arriving = shop.store.contacts.get(shop.arriving)!;
      expect(moveContact(shop.store, arriving, shop.groupId, arriving.fields)).toBe(shop.ana);
      const { id } = shop.sandbox.state.contactsOf(shop.serverGroup)[0]!;
      await shop.engine.syncNow();
      expect(shop.there()).toMatchObject({ ...ana, city: 'Gandia' });
      expect(shop.serverId()).toBe(id);
      expect([...shop.onServer(shop.other).keys()]).toEqual([berta.mobile]);
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    });

    it('into one that stands there already, it goes where it was once the values are with that one', async () => {
      const shop = await moved();
      shop.sandbox.state.addContact(shop.other, { mobile: ana.mobile, name: 'Anna', city: '' });
      await shop.engine.syncNow();
      const add = shop.store.outbox.ofContact(shop.arriving)[0]!;
      expect(add.question?.kind).toBe('exists');
      settleEntry(shop.store, add.id, { kind: 'mine' });
      fault(shop, 'modifycontact', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toContain(ana.mobile);
      settleEntry(shop.store, shop.store.outbox.page('needsYou', 0, 1)[0]!.id, { kind: 'retry' });
      await shop.engine.syncNow();
      expect(shop.onServer(shop.other).get(ana.mobile)).toMatchObject(ana);
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([berta.mobile]);
    });
  });
});
