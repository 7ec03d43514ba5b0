/** A folder for the databases of one run, removed at its end. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface WorkFolder {
  /** The path of a file that is not there yet. */
  newFile(): string;
  /** An empty folder. */
  newFolder(): string;
  remove(): void;
}

export function createWorkFolder(): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-bench-'));
  let made = 0;
  return {
    newFile: () => join(folder, `${(made += 1)}.sqlite`),
    newFolder() {
      const inner = join(folder, `${(made += 1)}`);
      mkdirSync(inner);
      return inner;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
