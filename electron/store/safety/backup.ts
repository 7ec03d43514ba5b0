/**
 * Online backups of an account's database: written beside it while it is in use, checked, and only then given their
 * name. The newest few are kept.
 */
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { coded, type Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { codedFiles, removeIfThere, syncFile, syncFolder } from './durable.ts';
import { problemOf } from './soundness.ts';
import { checkedInBackground } from './verifier.ts';

const kept = 3;

/** Pages copied at a time (each 4 KiB); other work runs in between. */
const pagesPerStep = 200;

export interface Backup {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
}

export type BackupOutcome =
  | {
      readonly kind: 'kept';
      readonly backup: Backup;
      /** Contacts that are not as they should be, though nothing is unreadable: `mendContacts` mends them. */
      readonly strayed: number;
    }
  /** The copy is not sound, so the database is not: it was not kept, and older backups were left alone. */
  | { readonly kind: 'damaged'; readonly problem: string }
  | { readonly kind: 'cancelled' };

/** Thrown inside the copying to end it. */
class Cancelled extends Error {}

/**
 * Takes a backup and checks it. `now` in milliseconds since 1970.
 * @throws LibretaError diskFull, readOnly, databaseBusy; older backups stay
 */
export async function takeBackup(
  db: Database,
  files: AccountFiles,
  now: number,
  signal: AbortSignal,
): Promise<BackupOutcome> {
  const path = join(files.folder, `${files.backupPrefix}${now}.db`);
  const temporary = `${path}.new`;
  try {
    removeIfThere(temporary);
    await copied(db, temporary, signal);
    const { problem, strayed } = await checkedInBackground(temporary);
    if (signal.aborted) return { kind: 'cancelled' };
    if (problem !== null) return { kind: 'damaged', problem };
    codedFiles(() => {
      syncFile(temporary);
      renameSync(temporary, path);
      syncFolder(files.folder);
      for (const old of backupsOf(files).slice(kept)) removeWithCompanions(old.path);
    });
    return { kind: 'kept', backup: { path, takenAt: now }, strayed };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    throw error;
  } finally {
    removeWithCompanions(temporary);
  }
}

async function copied(db: Database, path: string, signal: AbortSignal): Promise<void> {
  try {
    await db.backup(path, {
      progress: () => {
        if (signal.aborted) throw new Cancelled();
        return pagesPerStep;
      },
    });
  } catch (error) {
    coded(() => {
      throw error;
    });
  }
}

/** All backups of an account, the newest first. */
export function backupsOf({ folder, backupPrefix }: AccountFiles): Backup[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(backupPrefix) && name.endsWith('.db'))
    .map((name) => ({
      path: join(folder, name),
      takenAt: Number(name.slice(backupPrefix.length, -'.db'.length)),
    }))
    .filter(({ takenAt }) => Number.isFinite(takenAt))
    .sort((left, right) => right.takenAt - left.takenAt);
}

/** The newest backup that is sound now: a backup too can be damaged where it lies. */
export function newestGoodBackup(files: AccountFiles): Backup | null {
  return backupsOf(files).find(({ path }) => isSound(path)) ?? null;
}

function isSound(path: string): boolean {
  try {
    return problemOf(path) === null;
  } catch {
    return false;
  } finally {
    removeCompanions(path);
  }
}

function removeWithCompanions(path: string): void {
  removeIfThere(path);
  removeCompanions(path);
}

/** What SQLite leaves beside a file that it only read. */
function removeCompanions(path: string): void {
  for (const end of ['-wal', '-shm', '-journal']) removeIfThere(`${path}${end}`);
}
