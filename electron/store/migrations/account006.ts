/** Deletions that wait for another contact to arrive are found by that contact. */
import type { Migration } from './migrate.ts';

export const account006: Migration = {
  version: 6,
  sql: `
    CREATE INDEX outbox_after ON outbox (json_extract(intent, '$.after'))
      WHERE json_extract(intent, '$.after') IS NOT NULL;
  `,
};
