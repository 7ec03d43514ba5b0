/** One round: what is queued goes out, group by group, then what is due is pulled. */
import type { EntryId, GroupId } from '#shared/domain/ids.ts';
import type { ApiFailure } from '../afilnet/client.ts';
import { codedFailure } from './codedFailure.ts';
import type { Connectivity } from './connectivity.ts';
import type { GroupPulls } from './groupPulls.ts';
import type { Lanes } from './lanes.ts';
import { writesIn } from './replay/plan.ts';
import { readyPlan } from './replay/ready.ts';
import { replayGroup } from './replay/replayGroup.ts';
import type { Outcome, SyncSession } from './session.ts';
import type { TroubledGroups } from './troubledGroups.ts';

/** Failures in a row after which a group says why it makes no progress. */
const toldAfter = 3;

/** `replay`: what is queued and what the schedule wants; `everything`: every group is pulled, too. */
export type Round = 'replay' | 'everything';

export interface RoundParts {
  readonly session: SyncSession;
  readonly lanes: Lanes<GroupId>;
  readonly pulls: GroupPulls;
  readonly troubled: TroubledGroups;
  readonly connectivity: Connectivity;
}

export async function oneRound(parts: RoundParts, what: Round): Promise<void> {
  const { session, lanes, pulls, troubled, connectivity } = parts;
  const { store, client, signal } = session;
  const decided = decidedGroups(parts);
  const due = new Set(
    store.groups
      .all()
      .filter((group) => what === 'everything' || pulls.isDue(group))
      .map(({ id }) => id),
  );
  const wanted = store.outbox.countsByGroup();
  troubled.keepOnly((id) => wanted.has(id) || due.has(id) || decided.includes(id));
  let asked = false;
  // What the user decided about a held list goes before the queue, since it makes entries and lets others go.
  for (const id of decided) {
    if (what === 'replay' && troubled.rests(id)) continue;
    const outcome = await pulls.pull(id);
    asked = true;
    due.delete(id);
    if (isTransient(outcome)) noteTrouble(parts, id, outcome.failure);
    else troubled.over(id);
    if (endsRound(outcome) || session.halted()) return;
  }
  const queued = store.outbox.countsByGroup();
  const stayed = store.outbox.staying();
  const replay = async (ids: readonly GroupId[]): Promise<'over' | 'goOn'> => {
    for (const id of ids) {
      if (troubled.rests(id)) continue;
      const outcome = await lanes.run(id, () => replayGroup(session, id));
      asked = true;
      if (isTransient(outcome)) noteTrouble(parts, id, outcome.failure);
      else troubled.over(id);
      if (endsRound(outcome) || session.halted()) return 'over';
    }
    return 'goOn';
  };
  const inOrder = store.groups.all().flatMap(({ id }) => (queued.has(id) ? [id] : []));
  if ((await replay(inOrder)) === 'over') return;
  // Contacts that were moved to a group that came later have arrived by now, and may go where they were.
  if ((await replay(groupsSetFree(parts, stayed))) === 'over') return;
  const stayedYet = store.outbox.staying();
  for (const { id, serverId, state } of store.groups.all()) {
    if (!due.has(id) || serverId === null || state === 'deleting') continue;
    if (what === 'replay' && troubled.rests(id)) continue;
    asked = true;
    const outcome = await pulls.pull(id);
    if (isTransient(outcome)) noteTrouble(parts, id, outcome.failure);
    else if (!queued.has(id)) troubled.over(id);
    if (endsRound(outcome) || session.halted()) return;
    // What waited for something that the pull has seen would wait for the schedule.
    const free = outcome.kind === 'done' && mayBeSent(parts, id) ? [id] : [];
    if ((await replay(free)) === 'over') return;
  }
  if ((await replay(groupsSetFree(parts, stayedYet))) === 'over') return;
  if (!asked || connectivity.reach !== 'online') {
    const probe = await client.getBalance({ signal });
    session.heard(probe);
    if (!probe.ok) return;
  }
  if (!signal.aborted && connectivity.problem === null && isEverythingSeen(parts)) {
    store.facts.set('lastSyncAt', String(session.now()));
  }
}

/** Groups with deletions that waited for a contact elsewhere and wait no more. */
function groupsSetFree({ session }: RoundParts, stayed: ReadonlyMap<EntryId, GroupId>): GroupId[] {
  if (stayed.size === 0) return [];
  const { outbox } = session.store;
  const staying = outbox.staying();
  const free = [...stayed].filter(([id]) => !staying.has(id) && outbox.get(id) !== null);
  return [...new Set(free.map(([, groupId]) => groupId))];
}

function mayBeSent({ session }: RoundParts, id: GroupId): boolean {
  const group = session.store.groups.get(id);
  return group !== null && writesIn(readyPlan(session, group)) > 0;
}

function decidedGroups({ session }: RoundParts): GroupId[] {
  return session.store.groups
    .all()
    .filter(({ held }) => held !== null && held.decision !== null)
    .map(({ id }) => id);
}

function isEverythingSeen({ session, troubled }: RoundParts): boolean {
  return session.store.groups
    .all()
    .every(({ id, held, pullError }) => held === null && pullError === null && !troubled.has(id));
}

type Stopped = Extract<Outcome, { kind: 'stopped' }>;

function isTransient(outcome: Outcome): outcome is Stopped {
  return outcome.kind === 'stopped' && outcome.failure.class === 'transient';
}

/** The group backs off; one that fails again and again says why, since its entries would wait without a word. */
function noteTrouble({ session, troubled }: RoundParts, id: GroupId, failure: ApiFailure): void {
  troubled.note(id);
  const { store } = session;
  if (troubled.timesOf(id) < toldAfter || store.groups.get(id) === null) return;
  store.transaction(() => {
    store.groups.setPullError(id, codedFailure(failure));
    store.touch.groups();
  });
}

/** Whether the other groups are worth a try: trouble with one says nothing of the others, but no network does. */
function endsRound(outcome: Outcome): boolean {
  if (outcome.kind !== 'stopped') return false;
  const ending: ApiFailure['class'][] = ['offline', 'signIn', 'cancelled'];
  return ending.includes(outcome.failure.class);
}
