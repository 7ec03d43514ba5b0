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
  let kept: { key: string; rows: readonly number[] } | null = null;
  const rowsByNumber = db.prepare<[string], ContactTableRow>(`
    SELECT ${contactColumns} FROM contacts WHERE row IN (SELECT value FROM json_each(?))`);

  /** The condition of a query as SQL and its values. Each shape is prepared once. */
  function conditions(query: ListQuery): { where: string; values: Bound[] } {
    const parts = ['tombstone = 0'];
    const values: Bound[] = [];
    if (query.scope.kind === 'group') {
      parts.push('group_id = ?');
      values.push(query.scope.groupId);
    } else {
      parts.push(`group_id IN (SELECT id FROM groups WHERE state <> 'deleting')`);
    }
    if (query.onlyUnsent) {
      parts.push('id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)');
    }
    const words = searchWords(query.search);
    const indexed = words.filter((word) => [...word].length >= shortestIndexed);
    if (indexed.length > 0) {
      parts.push('row IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)');
      values.push(indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '));
    }
    for (const word of words.filter((word) => [...word].length < shortestIndexed)) {
      parts.push('instr(haystack, ?) > 0');
      values.push(word);
    }
    return { where: parts.join(' AND '), values };
  }

  const statements = new Map<string, Statement<Bound[]>>();
  function prepared(sql: string): Statement<Bound[]> {
    const found = statements.get(sql) ?? db.prepare<Bound[]>(sql);
    statements.set(sql, found);
    return found;
  }

  function sortedRows(query: ListQuery, sort: Sort): readonly number[] {
    const key = JSON.stringify(query);
    if (kept?.key === key) return kept.rows;
    const { where, values } = conditions(query);
    const found = prepared(
      `SELECT row, json_extract(fields, ?) AS value FROM contacts WHERE ${where}`,
    ).all(jsonPath(sort.column), ...values) as { row: number; value: string | null }[];
    const keyed = found.map(({ row, value }): [SortKey, number] => [sortKeyOf(value, folded), row]);
    const sign = sort.direction === 'up' ? 1 : -1;
    keyed.sort(
      ([left, leftRow], [right, rightRow]) =>
        compareSortKeys(left, right, sign) || leftRow - rightRow,
    );
    kept = { key, rows: keyed.map(([, row]) => row) };
    return kept.rows;
  }

  return {
    /** To be called whenever contacts or the outbox changed. */
    forget(): void {
      kept = null;
    },
    count(query: ListQuery): number {
      if (query.sort !== null && kept?.key === JSON.stringify(query)) return kept.rows.length;
      const { where, values } = conditions(query);
      const row = prepared(`SELECT count(*) AS total FROM contacts WHERE ${where}`).get(...values);
      return (row as { total: number }).total;
    },
    window(query: ListQuery, offset: number, limit: number): Contact[] {
      if (query.sort === null) {
        const { where, values } = conditions(query);
        const rows = prepared(
          `SELECT ${contactColumns} FROM contacts WHERE ${where} ORDER BY row LIMIT ? OFFSET ?`,
        ).all(...values, limit, offset) as ContactTableRow[];
        return rows.map(contactOf);
      }
      const wanted = sortedRows(query, query.sort).slice(offset, offset + limit);
      const found = new Map(
        rowsByNumber.all(JSON.stringify(wanted)).map((row) => [row.row, contactOf(row)]),
      );
      return wanted.flatMap((row) => found.get(row) ?? []);
    },
    /** SQLite's plan of a query, for the test that proves the index. */
    explain(query: ListQuery): string[] {
      const { where, values } = conditions(query);
      const plan = db
        .prepare<Bound[]>(
          `EXPLAIN QUERY PLAN SELECT row FROM contacts WHERE ${where} ORDER BY row LIMIT 100`,
        )
        .all(...values) as { detail: string }[];
      return plan.map(({ detail }) => detail);
    },
  };
}
