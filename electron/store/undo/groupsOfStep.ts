/** What a step did to groups themselves, and when it is taken: what it takes away of them comes behind the contacts. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { Direction } from '#shared/domain/step.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import {
  bringsGroupHere,
  columnsMade,
  entriesStand,
  groupBack,
  madeGroup,
  takesGroupAway,
} from './groupBack.ts';
import type { Move } from './image.ts';

export interface GroupsOfStep {
  readonly count: number;
  /** True of a group that goes with all that is in it. */
  readonly goes: (group: GroupId) => boolean;
  /**
   * Before the contacts. @throws LibretaError undoInUse for a group that the step made and that holds other contacts, and
   * as `groupBack`
   */
  readonly takeFirst: () => void;
  /** Behind the contacts: columns that the step made. Answers how many stay, since somebody has a value there. */
  readonly takeLast: () => number;
}

/** `moves`: those of the step that are about groups, in the direction in which it is taken. */
export function groupsOf(
  store: AccountStore,
  stepId: number,
  moves: readonly Move[],
  direction: Direction,
): GroupsOfStep {
  const groups = [...Map.groupBy(moves, ({ groupId }) => groupId)].filter(([id, own]) =>
    isStillHere(store, id, own),
  );
  // What a redo takes away the user has taken away before, with all that was in it.
  const last = groups.filter(([, own]) => direction === 'undo' && columnsMade(own).length > 0);
  const first = groups.filter((group) => !last.includes(group));
  const going = new Set(groups.flatMap(([id, own]) => (takesGroupAway(own) ? [id] : [])));
  return {
    count: groups.length,
    goes: (group) => going.has(group),
    takeFirst() {
      for (const [id, own] of first) {
        if (madeGroup(own) && store.undo.steps.hasOthersIn(stepId, id)) {
          throw new LibretaError('undoInUse');
        }
        groupBack(store, id, own);
      }
    },
    takeLast() {
      let kept = 0;
      for (const [id, own] of last) {
        const columns = columnsMade(own);
        // What stood there before a column that was never sent was not put into that.
        if (store.contacts.hold(id, columns, entriesStand(store, own))) kept += columns.length;
        else groupBack(store, id, own);
      }
      return kept;
    },
  };
}

/** One that has gone since is left out, but for one that this step itself brings back or takes away. */
function isStillHere(store: AccountStore, id: GroupId, moves: readonly Move[]): boolean {
  return store.groups.get(id) !== null || bringsGroupHere(moves) || takesGroupAway(moves);
}
