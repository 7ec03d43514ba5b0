/** Whether a database file is sound: a cheap look at its header, and a thorough check of everything in it. */
import Sqlite from 'better-sqlite3';
import { closeSync, openSync, readSync } from 'node:fs';
import { sizeOf } from './durable.ts';

/** Up to this size every index is compared with its table too; beyond, that is left to the check of a backup. Bytes. */
const smallEnough = 32 * 1024 * 1024;

/** The questions of a check; a sound database answers each as told in `problemIn`. */
export function checkQueries(thorough: boolean): string[] {
  return [`PRAGMA ${thorough ? 'integrity_check' : 'quick_check'}(1)`, 'PRAGMA foreign_key_check'];
}

/** The first problem in the answers to `checkQueries`, or null. */
export function problemIn(answers: readonly (readonly unknown[])[]): string | null {
  const [integrity = [], foreignKeys = []] = answers;
  const said = Object.values((integrity[0] ?? {}) as Record<string, unknown>)[0];
  if (said !== 'ok') return String(said);
  return foreignKeys.length > 0 ? 'foreign key' : null;
}

/**
 * Checks a file without changing it or its write-ahead log. Answers the first problem, or null for a sound one.
 * @throws what SQLite says when the file cannot be read for another reason than damage
 */
export function problemOf(path: string): string | null {
  const db = new Sqlite(path, { readonly: true, timeout: 5000 });
  try {
    const queries = checkQueries(sizeOf(path) <= smallEnough);
    return problemIn(queries.map((query) => db.prepare(query).all()));
  } catch (error) {
    if (isDamage(error)) return error.code;
    throw error;
  } finally {
    db.close();
  }
}

/** True for the two codes of SQLite that mean damage, and for nothing else. */
export function isDamage(error: unknown): error is Sqlite.SqliteError {
  if (!(error instanceof Sqlite.SqliteError)) return false;
  return error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB';
}

const headerSize = 100;
const magic = 'SQLite format 3\0';

/**
 * The look at the header that a cleanly closed file gets: is it a database, and is all of it there?
 * The offsets are those of SQLite's file format, section 1.3. An empty file is a new one.
 */
export function headerProblem(path: string): string | null {
  const size = sizeOf(path);
  if (size === 0) return null;
  const header = Buffer.alloc(headerSize);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, headerSize, 0);
  } finally {
    closeSync(file);
  }
  if (header.toString('latin1', 0, 16) !== magic) return 'no database';
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (countIsValid && size !== pages * pageSize) return 'not as long as its header says';
  return null;
}
