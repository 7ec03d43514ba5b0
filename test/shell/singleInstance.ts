import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a second instance tells the first one. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * One instance per user-data folder. The lock is an open transaction on a small SQLite file, because
 * the system gives such a lock back however the process ends. A second instance leaves a file in the
 * mailbox before it exits; the first one watches that folder.
 */
export class SingleInstance {
  readonly #folder: string;
  #lock: DatabaseSync | undefined;
  #stop: (() => void) | undefined;

  constructor(userData: string) {
    this.#folder = join(userData, 'stand-in', 'instance');
  }

  get held(): boolean {
    return this.#lock !== undefined;
  }

  /** Takes the lock, or hands the message over to the instance that has it. */
  request(message: SecondInstance, onSecond: (message: SecondInstance) => void): boolean {
    if (this.held) return true;
    const mailbox = join(this.#folder, 'mailbox');
    mkdirSync(mailbox, { recursive: true });
    const lock = new DatabaseSync(join(this.#folder, 'lock.sqlite'));
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch {
      lock.close();
      const name = join(mailbox, String(process.pid));
      writeFileSync(`${name}.part`, JSON.stringify(message));
      renameSync(`${name}.part`, `${name}.json`);
      return false;
    }
    this.#lock = lock;
    for (const stale of readdirSync(mailbox)) rmSync(join(mailbox, stale));
    const watcher = watch(mailbox, () => this.#empty(mailbox, onSecond));
    watcher.unref();
    this.#stop = () => watcher.close();
    return true;
  }

  release(): void {
    this.#stop?.();
    this.#lock?.close();
    this.#lock = undefined;
  }

  #empty(mailbox: string, onSecond: (message: SecondInstance) => void): void {
    for (const name of readdirSync(mailbox).filter((entry) => entry.endsWith('.json'))) {
      const file = join(mailbox, name);
      const message = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
      rmSync(file);
      onSecond(message);
    }
  }
}
