/** The last look at a database and its journal before they are closed: where they agree, they are sealed. */
import { existsSync } from 'node:fs';
import type { Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { removeIfThere, sizeOf } from './durable.ts';
import { readJournal } from './journal/journalState.ts';
import { picturesOf } from './journal/picture.ts';
import type { Recorder } from './journal/recorder.ts';
import { isToMend, queued } from './mend.ts';
import { compareWithJournal } from './opening.ts';
import { databaseDigest, digestOf, journalBytes, readSeal, writeSeal } from './seal.ts';

/** With more than this the end would wait too long for the look, and the next start takes it. */
export interface Bounds {
  readonly entries: number;
  /** Of the journal, in bytes: it holds what is over as well. */
  readonly journal: number;
}
const usual: Bounds = { entries: 20_000, journal: 24 * 1024 * 1024 };

/**
 * Closes the journal and seals it with its database. Nothing is mended here: what is not the same is found, told and
 * mended by the next start, which has no seal to go by. What hinders the sealing is not thrown.
 */
export function closeJournal(
  db: Database,
  files: AccountFiles,
  recorder: Recorder,
  bounds = usual,
): void {
  recorder.close();
  try {
    db.transaction(() => sealIfSame(db, files, bounds))();
  } catch {
    // Without a seal the next start looks for itself; what is wrong, a full disk say, is told where it matters.
  }
}

function sealIfSame(db: Database, files: AccountFiles, bounds: Bounds): void {
  if (existsSync(files.damageMark)) return;
  if (picturesOf(db).count() > bounds.entries || sizeOf(files.journal) > bounds.journal) {
    removeIfThere(files.seal);
    return;
  }
  const bytes = journalBytes(files);
  const digests = { journal: digestOf(bytes), database: databaseDigest(db) };
  const known = readSeal(files);
  if (known?.journal === digests.journal && known.database === digests.database) return;
  const journal = readJournal(bytes.toString('utf8'));
  if (compareWithJournal(db, journal) !== 'same' || isToMend(db, queued)) return;
  writeSeal(files, { ...digests, left: [...journal.left] });
}
