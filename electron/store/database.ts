/** Opening a SQLite file so that a commit survives a power cut, and telling apart why it cannot be opened. */
import Sqlite from 'better-sqlite3';
import { LibretaError, type ErrorCode } from '#shared/ipc/errors.ts';
import { migrate, type Migration } from './migrations/migrate.ts';

export type Database = Sqlite.Database;
export type Statement<Bound extends unknown[]> = Sqlite.Statement<Bound>;

/**
 * Opens (or creates) a file and brings it to the newest schema.
 * `synchronous=FULL`: in WAL mode the default, NORMAL, can lose the last commits on power loss.
 * @throws LibretaError diskFull, readOnly, databaseBusy, databaseFromNewerVersion, databaseDamaged
 */
export function openDatabase(path: string, migrations: readonly Migration[]): Database {
  return coded(() => {
    const db = new Sqlite(path);
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      db.pragma('busy_timeout = 5000');
      db.pragma('cache_size = -32000');
      migrate(db, migrations);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** What is built on a database just opened; a failure is coded and leaves no file open. */
export function withDatabase<T>(db: Database, build: (db: Database) => T): T {
  try {
    return coded(() => build(db));
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Merges the write-ahead log, refreshes the planner's statistics and closes. Safe to call twice. */
export function closeDatabase(db: Database): void {
  if (!db.open) return;
  try {
    db.pragma('optimize');
  } catch {
    // Statistics only: a full disk must not keep the file open.
  }
  db.close();
}

/** Runs work on a database and turns SQLite's own errors into coded ones. */
export function coded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    throw code === null ? error : new LibretaError(code, { detail: messageOf(error) });
  }
}

const fileCodes: ReadonlySet<ErrorCode> = new Set([
  'diskFull',
  'readOnly',
  'databaseBusy',
  'databaseDamaged',
]);

/** True where the file takes no more, whatever is written: not one row is at fault, and nothing may go on as if it were. */
export function isOfTheFile({ coded: { code } }: LibretaError): boolean {
  return fileCodes.has(code);
}

/** Only corruption proper is `databaseDamaged`: nothing else may ever lead to a repair. */
function codeOf(error: unknown): ErrorCode | null {
  if (!(error instanceof Sqlite.SqliteError)) return null;
  const code = error.code;
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return 'diskFull';
  if (code.startsWith('SQLITE_READONLY')) return 'readOnly';
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM') return 'readOnly';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'databaseBusy';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'databaseDamaged';
  return null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
