/**
 * One account's mirror and outbox, in one file so that one transaction covers both.
 * `contacts.base` is what the server last confirmed, `contacts.fields` what the user sees;
 * the difference is exactly the queued edits. Both are JSON objects with sorted keys and no empty values.
 */
import type { Migration } from './migrate.ts';

export const account001: Migration = {
  version: 1,
  sql: `
    CREATE TABLE groups (
      id TEXT PRIMARY KEY,
      server_id TEXT UNIQUE,
      label TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('mobile', 'email')),
      country TEXT,
      state TEXT NOT NULL CHECK (state IN ('saved', 'creating', 'deleting')),
      pulled_at INTEGER,
      pull_error TEXT,
      held TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE group_columns (
      group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('saved', 'adding', 'deleting')),
      PRIMARY KEY (group_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE contacts (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      group_id TEXT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
      server_id TEXT,
      base TEXT,
      fields TEXT NOT NULL,
      main_key TEXT NOT NULL,
      haystack TEXT NOT NULL,
      tombstone INTEGER NOT NULL DEFAULT 0 CHECK (tombstone IN (0, 1)),
      UNIQUE (group_id, server_id)
    ) STRICT;
    CREATE INDEX contacts_listed ON contacts (group_id, tombstone, row);
    CREATE INDEX contacts_by_main_key ON contacts (group_id, main_key);

    CREATE VIRTUAL TABLE contact_search USING fts5 (
      haystack, content = 'contacts', content_rowid = 'row', tokenize = 'trigram'
    );
    CREATE TRIGGER contacts_search_insert AFTER INSERT ON contacts BEGIN
      INSERT INTO contact_search (rowid, haystack) VALUES (new.row, new.haystack);
    END;
    CREATE TRIGGER contacts_search_delete AFTER DELETE ON contacts BEGIN
      INSERT INTO contact_search (contact_search, rowid, haystack) VALUES ('delete', old.row, old.haystack);
    END;
    CREATE TRIGGER contacts_search_update AFTER UPDATE OF haystack ON contacts
    WHEN old.haystack <> new.haystack BEGIN
      INSERT INTO contact_search (contact_search, rowid, haystack) VALUES ('delete', old.row, old.haystack);
      INSERT INTO contact_search (rowid, haystack) VALUES (new.row, new.haystack);
    END;

    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      group_id TEXT NOT NULL REFERENCES groups (id),
      contact_id TEXT REFERENCES contacts (id),
      intent TEXT NOT NULL,
      phase TEXT NOT NULL CHECK (phase IN ('waiting', 'sending', 'unknown', 'sent', 'needsYou')),
      question TEXT,
      step INTEGER NOT NULL DEFAULT 0,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_try_at INTEGER NOT NULL DEFAULT 0,
      failure TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_by_contact ON outbox (contact_id, seq);
    CREATE INDEX outbox_by_group ON outbox (group_id, seq, phase);
    CREATE INDEX outbox_by_phase ON outbox (phase, seq);

    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      group_id TEXT NOT NULL,
      contact_id TEXT,
      intent TEXT,
      outcome TEXT NOT NULL,
      code TEXT,
      changes TEXT
    ) STRICT;
    CREATE INDEX history_by_contact ON history (contact_id, id);
    CREATE INDEX history_by_group ON history (group_id, contact_id, id);

    CREATE TABLE facts (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
