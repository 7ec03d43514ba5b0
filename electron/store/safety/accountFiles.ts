/** The files of one account, all beside its database so that they are moved and removed together. */
import { basename, dirname, join } from 'node:path';

export interface AccountFiles {
  readonly folder: string;
  readonly database: string;
  readonly wal: string;
  readonly shm: string;
  /** The outbox a second time, append-only. */
  readonly journal: string;
  /** What both held when they were last found to agree. */
  readonly seal: string;
  /** Stands while the database is open, so what is found at start was left by an end that was not clean. */
  readonly openMark: string;
  /** Stands from the moment in which damage was seen until the recovery. */
  readonly damageMark: string;
  /** A new database that is being made, and one that is complete but not yet in its place. */
  readonly building: string;
  readonly recovered: string;
  readonly backupPrefix: string;
}

/** The files of the account whose database has this path (`…/mirror.db`). */
export function accountFiles(database: string): AccountFiles {
  const folder = dirname(database);
  const stem = join(folder, basename(database, '.db'));
  return {
    folder,
    database,
    wal: `${database}-wal`,
    shm: `${database}-shm`,
    journal: `${stem}.outbox.journal`,
    seal: `${stem}.seal`,
    openMark: `${stem}.open`,
    damageMark: `${stem}.damaged`,
    building: `${stem}.building.db`,
    recovered: `${stem}.recovered.db`,
    backupPrefix: `${basename(stem)}.backup-`,
  };
}
