/** Whether a database file is sound: a cheap look at its header, and a thorough check of everything in it. */
import Sqlite from 'better-sqlite3';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Database } from '../database.ts';
import { sizeOf } from './durable.ts';

/** Up to this size every index is compared with its table too; beyond, that is left to the check of a backup. Bytes. */
const smallEnough = 32 * 1024 * 1024;

/** The questions of a check; a sound database answers each as told in `problemIn`. */
export function checkQueries(thorough: boolean): string[] {
  return [
    `PRAGMA ${thorough ? 'integrity_check' : 'quick_check'}(1)`,
    'PRAGMA foreign_key_check',
    `SELECT 1 FROM history
     WHERE NOT json_valid(coalesce(intent, '0')) OR NOT json_valid(coalesce(changes, '0')) LIMIT 1`,
  ];
}

/** The first problem in the answers to `checkQueries`, or null. */
export function problemIn(answers: readonly (readonly unknown[])[]): string | null {
  const [integrity = [], foreignKeys = [], unreadable = []] = answers;
  const said = Object.values((integrity[0] ?? {}) as Record<string, unknown>)[0];
  if (said !== 'ok') return String(said);
  if (foreignKeys.length > 0) return 'foreign key';
  return unreadable.length > 0 ? 'a text that is no JSON' : null;
}

/**
 * Looks into a file without changing it or its write-ahead log.
 * @throws what SQLite says when the file cannot be read
 */
export function reading<T>(path: string, look: (db: Database) => T): T {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/** The first problem of a file, or null for a sound one. @throws what SQLite says of anything but damage */
export function problemOf(path: string): string | null {
  try {
    return reading(path, (db) => {
      const [integrity = '', foreignKeys = '', texts = ''] = checkQueries(
        sizeOf(path) <= smallEnough,
      );
      const queries = hasHistory(db) ? [integrity, foreignKeys, texts] : [integrity, foreignKeys];
      return problemIn(queries.map((query) => db.prepare(query).all()));
    });
  } catch (error) {
    if (isDamage(error)) return error.code;
    throw error;
  }
}

/** A file whose creation was interrupted has no tables yet. */
function hasHistory(db: Database): boolean {
  const found = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'history'`).get();
  return found !== undefined;
}

/** True for the two codes of SQLite that mean damage, and for nothing else. */
export function isDamage(error: unknown): error is InstanceType<typeof Sqlite.SqliteError> {
  if (!(error instanceof Sqlite.SqliteError)) return false;
  return error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB';
}

const headerSize = 100;

/** Written with the first table: until that has come out of the write-ahead log they are zero. */
const fixedLater: readonly (readonly [offset: number, value: number])[] = [
  // The schema's format, and UTF-8.
  [44, 4],
  [56, 1],
];

/** What stands in the header of every database of ours and never changes: SQLite's file format, section 1.3. */
const fixed: readonly (readonly [offset: number, bytes: readonly number[]])[] = [
  [0, [...Buffer.from('SQLite format 3\0')]],
  // The versions of a file with a write-ahead log, no reserved space, the fixed payload fractions.
  [18, [2, 2, 0, 64, 32, 32]],
  // No auto-vacuum.
  [52, [0, 0, 0, 0]],
  [64, [0, 0, 0, 0]],
  [72, Array.from({ length: 20 }, () => 0)],
];

/**
 * The look at the header: is it a database of ours, and is all of it there? An empty file is a new one.
 * `closed`: its length can only be told while no write-ahead log stands beside it.
 */
export function headerProblem(path: string, closed: boolean): string | null {
  const size = sizeOf(path);
  if (size === 0) return null;
  const header = Buffer.alloc(headerSize);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, headerSize, 0);
  } finally {
    closeSync(file);
  }
  const altered = fixed.some(([offset, bytes]) =>
    bytes.some((byte, index) => header[offset + index] !== byte),
  );
  const alteredLater = fixedLater.some(([offset, value]) => {
    const found = header.readUInt32BE(offset);
    return found !== value && (closed || found !== 0);
  });
  if (altered || alteredLater) return 'the header is altered';
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (closed && countIsValid && size !== pages * pageSize) return 'not as long as its header says';
  return null;
}
