/** An account in a folder of its own, opened the way the application does, and the ways in which its process may end. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { accountFiles, type AccountFiles } from '../../../electron/store/safety/accountFiles.ts';
import { openAccount } from '../../../electron/store/safety/openAccount.ts';
import {
  readJournal,
  type JournalState,
} from '../../../electron/store/safety/journal/journalState.ts';
import { countingIds } from '../store/testStore.ts';

export const start = 1_700_000_000_000;
const newId = countingIds();

export interface TestAccount {
  readonly folder: string;
  readonly path: string;
  readonly files: AccountFiles;
  readonly open: () => AccountStore;
  /** The files as a crash would leave them now, as another account. */
  readonly crashed: () => TestAccount;
  readonly journal: () => JournalState;
  readonly journalText: () => string;
}

export function testAccount(folder = temporary()): TestAccount {
  const path = join(folder, 'mirror.db');
  const files = accountFiles(path);
  let now = start;
  return {
    folder,
    path,
    files,
    open() {
      const store = openAccount({
        path,
        now: () => (now += 1_000),
        newId,
        onChange: () => undefined,
      });
      onTestFinished(() => store.close());
      return store;
    },
    crashed() {
      const copy = join(temporary(), 'copy');
      cpSync(folder, copy, { recursive: true });
      return testAccount(copy);
    },
    journal: () => readJournal(readFileSync(files.journal, 'utf8')),
    journalText: () => readFileSync(files.journal, 'utf8'),
  };
}

export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-safety-'));
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
