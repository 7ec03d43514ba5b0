/** Reading a damaged table as far as SQLite yields it: around unreadable pages, row by row where it must be. */
import type { Database } from '../../database.ts';

/** Unreadable places of one table after which the rest is given up, so that a start ends at all. */
const mostFailures = 20_000;

/**
 * The rows of a table, in the order of its integer key; a row may come out damaged, so the caller checks each.
 * @param key the integer primary key, or `rowid`
 */
export function* rowsAround<Row>(
  db: Database,
  table: string,
  key: string,
  columns: string,
): Generator<Row> {
  const sql = `SELECT ${key} AS rescueKey, ${columns} FROM ${table} NOT INDEXED WHERE ${key} BETWEEN ? AND ? ORDER BY ${key}`;
  const page = attempt(() => db.prepare<[number, number], Row & { rescueKey: number }>(sql));
  if (page === null) return;
  let failures = 0;

  function* range(from: number, to: number): Generator<Row> {
    let next = from;
    try {
      for (const row of page?.iterate(from, to) ?? []) {
        // A key that goes back is a page that stands in two places.
        if (!(row.rescueKey >= next)) throw new RangeError('keys out of order');
        next = row.rescueKey + 1;
        yield row;
      }
      return;
    } catch {
      failures += 1;
    }
    if (failures > mostFailures || next > to || from === to) return;
    const middle = Math.floor((next + to) / 2);
    yield* range(next, middle);
    if (middle < to) yield* range(middle + 1, to);
  }
  yield* range(0, highestKey(db, table, key));
}

function highestKey(db: Database, table: string, key: string): number {
  const highest = attempt(() => db.prepare(`SELECT max(${key}) FROM ${table}`).pluck().get());
  if (typeof highest === 'number') return highest;
  // The way to the last row is damaged: no table has more rows than this file has room for.
  const pages = attempt(() => db.pragma('page_count', { simple: true }));
  return typeof pages === 'number' && pages > 0 ? pages * 64 : 100_000;
}

/** The rows of a table without integer keys, from both ends up to what cannot be read. */
export function rowsFromBothEnds<Row>(
  db: Database,
  table: string,
  key: string,
  columns: string,
): Row[] {
  const found = new Map<string, Row>();
  for (const direction of ['ASC', 'DESC']) {
    const order = key
      .split(', ')
      .map((part) => `${part} ${direction}`)
      .join(', ');
    const statement = attempt(() =>
      db.prepare<[], Row>(`SELECT ${columns} FROM ${table} ORDER BY ${order}`),
    );
    attempt(() => {
      for (const row of statement?.iterate() ?? []) found.set(JSON.stringify(row), row);
    });
  }
  return [...found.values()];
}

/** Whatever goes wrong while a damaged file is read means only that there is nothing. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
