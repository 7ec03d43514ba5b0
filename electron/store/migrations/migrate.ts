/** Numbered migrations: each runs once, whole or not at all; a file from a newer version is refused. */
import type Sqlite from 'better-sqlite3';
import { LibretaError } from '#shared/ipc/errors.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What the SQL calls, by name: rules of shared/ that SQL cannot say. Each takes one text. */
  readonly functions?: Readonly<Record<string, (text: string) => string | number | null>>;
}

/**
 * Brings the database to the newest version, by `user_version`.
 * @throws LibretaError databaseFromNewerVersion
 */
export function migrate(db: Sqlite.Database, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  const current = versionOf(db);
  if (current > newest) {
    throw new LibretaError('databaseFromNewerVersion', { detail: `${current} > ${newest}` });
  }
  for (const migration of migrations.filter(({ version }) => version > current)) {
    db.transaction(() => {
      // Another process may have brought the file here while this one waited for its turn.
      if (versionOf(db) >= migration.version) return;
      for (const [name, rule] of Object.entries(migration.functions ?? {})) {
        db.function(name, { deterministic: true }, (text) => rule(String(text)));
      }
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

function versionOf(db: Sqlite.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}
