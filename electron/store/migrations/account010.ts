/** Steps of undo remember which contact took the place of which. */
import type { Migration } from './migrate.ts';

export const account010: Migration = {
  version: 10,
  sql: `
    CREATE TABLE undo_successions (
      step_id INTEGER NOT NULL REFERENCES undo_steps (id) ON DELETE CASCADE,
      original TEXT NOT NULL,
      successor TEXT NOT NULL,
      PRIMARY KEY (original, step_id, successor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX undo_successions_by_successor ON undo_successions (successor, step_id);
    CREATE INDEX undo_successions_by_step ON undo_successions (step_id);
  `,
};
