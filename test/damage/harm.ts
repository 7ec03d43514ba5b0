/** Damage to a file: bytes that flip, sectors that come back empty or as something else, ends that are missing. */
import Sqlite from 'better-sqlite3';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { accountFiles, type AccountFiles } from '../../electron/store/safety/accountFiles.ts';
import { backupsOf } from '../../electron/store/safety/backup.ts';
import type { Random } from '../sync/simulation/random.ts';

const page = 4096;

export type Target =
  'database' | 'wal' | 'shm' | 'journal' | 'seal' | 'backup' | 'databaseAndBackup';

/** Harms one of the files that are there (in a share of the runs a backup beside the database); answers what was done. */
export function harm(database: string, random: Random): { target: Target; what: string } {
  const files = accountFiles(database);
  const wal = existsSync(files.wal) && statSync(files.wal).size > 0;
  const backups = backupsOf(files);
  const targets: Target[] = ['database', 'database', 'database', 'journal'];
  if (wal) targets.push('wal', 'wal', 'wal');
  if (existsSync(files.shm)) targets.push('shm');
  if (existsSync(files.seal)) targets.push('seal');
  if (backups.length > 0) targets.push('backup', 'databaseAndBackup');
  const target = random.pick(targets);
  const newest = backups[0]?.path ?? '';
  switch (target) {
    case 'database':
      return { target, what: harmDatabase(files, random) };
    case 'wal':
      return { target, what: harmAnywhere(files.wal, random) };
    case 'shm':
      return { target, what: harmAnywhere(files.shm, random) };
    case 'journal':
      return { target, what: harmAnywhere(files.journal, random) };
    case 'seal':
      return { target, what: harmAnywhere(files.seal, random) };
    case 'backup':
      return { target, what: harmAnywhere(newest, random) };
    case 'databaseAndBackup':
      return {
        target,
        what: `${harmDatabase(files, random)}; backup: ${harmAnywhere(newest, random)}`,
      };
  }
}

/** Nothing is left of the database but its first page: what is unsent stands in the journal alone. */
export function wipe(database: string): void {
  const { size } = statSync(database);
  const file = openSync(database, 'r+');
  if (size > page) writeSync(file, Buffer.alloc(size - page), 0, size - page, page);
  closeSync(file);
}

function harmDatabase(files: AccountFiles, random: Random): string {
  const { database } = files;
  switch (random.below(6)) {
    case 0:
      return `header: ${flip(database, random, 0, 100)}`;
    case 1:
      return `first page: ${flip(database, random, 0, page)}`;
    case 2: {
      const [name, numbers] = random.pick(structures(database));
      const number = random.pick(numbers);
      const at = (number - 1) * page;
      const what = random.chance(0.5)
        ? flip(database, random, at, at + page)
        : overwrite(database, random, at, page);
      return `a page of ${name}: ${what}`;
    }
    case 3:
      return alterLetter(database, random);
    default:
      return harmAnywhere(database, random);
  }
}

/** Another letter in a value that stands in some row: the page stays well formed, and SQLite sees nothing. */
function alterLetter(path: string, random: Random): string {
  const text = readFileSync(path, 'latin1');
  const places = [...text.matchAll(/:"(?:t|Etiqueta t|346)\d+"/gu)].map(({ index }) => index);
  if (places.length === 0) return flip(path, random, 0, text.length);
  const at = random.pick(places) + 2;
  const file = openSync(path, 'r+');
  writeSync(file, random.pick(['u', '9', 'ñ', '"']), at);
  closeSync(file);
  return `a letter at ${at}`;
}

/** The pages of each table and index, as the file says itself before it is harmed. */
function structures(database: string): [name: string, pages: number[]][] {
  // A look at a copy of the state without the write-ahead log would miss pages; those of the file itself are enough.
  const db = new Sqlite(database, { readonly: true });
  try {
    const rows = db.prepare('SELECT name, pageno FROM dbstat').all() as {
      name: string;
      pageno: number;
    }[];
    const there = rows.filter(({ pageno }) => pageno * page <= statSync(database).size);
    const byName = Map.groupBy(there, ({ name }) => name);
    if (byName.size === 0) return [['the schema', [1]]];
    return [...byName].map(([name, found]) => [name, found.map(({ pageno }) => pageno)]);
  } finally {
    db.close();
  }
}

function harmAnywhere(path: string, random: Random): string {
  const { size } = statSync(path);
  if (size === 0) return 'nothing there';
  switch (random.below(6)) {
    case 0: {
      const rest = random.chance(0.2) ? 0 : random.below(size);
      truncateSync(path, rest);
      return `cut from ${size} to ${rest}`;
    }
    case 1: {
      const rest = Math.floor(random.below(size) / page) * page;
      truncateSync(path, rest);
      return `cut from ${size} to ${rest}, a whole page`;
    }
    case 2: {
      const length = Math.min(size, random.pick([512, page, 4 * page]));
      const at = Math.floor(random.below(size) / 512) * 512;
      return overwrite(path, random, at, Math.min(length, size - at));
    }
    case 3:
      if (random.chance(0.15)) {
        rmSync(path);
        return 'removed';
      }
      return flip(path, random, 0, size);
    default:
      return flip(path, random, 0, size);
  }
}

function flip(path: string, random: Random, from: number, to: number): string {
  const end = Math.min(to, statSync(path).size);
  const count = 1 + random.below(random.chance(0.5) ? 1 : 24);
  const places: number[] = [];
  const file = openSync(path, 'r+');
  for (let index = 0; index < count && end > from; index += 1) {
    const at = from + random.below(end - from);
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, at);
    byte[0] = random.chance(0.5) ? byte[0]! ^ (1 << random.below(8)) : random.below(256);
    writeSync(file, byte, 0, 1, at);
    places.push(at);
  }
  closeSync(file);
  return `bytes at ${places.join(' ')}`;
}

function overwrite(path: string, random: Random, at: number, length: number): string {
  const bytes = Buffer.alloc(length);
  const empty = random.chance(0.5);
  if (!empty) for (let index = 0; index < length; index += 1) bytes[index] = random.below(256);
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, length, at);
  closeSync(file);
  return `${length} ${empty ? 'empty' : 'random'} bytes at ${at}`;
}

/** How often files of an account were set aside. */
export function setAsideCount(folder: string): number {
  return readdirSync(folder).filter((name) => name.startsWith('damaged-')).length;
}

/** The names of everything in a folder, for a failure's report. */
export function listed(folder: string): string[] {
  return readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).size}`);
}
