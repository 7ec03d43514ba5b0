/** Whether a database still has every table, index and trigger, word by word: a flipped letter there is no error of the file. */
import Sqlite from 'better-sqlite3';
import type { Database } from '../database.ts';
import { migrate } from '../migrations/migrate.ts';
import { accountMigrations } from '../migrations/account.ts';

let expected: ReadonlyMap<string, string> | null = null;

/** For a database of the newest version. What SQLite keeps for itself (statistics) is left out. */
export function hasWholeSchema(db: Database): boolean {
  expected ??= newSchema();
  const found = schemaOf(db);
  return (
    found.size === expected.size && [...expected].every(([name, sql]) => found.get(name) === sql)
  );
}

function newSchema(): ReadonlyMap<string, string> {
  const db = new Sqlite(':memory:');
  try {
    migrate(db, accountMigrations);
    return schemaOf(db);
  } finally {
    db.close();
  }
}

function schemaOf(db: Database): ReadonlyMap<string, string> {
  const rows = db
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'`,
    )
    .all();
  return new Map(
    rows.map(({ type, name, tbl_name, sql }) => [`${type} ${name}`, `${tbl_name} ${sql ?? ''}`]),
  );
}
