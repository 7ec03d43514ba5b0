/** The last look at a database and its journal before they are closed: where they agree, they are sealed. */
import { existsSync } from 'node:fs';
import type { Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { removeIfThere } from './durable.ts';
import { readJournal } from './journal/journalState.ts';
import { picturesOf } from './journal/picture.ts';
import type { Recorder } from './journal/recorder.ts';
import { isToMend, queued } from './mend.ts';
import { compareWithJournal } from './opening.ts';
import { databaseDigest, digestOf, journalBytes, readSeal, writeSeal } from './seal.ts';

/** With more entries than this the end would wait too long for the look, and the next start takes it. */
const mostToLookAt = 20_000;

/**
 * Closes the journal and seals it with its database. Nothing is mended here: what is not the same is found, told and
 * mended by the next start, which has no seal to go by.
 */
export function closeJournal(db: Database, files: AccountFiles, recorder: Recorder): void {
  recorder.close();
  try {
    db.transaction(() => sealIfSame(db, files))();
  } catch {
    // Without a seal the next start looks for itself; what is wrong, a full disk say, is told where it matters.
  }
}

function sealIfSame(db: Database, files: AccountFiles): void {
  if (existsSync(files.damageMark)) return;
  if (picturesOf(db).count() > mostToLookAt) {
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
