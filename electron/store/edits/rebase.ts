/** After an entry of a contact changed or went, the ones behind it start from what now stands before them. */
import { rebased } from '#shared/domain/coalesce.ts';
import { valueOf } from '#shared/domain/contact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../accountStore.ts';
import { isInFlight } from '../entry.ts';
import { recordGivenUp } from './drop.ts';

/**
 * Rebases the entries of a contact in order. `settled`: values by column that a removed or acknowledged entry
 * left behind (what the server stored, or what stood before), from which the next entry starts.
 * An edit that changes nothing any more is removed.
 */
export function rebaseEntries(
  store: AccountStore,
  contactId: ContactId,
  settled: Readonly<Record<string, string>>,
): void {
  const earlier = new Map(Object.entries(settled));
  for (const entry of store.outbox.ofContact(contactId)) {
    const { intent } = entry;
    switch (intent.kind) {
      case 'addContact':
        for (const [column, value] of Object.entries(intent.fields)) earlier.set(column, value);
        break;
      case 'deleteContact': {
        const base = { ...intent.base };
        for (const [column, value] of earlier) base[column] = value;
        store.outbox.setIntent(entry.id, { ...intent, base });
        break;
      }
      case 'editContact': {
        if (isInFlight(entry)) {
          for (const [column, { to }] of Object.entries(intent.changes)) earlier.set(column, to);
          break;
        }
        const moved = rebased(intent, earlier);
        const changes = Object.fromEntries(
          // One that came back to its start while the server changed it says what the user wrote, and stays.
          Object.entries(moved.changes).filter(
            ([column, { from, to }]) => from !== to || !earlier.has(column),
          ),
        );
        if (Object.keys(changes).length === 0) {
          recordGivenUp(store, [entry], 'nothingLeft');
          store.outbox.remove(entry.id);
        } else store.outbox.setIntent(entry.id, { ...moved, changes });
        for (const column of Object.keys(intent.changes)) {
          earlier.set(column, valueOf(toValues(intent.changes), column));
        }
        break;
      }
    }
  }
}

function toValues(changes: Readonly<Record<string, { to: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(changes).map(([column, { to }]) => [column, to]));
}
