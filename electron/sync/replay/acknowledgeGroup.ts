/** An entry of a group itself is through: what it wanted is now what the mirror says. */
import type { AccountStore } from '../../store/accountStore.ts';
import { dropGroup, stripQueued } from '../../store/edits/drop.ts';
import type { Entry } from '../../store/entry.ts';

export function acknowledgeGroupEntry(store: AccountStore, entry: Entry): void {
  const { id, groupId, intent } = entry;
  store.transaction(() => {
    store.history.add({ groupId, contactId: null, intent, outcome: 'acknowledged' });
    store.outbox.remove(id);
    store.touch.outbox();
    store.touch.groups();
    switch (intent.kind) {
      case 'addColumn':
        store.columns.setState(groupId, intent.column, 'saved');
        return;
      case 'deleteColumn':
        store.columns.remove(groupId, intent.column);
        // The values of all the other contacts follow bit by bit, so that a large group does not block.
        stripQueued(store, groupId, intent.column);
        return;
      case 'deleteGroup':
        dropGroup(store, groupId);
        return;
      case 'createGroup':
      case 'assignCountry':
      case 'addContact':
      case 'editContact':
      case 'deleteContact':
        return;
    }
  });
}
