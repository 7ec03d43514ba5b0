/** Pulls of single groups: which are under way, how one is called off, and which group is due for one. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { ApiFailure } from '../afilnet/client.ts';
import type { Group } from '../store/groups.ts';
import type { Lanes } from './lanes.ts';
import { pullGroup } from './pull.ts';
import { cancelledFailure, stopped, type Outcome, type SyncSession } from './session.ts';

export type GroupPulls = ReturnType<typeof groupPulls>;

/** `everyMinutes`: the schedule; 0 for none. `ended`: called after each pull, while the account is open. */
export function groupPulls(
  session: SyncSession,
  lanes: Lanes<GroupId>,
  { everyMinutes, ended }: { everyMinutes: () => number; ended: () => void },
) {
  const { store } = session;
  const underWay = new Map<GroupId, AbortController>();
  /** When a pull was last answered by something that only a person can change. Milliseconds since 1970. */
  const refusedAt = new Map<GroupId, number>();

  return {
    async pull(groupId: GroupId): Promise<Outcome> {
      const cancel = new AbortController();
      underWay.set(groupId, cancel);
      store.transaction(() => store.touch.groups());
      try {
        const signal = AbortSignal.any([cancel.signal, session.signal]);
        const outcome = await lanes.run(groupId, async () =>
          session.halted()
            ? stopped(cancelledFailure)
            : await pullGroup(session, groupId, { signal }),
        );
        if (isRefused(outcome)) refusedAt.set(groupId, session.now());
        else refusedAt.delete(groupId);
        return outcome;
      } finally {
        if (underWay.get(groupId) === cancel) underWay.delete(groupId);
        if (!session.signal.aborted) {
          store.transaction(() => store.touch.groups());
          ended();
        }
      }
    },
    cancel: (groupId: GroupId) => underWay.get(groupId)?.abort(),
    isUnderWay: (groupId: GroupId) => underWay.has(groupId),
    /** Whether the schedule wants it pulled. */
    isDue({ id, pulledAt }: Group): boolean {
      const last = refusedAt.get(id) ?? pulledAt;
      if (last === null) return true;
      const age = session.now() - last;
      // A clock that jumped back makes an age that says nothing.
      return everyMinutes() > 0 && (age < 0 || age >= everyMinutes() * 60_000);
    },
  };
}

/** Answered, but not by contacts: asking again soon would bring the same. */
function isRefused(outcome: Outcome): boolean {
  if (outcome.kind === 'held') return true;
  const refusals: ApiFailure['class'][] = ['groupGone', 'rejected', 'notUnderstood'];
  return outcome.kind === 'stopped' && refusals.includes(outcome.failure.class);
}
