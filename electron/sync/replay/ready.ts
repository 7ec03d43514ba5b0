/** What of a group's queue can be sent now, by the queue and by what its contacts hold on the server. */
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import type { Entry } from '../../store/entry.ts';
import type { Group } from '../../store/groups.ts';
import type { SyncSession } from '../session.ts';
import { planFor, type Plan } from './plan.ts';

export function readyPlan(session: SyncSession, group: Group): Plan {
  const { outbox } = session.store;
  const entries = outbox.ofGroup(group.id);
  const plan = planFor(entries, session.now(), outbox.stayingIn(group.id));
  if (plan.adds.length === 0) return plan;
  const inUse = mainFieldsInUse(session, group, entries);
  const adds = plan.adds.filter(
    ({ intent }) =>
      intent.kind === 'addContact' && !inUse.has(mainKeyOf(group.type, intent.fields)),
  );
  return { ...plan, adds };
}

/**
 * Main fields that contacts of ours hold on the server while something is queued for them: a delete or a change
 * of the main field must be through before an add may take the same one.
 */
function mainFieldsInUse(
  { store }: SyncSession,
  group: Group,
  entries: readonly Entry[],
): Set<string> {
  const keys = new Set<string>();
  for (const { contactId } of entries) {
    const contact = contactId === null ? null : store.contacts.get(contactId);
    if (contact !== null && contact.serverId !== null && contact.base !== null) {
      keys.add(mainKeyOf(group.type, contact.base));
    }
  }
  return keys;
}
