/**
 * Keeps the journal beside the database: what a transaction changed in the outbox and the groups is written and on the
 * disk after the commit and before anything is reported as saved. The database carries the number of the last
 * transaction (`facts.journal`), so either can be seen to lag behind the other.
 */
import type { Database } from '../../database.ts';
import { numberOf } from '../opening.ts';
import { captureChanges, isUntouched } from './changeCapture.ts';
import type { JournalFile } from './journalFile.ts';
import { linesOf } from './line.ts';
import { picturesOf, type Pictures } from './picture.ts';
import type { JournalRecord } from './record.ts';

/** The journal is written anew when it has grown past this and past a multiple of what it then held. Bytes. */
const smallJournal = 256 * 1024;
const growth = 4;
/** What an entry and its contact take in it, roughly. Bytes. */
const bytesOfEntry = 700;

export type Recorder = ReturnType<typeof recorderOn>;

/** `left`: entries that the journal knows to have been sent at some time. */
export function recorderOn(db: Database, file: JournalFile, left: Iterable<string>) {
  const pictures = picturesOf(db);
  const { touched, take, add } = captureChanges(db);
  const numberFact = db.prepare(`
    INSERT INTO facts (name, value) VALUES ('journal', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  let last = numberOf(db);
  let sizeAfterSnapshot = file.size();
  /** Its size when it was last found to hold little that is over. */
  let sizeWhenAlive = 0;
  /** Committed but not yet written: the disk was full, and the next transaction tries again. */
  let overdue = '';
  const leftKnown = new Set(left);

  /** The last step inside a transaction: what it changed, as records, and its number in the database. */
  function describe(): JournalRecord[] {
    if (isUntouched(touched)) return [];
    const records: JournalRecord[] = [];
    for (const id of touched.groups) {
      records.push(pictures.group(id) ?? { kind: 'groupRemoved', id });
    }
    for (const id of touched.contacts) {
      const contact = pictures.contact(id);
      if (contact !== null) records.push(contact);
    }
    for (const id of touched.entries) {
      records.push(pictures.entry(id) ?? { kind: 'entryRemoved', id });
    }
    for (const id of touched.left) {
      if (!leftKnown.has(id) && pictures.entry(id) !== null) records.push({ kind: 'left', id });
    }
    if (records.length > 0) numberFact.run(String(last + 1));
    return records;
  }

  function write(records: readonly JournalRecord[]): void {
    if (records.length === 0) return;
    last += 1;
    for (const record of records) {
      if (record.kind === 'left') leftKnown.add(record.id);
      else if (record.kind === 'entryRemoved') leftKnown.delete(record.id);
    }
    overdue += linesOf(last, records);
    const durable = records.some(
      (record) => record.kind !== 'left' || isCreation(pictures, record.id),
    );
    try {
      file.append(overdue, durable);
      overdue = '';
      if (isWorthASnapshot()) snapshot();
    } catch {
      // The database has it; a journal that lags behind is known by its number and made anew.
    }
  }

  /**
   * While many edits are queued at once the journal only grows by what still stands: written anew it would be no
   * shorter, and main would stand still for it.
   */
  function isWorthASnapshot(): boolean {
    const size = file.size();
    if (size <= Math.max(smallJournal, growth * sizeAfterSnapshot, 2 * sizeWhenAlive)) return false;
    if (2 * bytesOfEntry * pictures.count() < size) return true;
    sizeWhenAlive = size;
    return false;
  }

  function snapshot(): void {
    const alive = new Set([...leftKnown, ...pictures.left()]);
    const entries = pictures.entries();
    const records: JournalRecord[] = [
      { kind: 'snapshot' },
      ...pictures.groups(),
      ...pictures.contacts(),
      ...entries,
      ...entries.flatMap(({ id }) => (alive.has(id) ? [{ kind: 'left', id } as const] : [])),
    ];
    file.replace(linesOf(last, records));
    overdue = '';
    sizeAfterSnapshot = file.size();
    sizeWhenAlive = 0;
  }

  /** A transaction: all of it or nothing, journalled before it returns. */
  function commit<T>(work: () => T): T {
    // Changes from outside of a transaction were committed on their own; they are written with the next one.
    const earlier = take();
    let records: JournalRecord[] = [];
    try {
      const result = db
        .transaction(() => {
          const value = work();
          add(earlier);
          records = describe();
          return value;
        })
        .immediate();
      take();
      write(records);
      return result;
    } catch (error) {
      take();
      add(earlier);
      throw error;
    }
  }

  return {
    commit,
    /** Writes the journal anew from what the database holds. */
    snapshot,
    close(): void {
      try {
        if (!isUntouched(touched) || overdue !== '') commit(() => undefined);
        if (overdue !== '') file.append(overdue, true);
      } catch {
        // As in write: the database has it.
      }
      file.close();
    },
  };
}

/** A creation cannot be read back: whether it ever left must be known even after a power cut. */
function isCreation(pictures: Pictures, id: string): boolean {
  return pictures.entry(id)?.intent.startsWith('{"kind":"createGroup"') ?? false;
}
