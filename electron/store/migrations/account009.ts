/**
 * Every dash joins the digits of a number in the searched text, not the ASCII hyphen alone. Only contacts in which another
 * dash follows a digit can have changed: a file is read through once, and hardly any row of it is written.
 */
import { haystackOf } from '#shared/domain/searchText.ts';
import { fieldsIn } from '../safety/mend.ts';
import type { Migration } from './migrate.ts';

/** Other dashes than the hyphen, and what stood between digits before. */
const dashAfterDigit = /\d[+()\s./\p{Pd}]*[^\P{Pd}-]/u;

export const account009: Migration = {
  version: 9,
  functions: {
    dash_after_digit: (text) => (dashAfterDigit.test(text) ? 1 : 0),
    // Without fields that can be read the row stays as it is; damage is mended elsewhere.
    haystack_of: (text) => {
      const fields = fieldsIn(text);
      return fields === null ? null : haystackOf(fields);
    },
  },
  // Most searched texts are ASCII alone, being folded: those are told apart without a call.
  sql: `
    UPDATE contacts SET haystack = haystack_of(fields)
    WHERE octet_length(haystack) > length(haystack) AND dash_after_digit(haystack)
      AND haystack <> haystack_of(fields);
  `,
};
