import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failureText } from './failureText.ts';

/** A file for whoever has to find out later. It holds no secrets and does not grow without end. */
export interface FailureLog {
  readonly file: string;
  /** `where`: the part of the app, in a word or two. Never throws. */
  write(where: string, failure: unknown): void;
}

const largest = 1_000_000;

export function failureLog(file: string, now: () => number): FailureLog {
  return {
    file,
    write(where, failure) {
      const entry = `${new Date(now()).toISOString()} ${where}: ${failureText(failure)}\n`;
      try {
        mkdirSync(dirname(file), { recursive: true });
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
        if (size > largest) renameSync(file, `${file}.old`);
        // At once and in order: the process may be about to end.
        appendFileSync(file, entry);
      } catch {
        process.stderr.write(entry);
      }
    },
  };
}
