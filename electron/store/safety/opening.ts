/**
 * What is looked at before and while an account's database is opened. A clean end needs only the header and the
 * journal, so that a start with a million contacts stays fast; any other end leads to a check of the whole file.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { LibretaError } from '#shared/ipc/errors.ts';
import { coded, type Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { codedFiles, sizeOf } from './durable.ts';
import type { JournalState } from './journal/journalState.ts';
import { picturesOf } from './journal/picture.ts';
import { numberOf } from './journal/recorder.ts';
import { headerProblem, problemOf } from './soundness.ts';

/** Looks at the files before SQLite may change them. @throws LibretaError databaseDamaged */
export function examineFiles(files: AccountFiles): void {
  const { database, wal, journal, openMark, damageMark } = files;
  if (existsSync(damageMark)) throw damaged('seen while it was open');
  const size = sizeOf(database);
  if (size === 0 && (sizeOf(journal) > 0 || sizeOf(wal) > 0)) throw damaged('the file is empty');
  if (size === 0) return;
  if (existsSync(openMark) || sizeOf(wal) > 0) {
    const problem = coded(() => whenReadable(() => problemOf(database)));
    if (problem !== null) throw damaged(problem);
    return;
  }
  const problem = codedFiles(() => headerProblem(database));
  if (problem !== null) throw damaged(problem);
}

/** A folder that may not be written cannot be read through a write-ahead log either; opening says why. */
function whenReadable(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) return null;
    throw error;
  }
}

export function markOpen(files: AccountFiles): void {
  codedFiles(() => writeFileSync(files.openMark, '', { mode: 0o600 }));
}

/**
 * Compares a sound database with its journal. `writeAnew`: the database is the truth and the journal is to be
 * written from it (there was none, or it lags behind a crash, or lines of it are unreadable).
 * @throws LibretaError databaseDamaged when the database has lost what its journal holds
 */
export function compareWithJournal(db: Database, journal: JournalState): 'same' | 'writeAnew' {
  const number = numberOf(db);
  if (journal.n > number) throw damaged(`older than its journal: ${number} < ${journal.n}`);
  if (journal.n < number || !journal.intact) return 'writeAnew';
  const pictures = picturesOf(db);
  const pairs = [
    [pictures.groups(), journal.groups],
    [pictures.contacts(), withEntries(journal)],
    [pictures.entries(), journal.entries],
  ] as const;
  for (const [found, expected] of pairs) {
    const same =
      found.length === expected.size &&
      found.every((one) => isDeepStrictEqual(one, expected.get(one.id)));
    // With neither line nor number lost, a difference is a value that changed by itself.
    if (!same && journal.n > 0) throw damaged('another than its journal');
    if (!same) return 'writeAnew';
  }
  return 'same';
}

/** Contacts stay in the journal's memory after their last entry is gone. */
function withEntries({ contacts, entries }: JournalState): JournalState['contacts'] {
  const used = new Set([...entries.values()].map(({ contactId }) => contactId));
  return new Map([...contacts].filter(([id]) => used.has(id)));
}

function damaged(detail: string): LibretaError {
  return new LibretaError('databaseDamaged', { detail });
}
