/**
 * The replay of one group's queue: its own entries, then turns of read – write – read over its contacts.
 * The read after one turn is the read before the next, so a thousand edits cost a thousand and two requests (rule 8).
 */
import type { GroupId, ServerId } from '#shared/domain/ids.ts';
import type { ApiFailure } from '../../afilnet/client.ts';
import { codedFailure } from '../codedFailure.ts';
import type { Group } from '../../store/groups.ts';
import { isContactEntry } from '../../store/outbox.ts';
import { readGroup } from '../readGroup.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { replayGroupEntries } from './groupEntries.ts';
import { planFor, writesIn } from './plan.ts';
import { write } from './writes.ts';

/** More turns than this would mean that something moves without arriving; the next round goes on. */
const mostTurns = 20;

export async function replayGroup(session: SyncSession, groupId: GroupId): Promise<Outcome> {
  const own = await replayGroupEntries(session, groupId);
  if (own.kind === 'stopped') return own;
  let freshlyRead = false;
  let finished = 0;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const group = session.store.groups.get(groupId);
    if (group === null || group.serverId === null || group.state === 'deleting') return done;
    if (session.halted()) return stopped(cancelledFailure);
    const plan = planFor(session.store.outbox.ofGroup(groupId), session.now());
    if (writesIn(plan) === 0 && (plan.toCheck.length === 0 || freshlyRead)) return done;
    if (freshlyRead) {
      const total = finished + writesIn(plan);
      const step = (count: number): void => {
        finished += count;
        session.report({ kind: 'replay', groupId, done: finished, total });
      };
      step(0);
      const written = await write(session, { ...group, serverId: group.serverId }, plan, { step });
      if (written.kind === 'stopped' && !worthReading(written.failure)) return written;
    }
    const read = await readOnce(session, { ...group, serverId: group.serverId });
    // A held snapshot stops this group's contacts until the user has looked at it.
    if (read.kind !== 'done') return read;
    freshlyRead = true;
  }
  return done;
}

/** After trouble with writes a read still tells what arrived; without network, password or time it cannot. */
function worthReading(failure: ApiFailure): boolean {
  return failure.class === 'transient';
}

async function readOnce(
  session: SyncSession,
  group: Group & { readonly serverId: ServerId },
): Promise<Outcome> {
  const read = await readGroup(session, group, { kind: 'replay', allowLoss: false });
  if (read.kind === 'stopped' && read.failure.class === 'groupGone') {
    askAboutGroup(session, group, read.failure);
  }
  return read;
}

/** The group is not ours (any more): every entry in it stands before the user with that reason. */
function askAboutGroup({ store }: SyncSession, group: Group, failure: ApiFailure): void {
  store.transaction(() => {
    for (const entry of store.outbox.ofGroup(group.id).filter(isContactEntry)) {
      if (entry.phase === 'needsYou') continue;
      store.outbox.ask(entry.id, { kind: 'groupGone', code: failure.code });
      const { groupId, contactId, intent } = entry;
      store.history.add({ groupId, contactId, intent, outcome: 'asked', code: failure.code });
    }
    store.groups.setPullError(group.id, codedFailure(failure));
    store.touch.contacts(group.id);
    store.touch.groups();
  });
}
