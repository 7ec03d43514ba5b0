/**
 * Contacts of which a person said that they are not the same one, two by two, the lower id first. The prints are what of
 * each was compared then: once one of them changes, the word no longer holds.
 */
import type { Migration } from './migrate.ts';

export const account005: Migration = {
  version: 5,
  sql: `
    CREATE TABLE duplicates_dismissed (
      one TEXT NOT NULL,
      other TEXT NOT NULL,
      print_one TEXT NOT NULL,
      print_other TEXT NOT NULL,
      PRIMARY KEY (one, other),
      CHECK (one < other)
    ) STRICT, WITHOUT ROWID;
  `,
};
