/**
 * The list as the window reads it: by offset and size, searched, filtered and sorted, so that the window never holds a
 * whole group. What an index answers is read from it; every other order is made once and kept (list/keptOrders.ts).
 */
import type { Selection } from '#shared/ipc/selection.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { GroupType } from '#shared/domain/group.ts';
import type { StoreContext } from './context.ts';
import type { Statement } from './database.ts';
import { contactColumns, contactOf, type Contact, type ContactTableRow } from './contacts.ts';
import { watchRows } from './list/changedRows.ts';
import type { Bound, Sql } from './list/columnSql.ts';
import { addFilterFunctions } from './list/filterSql.ts';
import { groupTotals } from './list/groupTotals.ts';
import { keptOrders } from './list/keptOrders.ts';
import { landmarks } from './list/landmarks.ts';
import { isDirect, isWhole, type ListQuery } from './list/listQuery.ts';
import { orderOf, type Found } from './list/order.ts';
import { runWithPauses, type Steps } from './list/steps.ts';
import { isAllIndexed } from './list/sources.ts';
import {
  batchOf,
  countOf,
  firstOf,
  lookOf,
  windowOf,
  type FoundFields,
} from './list/statements.ts';

export type { ListQuery } from './list/listQuery.ts';

/** Contacts that are looked at between two pauses. */
const batch = 2_000;
/** To the middle of the longest list that anybody has, and as many again. */
const mostSteps = 2_000;
const wholeIndex = { after: null, end: null };

export type Listing = ReturnType<typeof listing>;

/** `endedWell`: as for the totals of groups. */
export function listing({ db }: StoreContext, endedWell = false) {
  addFilterFunctions(db);
  const rowsByNumber = db.prepare<[string], ContactTableRow>(`
    SELECT ${contactColumns} FROM contacts WHERE row IN (SELECT value FROM json_each(?))`);
  const rowOfId = db.prepare<[string], number>('SELECT row FROM contacts WHERE id = ?').pluck();
  const idsOfRows = db
    .prepare<[string], ContactId>(
      'SELECT contacts.id FROM json_each(?) AS wanted JOIN contacts ON row = wanted.value ORDER BY wanted.key',
    )
    .pluck();
  const typeOfGroup = db
    .prepare<[string], GroupType>('SELECT type FROM groups WHERE id = ?')
    .pluck();
  const batchEnd = {
    group: db
      .prepare<[string, number], number>(
        `SELECT row FROM contacts INDEXED BY contacts_listed
         WHERE group_id = ? AND tombstone = 0 AND row > ? ORDER BY row LIMIT 1 OFFSET ${batch - 1}`,
      )
      .pluck(),
    all: db
      .prepare<[number], number>(
        `SELECT row FROM contacts WHERE row > ? ORDER BY row LIMIT 1 OFFSET ${batch - 1}`,
      )
      .pluck(),
  };
  const newestRow = db.prepare<[], number | null>('SELECT max(row) FROM contacts').pluck();

  // Each shape of a query is prepared once.
  const statements = new Map<string, Statement<Bound[]>>();
  function prepared(sql: string): Statement<Bound[]> {
    const found = statements.get(sql) ?? db.prepare<Bound[]>(sql);
    statements.set(sql, found);
    return found;
  }

  const typeOf = ({ scope }: ListQuery): GroupType | null =>
    scope.kind === 'group' ? (typeOfGroup.get(scope.groupId) ?? null) : null;

  function endOfBatch({ scope }: ListQuery, after: number): number {
    const end =
      scope.kind === 'group' ? batchEnd.group.get(scope.groupId, after) : batchEnd.all.get(after);
    return end ?? newestRow.get() ?? 0;
  }

  /** Where the batches of a query begin and end, in the order of rows. */
  function* batches(query: ListQuery): Generator<{ after: number; end: number }> {
    let after = 0;
    for (let end = endOfBatch(query, 0); after < end; end = endOfBatch(query, after)) {
      yield { after, end };
      after = end;
    }
  }

  /** What belongs to a query, batch by batch; nothing is read before it is asked for. */
  function* found(query: ListQuery): Generator<Found[]> {
    const type = typeOf(query);
    for (const { after, end } of batches(query)) {
      const { text, values } = batchOf(query, type, after, end);
      yield prepared(text)
        .raw()
        .all(...values) as Found[];
    }
  }

  function look(query: ListQuery, rows: readonly number[]): Found[] {
    const { text, values } = lookOf(query, typeOf(query), rows);
    return prepared(text)
      .raw()
      .all(...values) as Found[];
  }

  const alive = (): boolean => db.open;
  const orders = keptOrders({
    make: (query) => orderOf(query, found(query)),
    look,
    alive,
  });

  const places = landmarks();
  const totals = groupTotals(db, endedWell);
  function forget(): void {
    orders.forget();
    places.forget();
    totals.forget();
  }

  // Watched from the first look on: a database that only takes in contacts has no use for it.
  let watched = false;
  function watch(): void {
    if (watched) return;
    watched = true;
    watchRows(db, {
      contact(row) {
        orders.touch(row);
        places.touched();
      },
      moved(group, row) {
        totals.changed(group);
        places.moved(group, row);
      },
      groups: forget,
    });
  }

  function contactsAt(rows: readonly number[]): Contact[] {
    const contacts = new Map(
      rowsByNumber.all(JSON.stringify(rows)).map((row) => [row.row, contactOf(row)]),
    );
    return rows.flatMap((row) => contacts.get(row) ?? []);
  }

  async function rowsOf(query: ListQuery): Promise<readonly number[]> {
    watch();
    await orders.prepare(query);
    return orders.get(query).rows;
  }

  /** Some rows as a list in this order shows them. */
  async function inOrder(rows: readonly number[], order: ListOrder): Promise<readonly number[]> {
    const query: ListQuery = { scope: { kind: 'all' }, search: '', onlyUnsent: false, ...order };
    const sorted = [...rows].sort((left, right) => left - right);
    function* parts(): Generator<Found[]> {
      for (let at = 0; at < sorted.length; at += batch)
        yield look(query, sorted.slice(at, at + batch));
    }
    return (await runWithPauses(orderOf(query, parts()), alive)).rows;
  }

  function count(query: ListQuery): number {
    watch();
    if (!isDirect(query)) return orders.get(query).rows.length;
    return places.total(query, () => {
      if (isWhole(query))
        return query.scope.kind === 'group' ? totals.of(query.scope.groupId) : totals.ofAll();
      const { text, values } = countOf(query, typeOf(query));
      return (prepared(text).get(...values) as { total: number }).total;
    });
  }

  /**
   * Goes to a window that is far from everything known, and leaves marks on its way: to count off half of a million at
   * once would keep everybody else waiting.
   */
  function* wayTo(query: ListQuery, offset: number, limit: number): Steps<void> {
    let steps = 0;
    for (;;) {
      // The end of a list is a place that is known, too.
      count(query);
      const { way, row, skip, limit: length } = places.reading(query, offset, limit);
      // Where somebody changes the list from its beginning on all the while, it is counted off after all.
      if (skip <= batch || steps > mostSteps) return;
      steps += 1;
      const [from, to] =
        way === 'on'
          ? [offset - skip, offset - skip + batch]
          : [offset + length + skip, offset + length + skip - batch];
      const step = { way, row, skip: way === 'on' ? to - from - 1 : from - to, limit: 1 };
      const { text, values } = windowOf(query, typeOf(query), step);
      const reached = prepared(text).get(...values) as ContactTableRow | undefined;
      if (reached === undefined) return;
      places.mark(query, to, reached.row);
      yield;
    }
  }

  return {
    /** Lets go of all that is kept: orders, places, numbers. */
    forget,
    /** How many contacts a group shows. */
    totalOf(group: GroupId): number {
      watch();
      return totals.of(group);
    },
    /** Before the file is closed by a clean end. */
    keepTotals: totals.keep,
    /** Makes what `count` and this `window` of the query need, with pauses. @throws LibretaError cancelled */
    async prepare(query: ListQuery, offset: number, limit: number): Promise<void> {
      if (!isDirect(query)) await rowsOf(query);
      else if (isWhole(query)) {
        await runWithPauses(wayTo(query, offset, limit), alive);
      }
    },
    count,
    window(query: ListQuery, offset: number, limit: number): Contact[] {
      if (isDirect(query)) {
        watch();
        const reading = places.reading(query, offset, limit);
        const { text, values } = windowOf(query, typeOf(query), reading);
        const rows = prepared(text).all(...values) as ContactTableRow[];
        if (reading.way === 'back') rows.reverse();
        places.seen(
          query,
          offset,
          rows.map(({ row }) => row),
        );
        return rows.map(contactOf);
      }
      watch();
      return contactsAt(orders.get(query).rows.slice(offset, offset + limit));
    },
    /** The first of a query in their natural order, and no more work than that takes. */
    *firstOf(query: ListQuery, most: number): Steps<FoundFields[]> {
      const type = typeOf(query);
      const first: FoundFields[] = [];
      // The index goes from one that holds the words to the next: part by part it would begin anew each time.
      const parts = isAllIndexed(query) ? [wholeIndex] : batches(query);
      for (const part of parts) {
        const { text, values } = firstOf(query, type, part, most - first.length);
        first.push(...(prepared(text).all(...values) as FoundFields[]));
        if (first.length >= most) break;
        if (part.end !== null) yield;
      }
      return first;
    },
    /**
     * The contacts of a choice, in the order of its list, by the numbers of their rows: a number each, however many
     * they are. Those chosen one by one stay as they were chosen where no order is asked for.
     * Read them with `contactsAt` or `idsAt`, some at a time. @throws LibretaError cancelled
     */
    async rowsOf(selection: Selection, order?: ListOrder) {
      if (selection.kind === 'ids') {
        const rows = selection.contactIds.flatMap((id) => rowOfId.get(id) ?? []);
        return order === undefined ? rows : inOrder(rows, order);
      }
      const rows = await rowsOf({ ...selection.query, ...order });
      if (selection.except.length === 0) return rows;
      const except = new Set(selection.except.map((id) => rowOfId.get(id)));
      return rows.filter((row) => !except.has(row));
    },
    contactsAt,
    /** Those of the rows that are still there. */
    idsAt: (rows: readonly number[]): ContactId[] => idsOfRows.all(JSON.stringify(rows)),
    /** Where a contact stands in the list; null when it is not in it. */
    placeOf(query: ListQuery, id: ContactId): number | null {
      const row = rowOfId.get(id);
      if (row === undefined) return null;
      watch();
      const place = orders.get(query).rows.indexOf(row);
      return place < 0 ? null : place;
    },
    /** SQLite's plans of a query, for the test that proves the index. */
    explain(
      query: ListQuery,
    ): Record<'window' | 'back' | 'first' | 'count' | 'batch' | 'look', string[]> {
      const plan = ({ text, values }: Sql): string[] => {
        const lines = db.prepare<Bound[]>(`EXPLAIN QUERY PLAN ${text}`).all(...values);
        return (lines as { detail: string }[]).map(({ detail }) => detail);
      };
      const type = typeOf(query);
      return {
        window: plan(windowOf(query, type, { way: 'on', row: 0, skip: 0, limit: 100 })),
        back: plan(windowOf(query, type, { way: 'back', row: 9, skip: 0, limit: 100 })),
        first: plan(
          firstOf(query, type, isAllIndexed(query) ? wholeIndex : { after: 0, end: batch }, 10),
        ),
        count: plan(countOf(query, type)),
        batch: plan(batchOf(query, type, 0, batch)),
        look: plan(lookOf(query, type, [1])),
      };
    },
  };
}

type ListOrder = Pick<ListQuery, 'sort' | 'language'>;
