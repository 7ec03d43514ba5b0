/**
 * The rows of a list as they cross to the window: a line each, behind the rest of the reply. A list that flies by asks
 * for hundreds of rows to show twenty, so each stays a text until it is looked at.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number;
  /** The same object each time; undefined behind the end. `index` counts from 0. */
  at(index: number): Row | undefined;
}

/** A line holds no line break: JSON writes them as \\n. */
export const writeRows = (rows: readonly unknown[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');

export function readRows<Row>(text: string): Rows<Row> {
  const lines: (string | { readonly row: Row })[] = text === '' ? [] : text.split('\n');
  const at = (index: number): Row | undefined => {
    const line = lines[index];
    if (typeof line !== 'string') return line?.row;
    const row = JSON.parse(line) as Row;
    lines[index] = { row };
    return row;
  };
  return {
    length: lines.length,
    at,
    *[Symbol.iterator]() {
      for (const index of lines.keys()) yield at(index) as Row;
    },
  };
}
