/**
 * A copy of a damaged database with the pages of a new one's schema in place of its own. Where the header or the schema
 * is what was damaged, the rows themselves are still there: every database of ours begins with the same pages.
 */
import Sqlite from 'better-sqlite3';
import { closeSync, copyFileSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { openDatabase } from '../../database.ts';
import { accountMigrations } from '../../migrations/account.ts';
import type { AccountFiles } from '../accountFiles.ts';
import { removeIfThere, sizeOf } from '../durable.ts';

const pageSize = 4096;

/** Answers the path of the copy; the caller removes it with `removeTransplant`. */
export function transplant(files: AccountFiles): string {
  const pristine = `${files.building}.schema`;
  const copy = transplantPath(files);
  removeTransplant(files);
  removeWithLog(pristine);
  try {
    openDatabase(pristine, accountMigrations).close();
    copyFileSync(files.database, copy);
    if (sizeOf(files.wal) > 0) copyFileSync(files.wal, `${copy}-wal`);
    const pages = schemaPages(pristine);
    overwrite(copy, readFileSync(pristine), pages);
    return copy;
  } finally {
    removeWithLog(pristine);
  }
}

export function removeTransplant(files: AccountFiles): void {
  removeWithLog(transplantPath(files));
}

function transplantPath({ building }: AccountFiles): string {
  return `${building}.rescue`;
}

function schemaPages(path: string): number[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    return db
      .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'`)
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

function overwrite(path: string, source: Buffer, numbers: readonly number[]): void {
  const pages = Math.max(Math.ceil(sizeOf(path) / pageSize), ...numbers);
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file, pages * pageSize);
    for (const number of numbers) {
      const at = (number - 1) * pageSize;
      writeSync(file, source, at, pageSize, at);
    }
    // The header's count of pages holds only where two counters agree; then the size of the file counts.
    const header = Buffer.alloc(4);
    header.writeUInt32BE(pages);
    writeSync(file, header, 0, 4, 28);
    writeSync(file, Buffer.alloc(4), 0, 4, 92);
    writeSync(file, Buffer.alloc(8), 0, 8, 32);
  } finally {
    closeSync(file);
  }
}

function removeWithLog(path: string): void {
  for (const end of ['', '-wal', '-shm']) removeIfThere(`${path}${end}`);
}
