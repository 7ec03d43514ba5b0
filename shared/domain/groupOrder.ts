/** The order of the groups in the sidebar: as the user put them, and those that were never moved behind by name. */

interface Placed {
  readonly label: string;
  readonly position: number | null;
}

export function inOrder<Group extends Placed>(
  groups: readonly Group[],
  compare: (left: string, right: string) => number,
): Group[] {
  return [...groups].sort((left, right) => {
    if (left.position === right.position) return compare(left.label, right.label);
    return (left.position ?? Infinity) - (right.position ?? Infinity);
  });
}

/** The ids with one of them moved to a place; a place beyond either end is that end. */
export function movedTo<Id>(ids: readonly Id[], id: Id, place: number): Id[] {
  const others = ids.filter((other) => other !== id);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
