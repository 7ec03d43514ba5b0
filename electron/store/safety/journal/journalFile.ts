/** The journal's file: lines are added at its end, or it is replaced whole. */
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { writeDurably } from '../durable.ts';

export interface JournalFile {
  readonly size: () => number;
  /** The file's text; bytes that are no UTF-8 fail the checksum of their line. */
  readonly read: () => string;
  /** Adds text; on the disk when it returns if `durable`. A failed write leaves the file as it was, if it can. */
  readonly append: (text: string, durable: boolean) => void;
  /** Another text in its place, whole or not at all. */
  readonly replace: (text: string) => void;
  readonly close: () => void;
}

/** Opens the file, or makes an empty one. */
export function openJournalFile(path: string): JournalFile {
  let file: number | null = open(path);
  let size = fstatSync(file).size;

  function handle(): number {
    file ??= open(path);
    return file;
  }

  function close(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  return {
    size: () => size,
    read: () => readFileSync(path, 'utf8'),
    append(text, durable) {
      const bytes = Buffer.from(text);
      try {
        let written = 0;
        while (written < bytes.length) {
          written += writeSync(handle(), bytes, written, bytes.length - written, size + written);
        }
        if (durable) fdatasyncSync(handle());
      } catch (error) {
        cutBack(handle(), size);
        throw error;
      }
      size += bytes.length;
    },
    replace(text) {
      // A file that is open cannot be replaced everywhere.
      close();
      writeDurably(path, text);
      size = fstatSync(handle()).size;
    },
    close,
  };
}

function open(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
}

function cutBack(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    // Half a line stays: the next write covers it, and its checksum tells until then.
  }
}
