/**
 * Where in a list that an index answers some rows stand, so that a window is read from the nearest of them and not
 * counted off from the beginning. A contact that comes or goes moves what stands behind it; what is searched may be
 * another list after any change.
 */
import type { GroupId } from '#shared/domain/ids.ts';
import { isWhole, queryKey, type ListQuery } from './listQuery.ts';

/** Every row up to `row` stands before `place`, every later one at it or behind. */
interface Landmark {
  readonly place: number;
  readonly row: number;
}

/** How to read a window: from a row on, or back from one. */
export interface Reading {
  readonly way: 'on' | 'back';
  /** Read are rows behind it, or up to it. */
  readonly row: number;
  readonly skip: number;
  readonly limit: number;
}

/** Lists of which something is known at once. */
const mostLists = 8;
/** Landmarks of one list; with more, it begins anew. */
const mostLandmarks = 2_000;

interface List {
  readonly query: ListQuery;
  readonly isWhole: boolean;
  /** From this row on contacts may stand elsewhere; told for each of a hundred thousand, looked at once. */
  movedFrom: number;
  total: number | null;
  readonly marks: Map<number, Landmark>;
}

const newList = (query: ListQuery): List => ({
  query,
  isWhole: isWhole(query),
  movedFrom: Infinity,
  total: null,
  marks: new Map(),
});

/** Lets go of what is no longer known. */
function settle(list: List): void {
  if (list.movedFrom === Infinity) return;
  for (const [place, { row }] of list.marks) if (row >= list.movedFrom) list.marks.delete(place);
  list.movedFrom = Infinity;
}

export type Landmarks = ReturnType<typeof landmarks>;

export function landmarks() {
  const lists = new Map<string, List>();

  function of(query: ListQuery): List {
    const key = queryKey(query);
    const list = lists.get(key) ?? newList(query);
    settle(list);
    lists.delete(key);
    lists.set(key, list);
    for (const oldest of lists.keys()) {
      if (lists.size <= mostLists) break;
      lists.delete(oldest);
    }
    return list;
  }

  /** Remembers that every row up to `row` stands before `place`. */
  function mark(query: ListQuery, place: number, row: number): void {
    const { marks } = of(query);
    if (marks.size >= mostLandmarks) marks.clear();
    marks.set(place, { place, row });
  }

  return {
    /** How many a list holds; counted once. */
    total(query: ListQuery, count: () => number): number {
      const list = of(query);
      list.total ??= count();
      return list.total;
    },
    /** The shortest way to a window. */
    reading(query: ListQuery, offset: number, limit: number): Reading {
      const { total, marks } = of(query);
      const end = offset + limit;
      const begin = { place: 0, row: 0 };
      const known = total === null ? [] : [{ place: total, row: Number.MAX_SAFE_INTEGER }];
      const readings = [begin, ...marks.values(), ...known].flatMap(({ place, row }): Reading[] => {
        if (place <= offset) return [{ way: 'on', row, skip: offset - place, limit }];
        // The last window of a list is a short one.
        const upTo = place === total ? Math.min(end, total) : end;
        if (place < upTo || upTo <= offset) return [];
        return [{ way: 'back', row, skip: place - upTo, limit: upTo - offset }];
      });
      return readings.reduce((best, one) => (one.skip < best.skip ? one : best));
    },
    /** Remembers where a window was found, by the numbers of its rows. */
    seen(query: ListQuery, offset: number, rows: readonly number[]): void {
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (first === undefined || last === undefined) return;
      mark(query, offset, first - 1);
      mark(query, offset + rows.length, last);
    },
    mark,
    /** A contact has another value or state: what is searched may hold it now, or no more. */
    touched(): void {
      for (const [key, list] of lists) if (!list.isWhole) lists.delete(key);
    },
    /** A contact of a group came or went. */
    moved(group: GroupId, row: number): void {
      for (const list of lists.values()) {
        const { scope } = list.query;
        if (scope.kind === 'group' && scope.groupId !== group) continue;
        list.total = null;
        list.movedFrom = Math.min(list.movedFrom, row);
      }
    },
    /** Anything may stand elsewhere now. */
    forget: () => lists.clear(),
  };
}
