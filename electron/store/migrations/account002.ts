/**
 * How lists are looked at. `scope` is the id of a group, or `all` for the list of every group; what belongs to a group
 * goes with it. Layouts and looks are JSON (shared/domain/listLayout.ts, shared/ipc/listView.ts).
 */
import type { Migration } from './migrate.ts';

export const account002: Migration = {
  version: 2,
  sql: `
    CREATE TABLE list_layouts (
      scope TEXT PRIMARY KEY,
      layout TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE list_views (
      id TEXT PRIMARY KEY,
      scope TEXT NOT NULL,
      name TEXT NOT NULL,
      look TEXT NOT NULL,
      UNIQUE (scope, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER list_views_group_removed AFTER DELETE ON groups BEGIN
      DELETE FROM list_layouts WHERE scope = old.id;
      DELETE FROM list_views WHERE scope = old.id;
    END;
  `,
};
