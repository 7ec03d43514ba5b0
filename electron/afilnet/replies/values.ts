/** The small parts that every reply is made of. Numbers have already become their source text. */
import { z } from 'zod';
import { serverIdSchema, type ServerId } from '#shared/domain/ids.ts';

export const scalarSchema = z.union([z.string(), z.boolean(), z.null()]);

/** The ways in which a server says "nothing": PHP writes an empty object as `[]`, and null as `""`. */
export const emptySchema = z.union([
  z.undefined(),
  z.null(),
  z.literal(''),
  z.tuple([]),
  z.strictObject({}),
]);

export type Row = Readonly<Record<string, z.infer<typeof scalarSchema>>>;

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const entry of Object.values(value)) {
    if (typeof entry !== 'string' && typeof entry !== 'boolean' && entry !== null) return false;
  }
  return true;
}

/**
 * A flat object: one contact, one group, one set of counts.
 * A test of our own, since a group of 100,000 contacts makes `z.record` the slowest part of a pull.
 */
export const rowSchema = z.custom<Row>(isRow);

/** The id that a text holds, or null. `0` is how servers write "none". */
export function idOf(value: string | boolean | null | undefined): ServerId | null {
  const parsed = serverIdSchema.safeParse(value);
  return parsed.success && parsed.data !== '0' ? parsed.data : null;
}

/** The entry of a row under the first of these names that it has, whatever their case. */
export function entryNamed(
  row: Row,
  names: readonly string[],
): { key: string; value: Row[string] } | null {
  let best = names.length;
  let found: string | null = null;
  for (const key of Object.keys(row)) {
    const rank = names.indexOf(key.toLowerCase());
    if (rank !== -1 && rank < best) {
      best = rank;
      found = key;
    }
  }
  return found === null ? null : { key: found, value: row[found] ?? null };
}

/** True where a success holds a failure after all: `false`, or an object that names an error. */
export function tellsFailure(result: unknown): boolean {
  if (result === false) return true;
  if (typeof result !== 'object' || result === null) return false;
  return Object.entries(result).some(
    ([key, value]) => /^errors?$/iu.test(key) && !emptySchema.safeParse(value).success,
  );
}
