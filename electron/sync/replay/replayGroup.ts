/**
 * The replay of one group's queue: its own entries, then turns of read – write – read over its contacts.
 * The read after one turn is the read before the next, so a thousand edits cost a thousand and two requests (rule 8).
 */
import type { GroupId, ServerId } from '#shared/domain/ids.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { ApiFailure } from '../../afilnet/client.ts';
import { codedFailure } from '../codedFailure.ts';
import type { Group } from '../../store/groups.ts';
import { readGroup } from '../readGroup.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { replayGroupEntries } from './groupEntries.ts';
import { writesIn } from './plan.ts';
import { readyPlan } from './ready.ts';
import { write } from './writes.ts';

/** More turns than this would mean that something moves without arriving; the next round goes on. */
const mostTurns = 20;
/** Turns in a row in which writes failed one after another: one may be the fault of some entries, two are the server's. */
const mostVainTurns = 2;

export async function replayGroup(session: SyncSession, groupId: GroupId): Promise<Outcome> {
  recoverInterrupted(session, groupId);
  const own = await replayGroupEntries(session, groupId);
  if (own.kind === 'stopped') {
    tellOfFailure(session, groupId, own.failure);
    return own;
  }
  let freshlyRead = false;
  let finished = 0;
  let vainTurns = 0;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const group = session.store.groups.get(groupId);
    if (group === null || group.serverId === null || group.state === 'deleting') return done;
    // What was read without a column that was there would be written to every contact.
    if (group.held?.reason === 'columnLost') return { kind: 'held' };
    if (session.halted()) return stopped(cancelledFailure);
    const plan = readyPlan(session, group);
    if (writesIn(plan) === 0 && (plan.toCheck.length === 0 || freshlyRead)) return done;
    let trouble: ApiFailure | null = null;
    if (freshlyRead) {
      const total = finished + writesIn(plan);
      const step = (count: number): void => {
        finished += count;
        session.report({ kind: 'replay', groupId, done: finished, total });
      };
      step(0);
      const written = await write(session, { ...group, serverId: group.serverId }, plan, { step });
      if (written.kind === 'stopped') trouble = written.failure;
      if (trouble !== null && !worthReading(trouble)) return stopped(trouble);
    }
    const read = await readOnce(session, { ...group, serverId: group.serverId });
    // A held snapshot stops this group's contacts until the user has looked at it.
    if (read.kind !== 'done') return read;
    freshlyRead = true;
    vainTurns = trouble === null ? 0 : vainTurns + 1;
    if (trouble !== null && vainTurns >= mostVainTurns) return stopped(trouble);
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
  const read = await readGroup(session, group, { kind: 'replay' });
  if (read.kind === 'stopped') tellOfFailure(session, group.id, read.failure);
  else if (read.kind === 'done' && group.pullError !== null) setPullError(session, group.id, null);
  return read;
}

/** What keeps a whole group from being read or written stands with the group; its entries would wait in silence. */
function tellOfFailure(session: SyncSession, groupId: GroupId, failure: ApiFailure): void {
  switch (failure.class) {
    case 'groupGone':
      askAboutGroup(session, groupId, failure);
      return;
    case 'rejected':
    case 'notUnderstood':
      setPullError(session, groupId, codedFailure(failure));
      return;
    case 'offline':
    case 'transient':
    case 'signIn':
    case 'contactGone':
    case 'exists':
    case 'refusedHere':
    case 'cancelled':
      return;
  }
}

function setPullError({ store }: SyncSession, groupId: GroupId, error: CodedError | null): void {
  store.transaction(() => {
    store.groups.setPullError(groupId, error);
    store.touch.groups();
  });
}

/** The group is not ours (any more): every entry in it stands before the user with that reason. */
function askAboutGroup({ store }: SyncSession, groupId: GroupId, failure: ApiFailure): void {
  store.transaction(() => {
    for (const entry of store.outbox.ofGroup(groupId)) {
      // The end of a group that is gone is what was wanted: it is through when it is sent.
      if (entry.phase === 'needsYou' || entry.intent.kind === 'deleteGroup') continue;
      store.outbox.ask(entry.id, { kind: 'groupGone', code: failure.code });
      const { contactId, intent } = entry;
      store.history.add({ groupId, contactId, intent, outcome: 'asked', code: failure.code });
    }
    store.groups.setPullError(groupId, codedFailure(failure));
    store.touch.contacts(groupId);
    store.touch.groups();
  });
}

/** Only after this machine itself failed in the middle, since a group has one replay at a time. */
function recoverInterrupted({ store }: SyncSession, groupId: GroupId): void {
  store.transaction(() => {
    if (store.outbox.recoverInterruptedIn(groupId) > 0) store.touch.contacts(groupId);
  });
}
