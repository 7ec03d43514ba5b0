/**
 * The rows of a list as they cross to the window: a line each, behind the rest of the reply. A list that flies by asks
 * for hundreds of rows to show twenty, so each stays a text until it is looked at.
 */

/** Rows of a list, read one by one. */
export interface Rows<Row> {
  readonly length: number;
  /** The same object each time; undefined beside the list. `index` counts from 0. */
  at(index: number): Row | undefined;
}

/** Rows that JSON can hold, as lines: JSON writes a line break within a text as two other characters. */
export const writeRows = (rows: readonly unknown[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

/** The rows in lines that `writeRows` wrote: their types are believed, as those of every reply are. */
export function readRows<Row>(text: string): Rows<Row> {
  const lines: (string | { readonly row: Row })[] = text === '' ? [] : text.split('\n');
  return {
    length: lines.length,
    at(index) {
      const line = lines[index];
      if (typeof line !== 'string') return line?.row;
      const row = JSON.parse(line) as Row;
      lines[index] = { row };
      return row;
    },
  };
}
