/** Find and replace inside values. Plain text is taken as it stands; a pattern is a regular expression of JavaScript. */
import { z } from 'zod';

export const findSchema = z.object({
  find: z.string().min(1).max(500),
  with: z.string().max(2_000),
  /** `find` is a regular expression, and `$1` in `with` is its first group. */
  pattern: z.boolean(),
  matchCase: z.boolean(),
});
export type Find = z.infer<typeof findSchema>;

/** Source and flags of a regular expression, and what to put in the place of each match, `$` having its meaning. */
export interface Replacement {
  readonly source: string;
  readonly flags: string;
  readonly with: string;
}

/** What to replace with what; null for a pattern that is none. */
export function replacementOf(find: Find): Replacement | null {
  const flags = find.matchCase ? 'gu' : 'giu';
  const source = find.pattern ? find.find : literal(find.find);
  if (!isPattern(source, flags)) return null;
  return { source, flags, with: find.pattern ? find.with : find.with.replaceAll('$', '$$$$') };
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

function isPattern(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
