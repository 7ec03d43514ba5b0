/** One turn of writes for a group: deletes, then edits, a few at a time; then adds, alone and in lists. */
import type { ServerId } from '#shared/domain/ids.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import type { ApiFailure } from '../../afilnet/client.ts';
import type { ContactEntry } from '../../store/entry.ts';
import type { Group } from '../../store/groups.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { sendAdds } from './addLists.ts';
import { sendContact } from './contactWrites.ts';
import type { Plan } from './plan.ts';

export interface Progress {
  readonly step: (count: number) => void;
}

export async function write(
  session: SyncSession,
  group: Group & { readonly serverId: ServerId },
  plan: Plan,
  progress: Progress,
): Promise<Outcome> {
  for (const entries of [plan.deletes, plan.edits, plan.singleAdds]) {
    const outcome = await writeEach(session, group.serverId, entries, progress);
    if (outcome.kind === 'stopped') return outcome;
  }
  const inUse = mainFieldsInUse(session, group);
  const adds = plan.adds.filter(
    ({ intent }) =>
      intent.kind === 'addContact' && !inUse.has(mainKeyOf(group.type, intent.fields)),
  );
  const sent = await sendAdds(session, group.serverId, adds);
  progress.step(adds.length);
  return sent.kind === 'failed' && sent.consequence === 'stop' ? stopped(sent.failure) : done;
}

/** Sends entries with a few requests at a time; each contact has one entry here, so never two for a contact. */
async function writeEach(
  session: SyncSession,
  groupServerId: ServerId,
  entries: readonly ContactEntry[],
  progress: Progress,
): Promise<Outcome> {
  const waiting = entries.values();
  let inARow = 0;
  let end: ApiFailure | null = null;

  const worker = async (): Promise<void> => {
    for (const entry of waiting) {
      if (end !== null) return;
      if (session.halted()) {
        end = cancelledFailure;
        return;
      }
      const sent = await sendContact(session, groupServerId, entry.id);
      progress.step(1);
      if (sent.kind === 'answered') {
        inARow = 0;
        continue;
      }
      inARow = sent.failure.class === 'transient' ? inARow + 1 : 0;
      if (sent.consequence === 'stop' || inARow >= session.limits.failuresInARow)
        end = sent.failure;
    }
  };
  await Promise.all(Array.from({ length: session.limits.parallelWrites }, worker));
  return end === null ? done : stopped(end);
}

/**
 * Main fields that contacts of ours hold on the server while something is queued for them: a delete or a change
 * of the main field must be through before an add may take the same one.
 */
function mainFieldsInUse({ store }: SyncSession, group: Group): Set<string> {
  const keys = new Set<string>();
  for (const { contactId } of store.outbox.ofGroup(group.id)) {
    const contact = contactId === null ? null : store.contacts.get(contactId);
    if (contact !== null && contact.serverId !== null && contact.base !== null) {
      keys.add(mainKeyOf(group.type, contact.base));
    }
  }
  return keys;
}
