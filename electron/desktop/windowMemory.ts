import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rememberedWindowSchema, type RememberedWindow } from './windowBounds.ts';

/** Where the window was when it was last closed, in a small file of the data folder. */
export interface WindowMemory {
  /** Null when there is none, or when it cannot be read. */
  read(): RememberedWindow | null;
  /** A failure is swallowed: closing a window must not fail for want of a position. */
  write(remembered: RememberedWindow): void;
}

export function windowMemory(dataFolder: string): WindowMemory {
  const file = join(dataFolder, 'window.json');
  return {
    read() {
      try {
        return rememberedWindowSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return null;
      }
    },
    write(remembered) {
      try {
        writeFileSync(`${file}.new`, JSON.stringify(remembered));
        renameSync(`${file}.new`, file);
      } catch {
        return;
      }
    },
  };
}
