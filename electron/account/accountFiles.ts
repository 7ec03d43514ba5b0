/** Where each account's data lies on this machine, and reading that of one which may not be open. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { openAccount } from '../store/safety/openAccount.ts';
import type { AccountSession } from './accountSession.ts';

export interface AccountFilesOptions {
  readonly dataFolder: string;
  readonly now: () => number;
  readonly newId: () => string;
  /** Those whose files are open: they must not be opened a second time. */
  readonly inUse: () => readonly (AccountSession | null)[];
}

export class AccountFiles {
  readonly #options: AccountFilesOptions;

  constructor(options: AccountFilesOptions) {
    this.#options = options;
  }

  /** The database of an account; makes its folder. */
  path(id: AccountId): string {
    mkdirSync(this.#folder(id), { recursive: true, mode: 0o700 });
    return join(this.#folder(id), 'mirror.db');
  }

  /** Reads an account's data: an open one's as it is, another one's by opening its file for a moment. */
  withStore<T>(id: AccountId, read: (store: AccountStore) => T): T {
    const { now, newId, inUse } = this.#options;
    for (const session of inUse()) if (session?.account.id === id) return read(session.store);
    const store = openAccount({ path: this.path(id), now, newId, onChange: () => undefined });
    try {
      return read(store);
    } finally {
      store.close();
    }
  }

  /** Everything of an account, for good. */
  remove(id: AccountId): void {
    rmSync(this.#folder(id), { recursive: true, force: true });
  }

  #folder(id: AccountId): string {
    return join(this.#options.dataFolder, 'accounts', id);
  }
}
