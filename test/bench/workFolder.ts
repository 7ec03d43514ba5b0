/** A folder for the databases of one run, removed at its end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface WorkFolder {
  /** The path of a file that is not there yet. */
  newFile(): string;
  remove(): void;
}

export function createWorkFolder(): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-bench-'));
  let files = 0;
  return {
    newFile: () => join(folder, `${(files += 1)}.sqlite`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
