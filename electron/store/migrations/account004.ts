/** How the user tells groups apart on this machine: a colour, and a place in the sidebar once one was moved. */
import type { Migration } from './migrate.ts';

export const account004: Migration = {
  version: 4,
  sql: `
    CREATE TABLE group_looks (
      group_id TEXT PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
      colour TEXT,
      position INTEGER
    ) STRICT, WITHOUT ROWID;
  `,
};
