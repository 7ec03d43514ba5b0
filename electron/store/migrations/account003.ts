/**
 * Undo and redo. A step is one action of the user; its images are the rows that it changed, as they were before and after.
 * `undone` counts up with each undo: null for a step that stands, the highest is the first to be redone.
 */
import type { Migration } from './migrate.ts';

export const account003: Migration = {
  version: 3,
  sql: `
    CREATE TABLE undo_steps (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      what TEXT NOT NULL,
      undone INTEGER
    ) STRICT;

    CREATE TABLE undo_images (
      step_id INTEGER NOT NULL REFERENCES undo_steps (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('group', 'column', 'contact', 'entry', 'value')),
      key TEXT NOT NULL,
      group_id TEXT NOT NULL,
      contact_id TEXT,
      before TEXT,
      after TEXT,
      PRIMARY KEY (step_id, kind, group_id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX undo_images_by_contact ON undo_images (contact_id, step_id);
  `,
};
