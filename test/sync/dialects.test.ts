import { describe, expect, it } from 'vitest';
import { singleSwitchDialects } from '../../electron/sandbox/dialect.ts';
import { addContact, deleteContacts, editContact } from '../../electron/store/edits/contacts.ts';
import { createGroup } from '../../electron/store/edits/groups.ts';
import { settleEntry } from '../../electron/store/edits/settle.ts';
import { pulledGroup, workshop } from './workshop.ts';

/** Every open point of the document, one answer at a time: the main job comes out the same. */
describe.each(singleSwitchDialects().map(({ name, dialect }) => [name, dialect] as const))(
  'a server that answers %s',
  (_name, dialect) => {
    it('gets every edit once', async () => {
      const shop = await workshop({ dialect });
      const people = ['Ana', 'Berta', 'Carla'].map((name, index) => ({
        mobile: `3460000000${index}`,
        name,
        city: 'Elx',
      }));
      const { groupId, serverGroup } = await pulledGroup(shop, people);
      const [ana, berta] = shop.store.list.window(
        { scope: { kind: 'group', groupId }, search: '', sort: null, onlyUnsent: false },
        0,
        10,
      );
      addContact(shop.store, groupId, { mobile: '34600000007', name: 'Dora, la mayor' });
      editContact(shop.store, ana!.id, { city: 'Gandia' }, 'modify');
      deleteContacts(shop.store, [berta!.id]);
      const created = createGroup(shop.store, {
        name: 'Nuevo',
        type: 'mobile',
        columns: ['name'],
        country: null,
      });
      addContact(shop.store, created, { mobile: '34611111111', name: 'Eva' });
      await shop.engine.syncNow();
      const [asked] = shop.store.outbox.page('needsYou', 0, 10);
      if (asked !== undefined) {
        // Only a creation that names no id may ask, and the panel tells the id.
        expect(asked.question?.kind).toBe('createdUnknown');
        const [group] = shop.sandbox.state.groupsOf('ana').filter(({ id }) => id !== serverGroup);
        settleEntry(shop.store, asked.id, { kind: 'createdAs', serverId: String(group!.id) });
      }
      for (let round = 0; round < 4; round += 1) {
        shop.clock.advance(400_000);
        await shop.engine.syncNow();
      }
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
      const there = shop.onServer(serverGroup);
      expect([...there.keys()].sort()).toEqual(['34600000000', '34600000002', '34600000007']);
      expect(shop.sandbox.state.contactsOf(serverGroup)).toHaveLength(3);
      expect(there.get('34600000000')).toMatchObject({ name: 'Ana', city: 'Gandia' });
      expect(shop.sandbox.state.groupsOf('ana')).toHaveLength(2);
      expect(shop.onServer(Number(shop.store.groups.get(created)?.serverId)).size).toBe(1);
      expect(shop.store.contacts.count(groupId)).toBe(3);
    });
  },
);
