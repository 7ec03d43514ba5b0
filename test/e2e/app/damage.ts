/** A database file as a failing disk leaves it. */
import { closeSync, globSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Writes nonsense over the second half of the account's database, and over its header. */
export function damage(dataFolder: string): void {
  const [path, ...others] = globSync(join(dataFolder, 'accounts', '*', 'mirror.db'));
  if (path === undefined || others.length > 0) throw new Error('Not one database.');
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, 0);
  const half = Math.floor(size / 2);
  writeSync(file, Buffer.alloc(size - half, 0xa5), 0, size - half, half);
  closeSync(file);
}
