/**
 * The orders that were asked for last. Each is made once; a contact that changes afterwards is taken out of it and put
 * in again where it belongs now, so that one edit costs one look-up and not a new order.
 */
import type { ListQuery } from './listQuery.ts';
import { queryKey } from './listQuery.ts';
import { mendedOrder, type Found, type Order } from './order.ts';
import { runAtOnce, runWithPauses, type Steps } from './steps.ts';

/** Orders kept at once: a window shows one list and goes back to the one before. */
const mostKept = 4;
/** More changes than this and the order is made anew. */
const mostMended = 2_000;

interface Kept {
  readonly query: ListQuery;
  order: Order | null;
  /** Rows that changed since the order was made; null: anything may have. */
  changed: Set<number> | null;
  making: Promise<void> | null;
}

export interface OrderSource {
  /** Reads a query whole. */
  readonly make: (query: ListQuery) => Steps<Order>;
  /** Reads those of some rows that belong to a query. */
  readonly look: (query: ListQuery, rows: readonly number[]) => Found[];
  /** False when the database has been closed. */
  readonly alive: () => boolean;
}

export type KeptOrders = ReturnType<typeof keptOrders>;

export function keptOrders({ make, look, alive }: OrderSource) {
  const all = new Map<string, Kept>();

  function of(query: ListQuery): Kept {
    const key = queryKey(query);
    const kept = all.get(key) ?? { query, order: null, changed: new Set(), making: null };
    all.delete(key);
    all.set(key, kept);
    for (const [oldest, { making }] of all) {
      if (all.size <= mostKept) break;
      if (making === null) all.delete(oldest);
    }
    return kept;
  }

  /** The order as it is now, where it can be had by mending. */
  function mended(kept: Kept): Order | null {
    if (kept.order === null || kept.changed === null) return null;
    if (kept.changed.size > 0) {
      const { changed } = kept;
      kept.changed = new Set();
      kept.order = mendedOrder(kept.query, kept.order, changed, look(kept.query, [...changed]));
    }
    return kept.order;
  }

  function made(kept: Kept): Promise<void> {
    kept.making ??= (async () => {
      try {
        kept.changed = new Set();
        kept.order = null;
        kept.order = await runWithPauses(make(kept.query), alive);
      } finally {
        kept.making = null;
      }
    })();
    return kept.making;
  }

  return {
    /** The order; one that is not there yet is made at once. */
    get(query: ListQuery): Order {
      const kept = of(query);
      const ready = mended(kept);
      if (ready !== null) return ready;
      kept.changed = new Set();
      kept.order = runAtOnce(make(query));
      return kept.order;
    },
    /** The order where it is there already. */
    find(query: ListQuery): Order | null {
      const kept = all.get(queryKey(query));
      return kept === undefined ? null : mended(kept);
    },
    /** Makes the order bit by bit. What changes meanwhile is mended when it is read. @throws LibretaError cancelled */
    async prepare(query: ListQuery): Promise<void> {
      const kept = of(query);
      // Where too much changed while it was made, it is made again; a third time it is left to the reader.
      for (let time = 0; time < 2 && mended(kept) === null; time += 1) await made(kept);
    },
    touch(row: number): void {
      for (const kept of all.values()) {
        kept.changed?.add(row);
        if ((kept.changed?.size ?? 0) > mostMended) kept.changed = null;
      }
    },
    /** Anything may have changed. */
    forget(): void {
      for (const kept of all.values()) kept.changed = null;
    },
  };
}
