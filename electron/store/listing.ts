/**
 * The list as the window reads it: by offset and size, searched and sorted, so that the window never holds a whole group.
 * Unsorted reads go straight to an index; a sorted order is computed once and kept until the contacts change.
 */
import { folded, searchWords } from '#shared/domain/searchText.ts';
import type { Scope, Sort } from '#shared/ipc/contract.ts';
import type { StoreContext } from './context.ts';
import type { Statement } from './database.ts';
import {
  contactColumns,
  contactOf,
  jsonPath,
  type Contact,
  type ContactTableRow,
} from './contacts.ts';
import { compareSortKeys, sortKeyOf, type SortKey } from './sortKey.ts';

type Bound = string | number;

export interface ListQuery {
  readonly scope: Scope;
  readonly search: string;
  readonly sort: Sort | null;
  readonly onlyUnsent: boolean;
}

/** The shortest word that the trigram index can find. */
const shortestIndexed = 3;

export type Listing = ReturnType<typeof listing>;

export function listing({ db }: StoreContext) {
  let kept: { key: string; onlyUnsent: boolean; rows: readonly number[] } | null = null;
  const rowsByNumber = db.prepare<[string], ContactTableRow>(`
    SELECT ${contactColumns} FROM contacts WHERE row IN (SELECT value FROM json_each(?))`);

  // Each shape of a query is prepared once.
  const statements = new Map<string, Statement<Bound[]>>();
  function prepared(sql: string): Statement<Bound[]> {
    const found = statements.get(sql) ?? db.prepare<Bound[]>(sql);
    statements.set(sql, found);
    return found;
  }

  function sortedRows(query: ListQuery, sort: Sort): readonly number[] {
    const key = JSON.stringify(query);
    if (kept?.key === key) return kept.rows;
    const { from, values } = selection(query);
    const found = prepared(`SELECT row, json_extract(fields, ?) ${from}`)
      .raw()
      .all(jsonPath(sort.column), ...values) as [row: number, value: string | null][];
    const rows = sorted(found, sort.direction === 'up' ? 1 : -1);
    kept = { key, onlyUnsent: query.onlyUnsent, rows };
    return kept.rows;
  }

  return {
    /** To be called whenever contacts or the outbox changed: the latter matters to a list of the unsent only. */
    forget(changed: 'contacts' | 'outbox'): void {
      if (changed === 'contacts' || kept?.onlyUnsent === true) kept = null;
    },
    count(query: ListQuery): number {
      if (query.sort !== null && kept?.key === JSON.stringify(query)) return kept.rows.length;
      const { sql, values } = countOf(query);
      return (prepared(sql).get(...values) as { total: number }).total;
    },
    window(query: ListQuery, offset: number, limit: number): Contact[] {
      if (query.sort === null) {
        const { sql, values } = windowOf(query);
        const rows = prepared(sql).all(...values, limit, offset) as ContactTableRow[];
        return rows.map(contactOf);
      }
      const wanted = sortedRows(query, query.sort).slice(offset, offset + limit);
      const found = new Map(
        rowsByNumber.all(JSON.stringify(wanted)).map((row) => [row.row, contactOf(row)]),
      );
      return wanted.flatMap((row) => found.get(row) ?? []);
    },
    /** SQLite's plans of a query, for the test that proves the index. */
    explain(query: ListQuery): { window: string[]; count: string[] } {
      const plan = (sql: string, values: Bound[]): string[] => {
        const lines = db.prepare<Bound[]>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
        return (lines as { detail: string }[]).map(({ detail }) => detail);
      };
      const window = windowOf(query);
      const count = countOf(query);
      return {
        window: plan(window.sql, [...window.values, 100, 0]),
        count: plan(count.sql, count.values),
      };
    },
  };
}

/** Rows in the order of their values. Contacts share values, so equal ones are looked at once. */
function sorted(found: readonly [row: number, value: string | null][], sign: 1 | -1): number[] {
  const byValue = Map.groupBy(found, ([, value]) => value);
  const byKey = new Map<SortKey, number[]>();
  for (const [value, rows] of byValue) {
    const key = sortKeyOf(value, folded);
    const same = byKey.get(key);
    const numbers = rows.map(([row]) => row);
    if (same === undefined) byKey.set(key, numbers);
    else byKey.set(key, same.concat(numbers));
  }
  return [...byKey]
    .sort(([left], [right]) => compareSortKeys(left, right, sign))
    .flatMap(([, rows]) => rows.sort((left, right) => left - right));
}

interface Bounded {
  readonly sql: string;
  readonly values: Bound[];
}

function windowOf(query: ListQuery): Bounded {
  const { from, order, values } = selection(query);
  return {
    sql: `SELECT ${contactColumns} ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
    values,
  };
}

function countOf(query: ListQuery): Bounded {
  const { from, values } = selection(query);
  return { sql: `SELECT count(*) AS total ${from}`, values };
}

/** What a query reads, under which conditions, and the natural order of that. */
function selection(query: ListQuery): { from: string; order: string; values: Bound[] } {
  const parts = ['tombstone = 0'];
  const values: Bound[] = [];
  const words = searchWords(query.search);
  const indexed = words.filter((word) => [...word].length >= shortestIndexed);
  if (indexed.length > 0) {
    parts.push('contact_search MATCH ?');
    values.push(indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '));
  }
  if (query.scope.kind === 'group') {
    parts.push('group_id = ?');
    values.push(query.scope.groupId);
  } else {
    parts.push(`group_id IN (SELECT id FROM groups WHERE state <> 'deleting')`);
  }
  if (query.onlyUnsent) {
    parts.push('id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)');
  }
  for (const word of words.filter((word) => [...word].length < shortestIndexed)) {
    parts.push('instr(contacts.haystack, ?) > 0');
    values.push(word);
  }
  return {
    from: `FROM ${tables(query, indexed.length > 0)} WHERE ${parts.join(' AND ')}`,
    order: indexed.length > 0 ? 'contact_search.rowid' : 'row',
    values,
  };
}

/** Where to begin is said here and not left to statistics, which know nothing of one group among unequal ones. */
function tables({ scope, onlyUnsent }: ListQuery, searched: boolean): string {
  // CROSS JOIN keeps the order: the words first, then the rows that hold them.
  if (searched) return 'contact_search CROSS JOIN contacts ON contacts.row = contact_search.rowid';
  return scope.kind === 'group' && !onlyUnsent ? 'contacts INDEXED BY contacts_listed' : 'contacts';
}
