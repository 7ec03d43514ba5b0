/** Numbered migrations: each runs once, whole or not at all; a file from a newer version is refused. */
import type Sqlite from 'better-sqlite3';
import { LibretaError } from '#shared/ipc/errors.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
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
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

function versionOf(db: Sqlite.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}
