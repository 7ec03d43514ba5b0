/** The statements of a query: a window of it, how many there are, the next batch, and some rows of it. */
import type { GroupType } from '#shared/domain/group.ts';
import { contactColumns } from '../contacts.ts';
import { columnSql, type Sql } from './columnSql.ts';
import type { Reading } from './landmarks.ts';
import type { ListQuery } from './listQuery.ts';
import { sourceOf } from './sources.ts';

type Type = GroupType | null;

/**
 * A row that is bound. A number of JavaScript is bound as a REAL, which the search index does not take for a row: it
 * would go through all that holds the words from the very first contact on, and where rows are compared by = find
 * every one of them.
 */
export const wholeNumber = 'CAST(? AS INTEGER)';

export function windowOf(query: ListQuery, type: Type, { way, row, skip, limit }: Reading): Sql {
  const { from, where, values, order } = sourceOf(query, type);
  const [condition, direction] = way === 'on' ? ['>', 'ASC'] : ['<=', 'DESC'];
  return {
    text: `SELECT ${contactColumns} FROM ${from} WHERE ${where} AND ${order} ${condition} ${wholeNumber}
      ORDER BY ${order} ${direction} LIMIT ? OFFSET ?`,
    values: [...values, row, limit, skip],
  };
}

export function countOf(query: ListQuery, type: Type): Sql {
  const { from, where, values } = sourceOf(query, type);
  return { text: `SELECT count(*) AS total FROM ${from} WHERE ${where}`, values };
}

/** Those between two rows, the first not included. */
export function batchOf(query: ListQuery, type: Type): Sql {
  const { from, where, values, order } = sourceOf(query, type);
  const key = keySql(query, type);
  return {
    text: `SELECT row, ${key.text} FROM ${from} WHERE ${where} AND ${order} > ${wholeNumber}
      AND ${order} <= ${wholeNumber} ORDER BY ${order}`,
    values: [...key.values, ...values],
  };
}

/** Those of some rows. */
export function lookOf(query: ListQuery, type: Type, rows: readonly number[]): Sql {
  const { searched, where, values } = sourceOf(query, type);
  const key = keySql(query, type);
  const match = searched ? ' CROSS JOIN contact_search ON contact_search.rowid = contacts.row' : '';
  return {
    text: `SELECT row, ${key.text} FROM (SELECT value FROM json_each(?)) AS wanted
      CROSS JOIN contacts ON contacts.row = wanted.value${match} WHERE ${where}`,
    values: [...key.values, JSON.stringify(rows), ...values],
  };
}

function keySql({ sort }: ListQuery, type: Type): Sql {
  return sort ? columnSql(sort.by, type) : { text: 'NULL', values: [] };
}
