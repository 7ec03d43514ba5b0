/** Which accounts may have a password in the system's keychain, and whether it is still wanted there. */
import type { Migration } from './migrate.ts';

export const registry002: Migration = {
  version: 2,
  sql: `
    CREATE TABLE keychain_entries (
      account_id TEXT PRIMARY KEY,
      wanted INTEGER NOT NULL CHECK (wanted IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO keychain_entries SELECT id, 1 FROM accounts WHERE practice = 0;
  `,
};
