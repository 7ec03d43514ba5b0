/** Rows by their value. Most values of a long list are of one row, so a list of rows is made only where there are more. */
export type Rows = number | readonly number[];

export function putRow<Key>(rowsOf: Map<Key, Rows>, key: Key, row: number): void {
  const known = rowsOf.get(key);
  if (known === undefined) rowsOf.set(key, row);
  else if (typeof known === 'number') rowsOf.set(key, [known, row]);
  else (known as number[]).push(row);
}

/** The rows of two values that count as one. */
export function joinedRows(left: Rows | undefined, right: Rows | undefined): Rows {
  return [left ?? [], right ?? []].flat().sort((one, other) => one - other);
}
