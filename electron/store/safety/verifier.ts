/** The check of a whole file in a thread of its own, so that a large one stops nothing. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { checkQueries, problemIn, problemOf } from './soundness.ts';

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

/**
 * The first problem of a file that nobody writes, or null for a sound one.
 * Where no thread can be had the check is made here.
 */
export async function problemInBackground(path: string): Promise<string | null> {
  const said = await askedInThread(path);
  if (said === null) return problemOf(path);
  return said.answers === undefined ? (said.code ?? 'unknown') : problemIn(said.answers);
}

async function askedInThread(path: string): Promise<Said | null> {
  try {
    const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
    const workerData = { sqlite, path, queries: checkQueries(true) };
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
