/** The small parts that every reply is made of. Numbers have already become their source text. */
import { z } from 'zod';
import { serverIdSchema, type ServerId } from '#shared/domain/ids.ts';

export const textSchema = z.union([z.string(), z.boolean().transform(String)]);

/** The ways in which a server says "nothing": PHP writes an empty object as `[]`, and null as `""`. */
export const emptySchema = z.union([
  z.undefined(),
  z.null(),
  z.literal(''),
  z.tuple([]),
  z.strictObject({}),
]);

/** A flat object: one contact, one group, one set of counts. */
export const rowSchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.null()]));
export type Row = z.infer<typeof rowSchema>;

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
  const keys = Object.keys(row);
  for (const name of names) {
    const key = keys.find((candidate) => candidate.toLowerCase() === name);
    const value = key === undefined ? undefined : row[key];
    if (key !== undefined && value !== undefined) return { key, value };
  }
  return null;
}

/** True where a success holds a failure after all: `false`, or an object that names an error. */
export function tellsFailure(result: unknown): boolean {
  if (result === false) return true;
  if (typeof result !== 'object' || result === null) return false;
  return Object.entries(result).some(
    ([key, value]) => /^errors?$/iu.test(key) && !emptySchema.safeParse(value).success,
  );
}
