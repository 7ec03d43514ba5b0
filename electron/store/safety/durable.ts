/** File operations that outlive a power cut, and what the file system refuses as coded errors. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { LibretaError, type ErrorCode } from '#shared/ipc/errors.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
  EISDIR: 'readOnly',
  EBUSY: 'databaseBusy',
};

/** Runs work on files and turns the system's refusals into coded errors. */
export function codedFiles<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const system = error instanceof Error && 'code' in error ? String(error.code) : '';
    const code = codes[system];
    if (code === undefined) throw error;
    throw new LibretaError(code, { detail: error instanceof Error ? error.message : system });
  }
}

/** A rename is on the disk only when its folder is. Windows knows no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  sync(folder);
}

export function syncFile(path: string): void {
  sync(path);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Replaces a file whole or not at all. */
export function writeDurably(path: string, content: string): void {
  const temporary = `${path}.new`;
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
  syncFolder(dirname(path));
}

/** Moves a file that may not be there; true when it was. */
export function moveIfThere(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  renameSync(from, to);
  return true;
}

export function removeIfThere(path: string): void {
  rmSync(path, { force: true });
}

/** The size in bytes; 0 for a file that is not there. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
