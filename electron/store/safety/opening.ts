/**
 * What is looked at before and while an account's database is opened. A clean end needs only the header, the schema,
 * and the seal or the journal, so that a start with a million contacts stays fast; any other end leads to a check of
 * the whole file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { LibretaError } from '#shared/ipc/errors.ts';
import { coded, type Database } from '../database.ts';
import { accountMigrations } from '../migrations/account.ts';
import type { AccountFiles } from './accountFiles.ts';
import { codedFiles, sizeOf } from './durable.ts';
import { hasWholeSchema } from './schemaCheck.ts';
import type { JournalState } from './journal/journalState.ts';
import { picturesOf } from './journal/picture.ts';
import { headerProblem, problemOf, reading } from './soundness.ts';

/** True when the last end was not a clean close. */
export function endedAbruptly({ openMark, wal }: AccountFiles): boolean {
  return existsSync(openMark) || sizeOf(wal) > 0;
}

/**
 * Looks at the files before SQLite may change them.
 * @throws LibretaError databaseDamaged, databaseBusy; whatever else is wrong is told by the opening itself
 */
export function examineFiles(files: AccountFiles, journal: () => JournalState): void {
  const { database, wal, damageMark } = files;
  if (existsSync(damageMark)) {
    throw damaged(
      `seen while it was open: ${codedFiles(() => readFileSync(damageMark, 'utf8')).trim()}`,
    );
  }
  const size = sizeOf(database);
  if (size === 0 && (sizeOf(wal) > 0 || journal().n > 0)) throw damaged('the file is empty');
  if (size === 0) return;
  const abrupt = endedAbruptly(files);
  const header = codedFiles(() => headerProblem(database, !abrupt));
  if (header !== null) throw damaged(header);
  coded(() =>
    whenReadable(() => {
      reading(database, (db) => {
        checkVersion(db);
        if (versionOf(db) === newestVersion() && !hasWholeSchema(db)) throw damaged('the schema');
      });
      if (!abrupt) return;
      const problem = problemOf(database);
      if (problem !== null) throw damaged(problem);
      reading(database, (db) => {
        const version = versionOf(db);
        if (version > 0 && version <= newestVersion()) compareWithJournal(db, journal());
      });
    }),
  );
}

/** A folder that may not be written cannot be read through a write-ahead log either; opening says why. */
function whenReadable(check: () => void): void {
  try {
    check();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_CANTOPEN') && !code.startsWith('SQLITE_READONLY')) throw error;
  }
}

/**
 * The version stands in the header and, by our own hand, among the facts: a header that says less than the facts is
 * damaged. One that says more is taken for a newer version's, which is never repaired.
 */
function checkVersion(db: Database): void {
  const hasFacts = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'facts'`).get();
  if (hasFacts === undefined) return;
  const noted = db.prepare(`SELECT value FROM facts WHERE name = 'schema'`).pluck().get();
  if (noted !== undefined && versionOf(db) < Number(noted)) throw damaged('two versions');
}

export function noteVersion(db: Database): void {
  db.prepare(
    `INSERT INTO facts (name, value) VALUES ('schema', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
  ).run(String(newestVersion()));
}

function newestVersion(): number {
  return accountMigrations.at(-1)?.version ?? 0;
}

function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

export function markOpen(files: AccountFiles): void {
  codedFiles(() => {
    writeFileSync(files.openMark, '', { mode: 0o600 });
  });
}

/**
 * Compares a sound database with its journal. `writeAnew`: the database is the truth and the journal is to be
 * written from it (there was none, or it lags behind a crash, or lines of it are unreadable).
 * @throws LibretaError databaseDamaged when the database has lost what its journal holds
 */
export function compareWithJournal(db: Database, journal: JournalState): 'same' | 'writeAnew' {
  const number = numberOf(db);
  if (journal.n > number) throw damaged(`older than its journal: ${number} < ${journal.n}`);
  if (journal.n < number || !journal.intact || journal.n === 0) return 'writeAnew';
  const pictures = picturesOf(db);
  const pairs = [
    [pictures.groups(), journal.groups],
    [pictures.contacts(), withEntries(journal)],
    [pictures.entries(), journal.entries],
  ] as const;
  for (const [found, expected] of pairs) {
    const same =
      found.length === expected.size && found.every((one) => isSame(one, expected.get(one.id)));
    // With neither line nor number lost, a difference is a value that changed by itself.
    if (!same) throw damaged('another than its journal');
  }
  return 'same';
}

/** Value by value: records are flat but for a group's columns, and there are thousands of them at a start. */
function isSame(found: object, expected: object | undefined): boolean {
  if (expected === undefined) return false;
  const others = expected as Readonly<Record<string, unknown>>;
  const names = Object.keys(found) as (keyof typeof found)[];
  if (names.length !== Object.keys(others).length) return false;
  return names.every((name) => {
    const value: unknown = found[name];
    const other = others[name];
    return value === other || (typeof value === 'object' && isDeepStrictEqual(value, other));
  });
}

/** The number of the last journalled transaction that the database holds. */
export function numberOf(db: Database): number {
  const value = db.prepare(`SELECT value FROM facts WHERE name = 'journal'`).pluck().get();
  if (value === undefined) return 0;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw damaged('no number');
  return number;
}

/** Contacts stay in the journal's memory after their last entry is gone. */
function withEntries({ contacts, entries }: JournalState): JournalState['contacts'] {
  const used = new Set([...entries.values()].map(({ contactId }) => contactId));
  return new Map([...contacts].filter(([id]) => used.has(id)));
}

function damaged(detail: string): LibretaError {
  return new LibretaError('databaseDamaged', { detail });
}
