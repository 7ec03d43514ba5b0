import type { PastedRow } from '#shared/ipc/block.ts';

/** Whole rows from the first on, until so many values are reached: of no contact only a part is told. */
export function firstRows(rows: readonly PastedRow[], values: number): PastedRow[] {
  let reached = 0;
  return rows.filter(({ changes }) => {
    if (reached >= values) return false;
    reached += Object.keys(changes).length;
    return true;
  });
}
