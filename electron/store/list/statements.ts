/** The statements of a query: a window of it, how many there are, the next batch, and some rows of it. */
import type { GroupType } from '#shared/domain/group.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import { contactColumns } from '../contacts.ts';
import { columnSql, type Sql } from './columnSql.ts';
import type { Reading } from './landmarks.ts';
import type { ListQuery } from './listQuery.ts';
import { sourceOf, type Source } from './sources.ts';

type Type = GroupType | null;

/**
 * A row that is bound. A number of JavaScript is bound as a REAL, which the search index does not take for a row: it
 * would go through all that holds the words from the very first contact on, and where rows are compared by = find
 * every one of them.
 */
export const wholeNumber = 'CAST(? AS INTEGER)';

export function windowOf(query: ListQuery, type: Type, { way, row, skip, limit }: Reading): Sql {
  const source = sourceOf(query, type);
  const { from, where, values, order } = source;
  const [after, end] = way === 'on' ? [row, null] : [null, row];
  const range = rangeOf(query, source, after, end);
  return {
    text: `SELECT ${contactColumns} FROM ${from} WHERE ${where} AND ${range.text}
      ORDER BY ${order} ${way === 'on' ? 'ASC' : 'DESC'} LIMIT ? OFFSET ?`,
    values: [...values, ...range.values, limit, skip],
  };
}

export function countOf(query: ListQuery, type: Type): Sql {
  const source = sourceOf(query, type);
  const { from, where, values } = source;
  const range = rangeOf(query, source, null, null);
  return {
    text: `SELECT count(*) AS total FROM ${from} WHERE ${where} AND ${range.text}`,
    values: [...values, ...range.values],
  };
}

/** Those between two rows, the first not included. */
export function batchOf(query: ListQuery, type: Type, after: number, end: number): Sql {
  const source = sourceOf(query, type);
  const { from, where, values, order } = source;
  const key = keySql(query, type);
  const range = rangeOf(query, source, after, end);
  return {
    text: `SELECT row, ${key.text} FROM ${from} WHERE ${where} AND ${range.text} ORDER BY ${order}`,
    values: [...key.values, ...values, ...range.values],
  };
}

/** What a choice among many goes by: a whole contact is read only where it was chosen. */
export interface FoundFields {
  readonly row: number;
  readonly fields: string;
}

/** The first of a batch, or of all where no rows are told. */
export function firstOf(
  query: ListQuery,
  type: Type,
  { after, end }: { readonly after: number | null; readonly end: number | null },
  most: number,
): Sql {
  const source = sourceOf(query, type);
  const { from, where, values, order } = source;
  const range = rangeOf(query, source, after, end);
  return {
    text: `SELECT row, fields FROM ${from} WHERE ${where} AND ${range.text} ORDER BY ${order} LIMIT ?`,
    values: [...values, ...range.values, most],
  };
}

/**
 * The rows behind `after` up to `end`. The search index holds the words of every group by row: in a search of one group
 * it is told between which rows that group stands, or it would go through what all the others hold. It takes one limit
 * of each kind, so the narrower one is worked out before.
 */
function rangeOf(query: ListQuery, source: Source, after: number | null, end: number | null): Sql {
  const { scope } = query;
  const group = source.searched && scope.kind === 'group' ? scope.groupId : null;
  const limits = [
    limitOf(`${source.order} >`, after, group, 'max', 'min(row) - 1'),
    limitOf(`${source.order} <=`, end, group, 'min', 'max(row)'),
  ].filter((limit) => limit !== null);
  return {
    text: limits.length === 0 ? '1' : limits.map(({ text }) => text).join(' AND '),
    values: limits.flatMap(({ values }) => values),
  };
}

/** `narrower`: which of the row and that of the group counts, where there are both. */
function limitOf(
  compared: string,
  row: number | null,
  group: GroupId | null,
  narrower: 'min' | 'max',
  ofGroup: string,
): Sql | null {
  const edge = `(SELECT ${ofGroup} FROM contacts INDEXED BY contacts_listed
    WHERE group_id = ? AND tombstone = 0)`;
  if (group === null)
    return row === null ? null : { text: `${compared} ${wholeNumber}`, values: [row] };
  if (row === null) return { text: `${compared} ${edge}`, values: [group] };
  return { text: `${compared} ${narrower}(${wholeNumber}, ${edge})`, values: [row, group] };
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
