/**
 * Where in a list that an index answers some rows stand, so that a window is read from the nearest of them and not
 * counted off from the beginning. Good until a contact changes.
 */
import type { ListQuery } from './listQuery.ts';
import { queryKey } from './listQuery.ts';

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
  total: number | null;
  readonly marks: Map<number, Landmark>;
}

export type Landmarks = ReturnType<typeof landmarks>;

export function landmarks() {
  const lists = new Map<string, List>();

  function of(query: ListQuery): List {
    const key = queryKey(query);
    const list = lists.get(key) ?? { total: null, marks: new Map<number, Landmark>() };
    lists.delete(key);
    lists.set(key, list);
    for (const oldest of lists.keys()) {
      if (lists.size <= mostLists) break;
      lists.delete(oldest);
    }
    return list;
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
      const { marks } = of(query);
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (first === undefined || last === undefined) return;
      if (marks.size >= mostLandmarks) marks.clear();
      marks.set(offset, { place: offset, row: first - 1 });
      marks.set(offset + rows.length, { place: offset + rows.length, row: last });
    },
    /** Anything may stand elsewhere now. */
    forget: () => lists.clear(),
  };
}
