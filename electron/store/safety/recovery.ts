/**
 * A damaged account made usable again. The damaged files are set aside and never deleted; a new database is made of the
 * newest good backup, of what the damaged file still yields, and of the journal. An interrupted recovery is taken up
 * again: the new database takes its place only when it is complete.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RecoveryReport } from '#shared/ipc/views.ts';
import { accountMigrations } from '../migrations/account.ts';
import { closeDatabase, coded, openDatabase } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { newestGoodBackup } from './backup.ts';
import { codedFiles, moveIfThere, removeIfThere, sizeOf, syncFile, syncFolder } from './durable.ts';
import { emptyJournal, readJournal, type JournalState } from './journal/journalState.ts';
import { rebuild } from './rescue/rebuild.ts';
import { openDamaged, openRescue } from './rescue/rescued.ts';
import { outboxTruth } from './rescue/outboxTruth.ts';

/** Makes the account's database anew. `problem`: what was found. `now` in milliseconds since 1970. @throws LibretaError diskFull, readOnly, databaseBusy */
export function recover(files: AccountFiles, problem: string, now: number): void {
  codedFiles(() => coded(() => build(files, problem, now)));
  finishRecovery(files, now);
}

/** Puts a complete new database in its place; what stands there is set aside. Nothing to do without one. */
export function finishRecovery(files: AccountFiles, now: number): void {
  if (!existsSync(files.recovered)) return;
  codedFiles(() => {
    setAside(files, asideFolder(files, now));
    moveIfThere(files.recovered, files.database);
    removeIfThere(files.damageMark);
    removeIfThere(files.openMark);
    syncFolder(files.folder);
  });
}

/** The journal of an account; an empty one where there is none. */
export function journalOf({ journal }: AccountFiles): JournalState {
  if (sizeOf(journal) === 0) return emptyJournal();
  return readJournal(codedFiles(() => readFileSync(journal, 'utf8')));
}

function build(files: AccountFiles, problem: string, now: number): void {
  const { building, recovered } = files;
  for (const path of [building, `${building}-wal`, `${building}-shm`]) removeIfThere(path);
  const backup = newestGoodBackup(files);
  if (backup !== null) copyFileSync(backup.path, building);
  const journal = journalOf(files);
  const rescue = openDamaged(files);
  const backedUp = backup === null ? null : openRescue(backup.path);
  try {
    const db = openDatabase(building, accountMigrations);
    try {
      const rebuilt = rebuild(db, rescue, outboxTruth(journal, rescue, backedUp));
      const groups = db.prepare<[], number>('SELECT count(*) FROM groups').pluck().get() ?? 0;
      const report: RecoveryReport = {
        at: now,
        problem,
        setAside: basename(asideFolder(files, now)),
        backupFrom: backup?.takenAt ?? null,
        groups,
        contactsRescued: rebuilt.contacts,
        historyRescued: rebuilt.history,
        entriesRebuilt: rebuilt.entries,
        journalLinesSkipped: journal.skipped,
      };
      writeReport(db, report);
    } finally {
      closeDatabase(db);
    }
  } finally {
    rescue?.close();
    backedUp?.close();
  }
  syncFile(building);
  moveIfThere(building, recovered);
  syncFolder(files.folder);
}

function writeReport(db: ReturnType<typeof openDatabase>, report: RecoveryReport): void {
  db.prepare(
    `INSERT INTO facts (name, value) VALUES ('recoveryReport', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(JSON.stringify(report));
}

/** Moves the database and SQLite's files beside it; the journal stays and a copy of it goes along. */
function setAside(files: AccountFiles, folder: string): void {
  const { database, wal, shm, journal } = files;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = (path: string): string => join(folder, basename(path));
  if (existsSync(journal) && !existsSync(aside(journal))) copyFileSync(journal, aside(journal));
  for (const path of [database, wal, shm]) moveIfThere(path, aside(path));
  syncFolder(folder);
}

/** Where damaged files go: inside the account's folder, by the time at which they were found. */
export function asideFolder({ folder }: AccountFiles, now: number): string {
  return join(folder, `damaged-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`);
}
