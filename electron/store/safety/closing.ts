/** The last look at a database and its journal before they are closed: where they agree, they are sealed. */
import type { Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { picturesOf } from './journal/picture.ts';
import type { Recorder } from './journal/recorder.ts';
import { mendContacts, queued } from './mend.ts';
import { compareWithJournal } from './opening.ts';
import { journalOf } from './recovery.ts';
import { databaseDigest, journalDigest, sealOfJournal, writeSeal } from './seal.ts';

/** With more entries than this the end would wait too long for the look, and the next start takes it. */
const mostToLookAt = 20_000;

/**
 * Closes the journal and seals it with its database. Never throws: without a seal the next start looks for itself,
 * and what is wrong is found and told there.
 */
export function closeJournal(db: Database, files: AccountFiles, recorder: Recorder): void {
  const isWorthIt = succeeds(() => {
    if (sealOfJournal(files)?.database === databaseDigest(db)) return false;
    if (picturesOf(db).count() > mostToLookAt) return false;
    recorder.commit(() => mendContacts(db, queued));
    return true;
  });
  recorder.close();
  if (isWorthIt) succeeds(() => sealIfSame(db, files));
}

function sealIfSame(db: Database, files: AccountFiles): boolean {
  const journal = journalOf(files);
  if (compareWithJournal(db, journal) !== 'same') return false;
  writeSeal(files, {
    journal: journalDigest(files),
    database: databaseDigest(db),
    left: [...journal.left],
  });
  return true;
}

function succeeds(work: () => boolean): boolean {
  try {
    return work();
  } catch {
    return false;
  }
}
