import { expect, test } from 'vitest';
import { entryViews } from '../../../electron/ipc/handlers/views.ts';
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { createGroup } from '../../../electron/store/edits/groups.ts';
import { deleteContacts } from '../../../electron/store/edits/contacts.ts';
import { existingGroup, openTestStore, pulled } from '../store/testStore.ts';

test('what waits for a group that is held up is blocked by its creation, for which the queue is looked at once', () => {
  const { store } = openTestStore();
  const group = { type: 'mobile', columns: [], country: null } as const;
  const groupId = createGroup(store, { ...group, name: 'Clientes' });
  const other = createGroup(store, { ...group, name: 'Otros' });
  for (let index = 0; index < 20; index += 1) {
    addContact(store, groupId, { mobile: String(34_600_000_000 + index) });
    addContact(store, other, { mobile: String(34_600_000_000 + index) });
  }
  const creation = store.outbox.firstOfGroup(groupId)!;
  expect(creation.intent.kind).toBe('createGroup');
  store.transaction(() =>
    store.outbox.ask(creation.id, { kind: 'createdUnknown', code: null, raw: null }),
  );
  let looks = 0;
  const { firstOfGroup, ofGroup } = store.outbox;
  Object.assign(store.outbox, {
    firstOfGroup: (id: typeof groupId) => ((looks += 1), firstOfGroup(id)),
    ofGroup: (id: typeof groupId) => ((looks += 1), ofGroup(id)),
  });
  const views = entryViews(store, store.outbox.page('all', 0, 100));
  const states = (id: string) =>
    new Set(views.filter((view) => view.groupId === id).map(({ state }) => state.kind));
  expect(states(groupId)).toEqual(new Set(['needsYou', 'blocked']));
  expect(states(other)).toEqual(new Set(['waiting']));
  expect(looks).toBe(2);
});

test('what waits for a contact whose list is held says which list the user is to decide about', () => {
  const { store } = openTestStore();
  const from = existingGroup(store, ['mobile'], '77');
  const to = existingGroup(store, ['mobile'], '78');
  const [here, there] = [pulled(store, from, { mobile: '1' }), pulled(store, to, { mobile: '1' })];
  store.transaction(() => deleteContacts(store, [here], there));
  const state = () => entryViews(store, store.outbox.page('all', 0, 100))[0]?.state;
  expect(state()).toEqual({ kind: 'waiting' });
  const held = { reason: 'emptied', removed: 9, of: 9, columns: [], values: 0 } as const;
  store.groups.setLabel(to, 'Archivo');
  store.groups.setHeld(to, { ...held, columns: [], heldAt: 5, decision: null });
  expect(state()).toEqual({ kind: 'waitsForList', group: 'Archivo' });
});
