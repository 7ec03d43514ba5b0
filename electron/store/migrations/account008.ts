/** Steps of undo remember which contacts were told apart, too. */
import type { Migration } from './migrate.ts';

export const account008: Migration = {
  version: 8,
  sql: `
    CREATE TABLE undo_images_wider (
      step_id INTEGER NOT NULL REFERENCES undo_steps (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('group', 'look', 'column', 'contact', 'entry', 'value', 'apart')),
      key TEXT NOT NULL,
      group_id TEXT NOT NULL,
      contact_id TEXT,
      before TEXT,
      after TEXT,
      PRIMARY KEY (step_id, kind, group_id, key)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO undo_images_wider SELECT step_id, kind, key, group_id, contact_id, before, after FROM undo_images;
    DROP TABLE undo_images;
    ALTER TABLE undo_images_wider RENAME TO undo_images;
    CREATE INDEX undo_images_by_contact ON undo_images (contact_id, step_id);
  `,
};
