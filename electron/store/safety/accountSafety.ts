/** Everything that keeps one open account's data safe: its journal, its backups, and what is told of damage. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recoveryReportSchema, type RecoveryReport } from '#shared/ipc/views.ts';
import { closeDatabase, type Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { takeBackup, type BackupOutcome } from './backup.ts';
import { closeJournal } from './closing.ts';
import { guarded, markDamaged, told, watchStatements } from './damage.ts';
import { codedFiles, removeIfThere, syncFolder } from './durable.ts';
import { openJournalFile } from './journal/journalFile.ts';
import type { JournalState } from './journal/journalState.ts';
import { recorderOn } from './journal/recorder.ts';
import { mendContacts, queued, strayed } from './mend.ts';
import { compareWithJournal, markOpen, noteVersion } from './opening.ts';
import { asideFolder } from './recovery.ts';
import { databaseDigest, type Seal } from './seal.ts';

export type AccountSafety = ReturnType<typeof accountSafety>;

export interface SafetyOptions {
  readonly files: AccountFiles;
  /** The seal of the last clean end, where the journal is still as it was then. */
  readonly seal: Seal | null;
  /** The journal as it was found; read when it is first asked for. */
  readonly journal: () => JournalState;
  readonly endedAbruptly: boolean;
  readonly now: () => number;
}

/**
 * Takes an open database under its care.
 * @throws LibretaError databaseDamaged when it has lost what its journal holds; diskFull, readOnly
 */
export function accountSafety(db: Database, options: SafetyOptions) {
  const { files, seal, journal, now } = options;
  const onDamage = (detail: string): void => markDamaged(files, detail);
  watchStatements(db, onDamage);
  const unchanged = seal !== null && seal.database === databaseDigest(db) ? seal : null;
  const comparison = unchanged === null ? compareWithJournal(db, journal()) : 'same';
  markOpen(files);
  const file = codedFiles(() => openJournalFile(files.journal));
  try {
    noteVersion(db);
    const recorder = recorderOn(db, file, unchanged === null ? journal().left : unchanged.left);
    if (comparison === 'writeAnew') renewJournal(db, options, recorder.snapshot);
    if (unchanged === null) {
      recorder.commit(() => {
        mendContacts(db, queued);
        if (options.endedAbruptly) mendContacts(db, strayed);
      });
    }
    return safetyOf(db, files, recorder, onDamage, now);
  } catch (error) {
    file.close();
    throw error;
  }
}

function safetyOf(
  db: Database,
  files: AccountFiles,
  recorder: ReturnType<typeof recorderOn>,
  onDamage: (detail: string) => void,
  now: () => number,
) {
  const fact = db
    .prepare<[], string>(`SELECT value FROM facts WHERE name = 'recoveryReport'`)
    .pluck();
  const forget = db.prepare(`DELETE FROM facts WHERE name = 'recoveryReport'`);
  return {
    /** A part of the store that tells of the damage it meets. */
    guarded: <Part extends object>(part: Part): Part => guarded(part, onDamage),
    /** A whole transaction, journalled before it returns. */
    commit: <T>(work: () => T): T => told(() => recorder.commit(work), onDamage),
    /** What became of the account at its last recovery, until it is dismissed. */
    report: (): RecoveryReport | null => reportIn(fact.get()),
    dismissReport: (): void => {
      forget.run();
    },
    /**
     * Takes a backup and checks it, and with it the database: damage that is found leads to a recovery at the next
     * opening. @throws LibretaError diskFull, readOnly, databaseBusy
     */
    async backup(signal: AbortSignal): Promise<BackupOutcome> {
      const outcome = await takeBackup(db, files, now(), signal);
      if (outcome.kind === 'damaged') onDamage(outcome.problem);
      if (outcome.kind === 'kept' && outcome.strayed > 0) {
        recorder.commit(() => mendContacts(db, strayed));
      }
      return outcome;
    },
    /** Closes the database; a clean end where nothing stands against it. Safe to call twice. */
    close(): void {
      if (!db.open) return;
      closeJournal(db, files, recorder);
      closeDatabase(db);
      removeIfThere(files.openMark);
    },
  };
}

/** A journal that lags behind is made anew; one with unreadable lines is kept aside and told. */
function renewJournal(
  db: Database,
  { files, journal, now }: SafetyOptions,
  snapshot: () => void,
): void {
  codedFiles(() => {
    const { skipped } = journal();
    if (skipped > 0) {
      const folder = asideFolder(files, now());
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      copyFileSync(files.journal, join(folder, basename(files.journal)));
      syncFolder(folder);
      noteSkipped(db, skipped, now(), basename(folder));
    }
    snapshot();
  });
}

function noteSkipped(db: Database, lines: number, at: number, setAside: string): void {
  const report: RecoveryReport = {
    at,
    problem: 'unreadable lines in the journal',
    setAside,
    backupFrom: null,
    groups: 0,
    contactsRescued: 0,
    historyRescued: 0,
    entriesRebuilt: 0,
    journalLinesSkipped: lines,
  };
  // A report of the database itself says more, and waits for the user too.
  db.prepare(
    `INSERT INTO facts (name, value) VALUES ('recoveryReport', ?) ON CONFLICT (name) DO NOTHING`,
  ).run(JSON.stringify(report));
}

function reportIn(text: string | undefined): RecoveryReport | null {
  if (text === undefined) return null;
  try {
    return recoveryReportSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
