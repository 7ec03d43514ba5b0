/** The registry: which accounts exist on this machine, and the settings. No secret is ever in it. */
import type { Migration } from './migrate.ts';

export const registry001: Migration = {
  version: 1,
  sql: `
    CREATE TABLE accounts (
      id TEXT PRIMARY KEY,
      user TEXT NOT NULL,
      server TEXT NOT NULL,
      transport TEXT NOT NULL CHECK (transport IN ('post', 'basicPost', 'basicGet', 'get')),
      practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
      created_at INTEGER NOT NULL,
      UNIQUE (user, server)
    ) STRICT;
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
