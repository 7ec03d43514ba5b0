/** JSON as it was written: an id of twenty digits or a phone number must not pass through a double. */

/** What JSON holds once every number has become its own source text. */
export type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface ReviverContext {
  readonly source?: string;
}
type SourceReviver = (key: string, value: unknown, context: ReviverContext) => unknown;

// TypeScript's library does not yet know the third argument of a reviver.
const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => Json;

const numberAsText: SourceReviver = (_key, value, context) =>
  typeof value === 'number' ? (context.source ?? String(value)) : value;

/** The parsed text with numbers as their source text, or undefined where it is not JSON. */
export function parseLosslessJson(text: string): Json | undefined {
  try {
    return parseWithSource(text, numberAsText);
  } catch {
    return undefined;
  }
}
