/** The check of a whole file in a thread of its own, so that a large one stops nothing. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { strayed as strayedContacts } from './mend.ts';
import { checkQueries, isDamage, problemIn, reading } from './soundness.ts';

/** The thread only asks; what the answers mean is decided here. */
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Sqlite = require(workerData.sqlite);
  const db = new Sqlite(workerData.path, { readonly: true, fileMustExist: true });
  try {
    parentPort.postMessage({ answers: workerData.queries.map((query) => db.prepare(query).all()) });
  } catch (error) {
    parentPort.postMessage({ code: String(error.code) });
  } finally {
    db.close();
  }
`;

interface Said {
  readonly answers?: readonly (readonly unknown[])[];
  readonly code?: string;
}

export interface Checked {
  /** The first problem, or null for a sound file. */
  readonly problem: string | null;
  /** Contacts whose seen values are not what the server confirmed, without an edit that says why. */
  readonly strayed: number;
}

/** Checks a file that nobody writes. Where no thread can be had the check is made here. */
export async function checkedInBackground(path: string): Promise<Checked> {
  const queries = [...checkQueries(true), countStrayed];
  const said = (await askedInThread(path, queries)) ?? askedHere(path, queries);
  if (said.answers === undefined) return { problem: said.code ?? 'unknown', strayed: 0 };
  const [row] = said.answers.at(-1) ?? [];
  const { strayed } = (row ?? { strayed: 0 }) as { strayed: number };
  return { problem: problemIn(said.answers), strayed };
}

const countStrayed = `SELECT count(*) AS strayed FROM contacts WHERE ${strayedContacts}`;

function askedHere(path: string, queries: readonly string[]): Said {
  try {
    return { answers: reading(path, (db) => queries.map((query) => db.prepare(query).all())) };
  } catch (error) {
    if (isDamage(error)) return { code: error.code };
    throw error;
  }
}

async function askedInThread(path: string, queries: readonly string[]): Promise<Said | null> {
  try {
    const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
    const workerData = { sqlite, path, queries };
    const worker = new Worker(source, { eval: true, workerData });
    worker.unref();
    const ended = once(worker, 'exit');
    const [said] = (await Promise.race([once(worker, 'message'), ended.then(() => [null])])) as [
      Said | null,
    ];
    await worker.terminate();
    return said;
  } catch {
    return null;
  }
}
