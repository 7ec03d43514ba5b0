/**
 * The rows of a list as they cross to the window: a line each, behind the rest of the reply. A list that flies by asks
 * for hundreds of rows to show twenty, so each stays a text until it is looked at, and what all of them have in common
 * stands once before them: half of what is written otherwise is names.
 */
import {
  layoutOf,
  rowFrom,
  valuesOf,
  type Json,
  type JsonObject,
  type RowLayout,
} from './rowLayout.ts';

/** Rows of a list, read one by one. */
export interface Rows<Row> {
  readonly length: number;
  /** The same object each time; undefined beside the list. `index` counts from 0. */
  at(index: number): Row | undefined;
}

/** Rows that JSON can hold, as lines: JSON writes a line break within a text as two other characters. */
export function writeRows(rows: readonly object[]): string {
  if (rows.length === 0) return '';
  const layout = layoutOf(rows as readonly JsonObject[]);
  const lines = rows.map((row) => JSON.stringify(valuesOf(row as JsonObject, layout)));
  return [JSON.stringify(layout), ...lines].join('\n');
}

/** The rows in lines that `writeRows` wrote: their types are believed, as those of every reply are. */
export function readRows<Row>(text: string): Rows<Row> {
  const [head = '', ...rest] = text === '' ? [] : text.split('\n');
  const lines: (string | { readonly row: Row })[] = rest;
  let layout: RowLayout | null = null;
  return {
    length: lines.length,
    at(index) {
      const line = lines[index];
      if (typeof line !== 'string') return line?.row;
      layout ??= JSON.parse(head) as RowLayout;
      const row = rowFrom(JSON.parse(line) as Json, layout) as Row;
      lines[index] = { row };
      return row;
    },
  };
}
