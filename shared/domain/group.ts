/** What a group is: a named list of contacts of one type, with text columns. */
import { z } from 'zod';
import { valueOf, type ContactFields } from './contact.ts';

export const groupTypes = ['mobile', 'email'] as const;
export const groupTypeSchema = z.enum(groupTypes);
/** A group's type names its main field: the column that Afilnet keeps unique inside a group. */
export type GroupType = z.infer<typeof groupTypeSchema>;

/** The main field of a group: the column of the same name as its type. */
export function mainFieldOf(type: GroupType): string {
  return type;
}

/**
 * The type of a group that was added by its id. Afilnet answers no type, so it is read off the columns:
 * where both `mobile` and `email` stand, the first of them, since the document's samples begin with the main field.
 * Null when neither stands.
 */
export function typeFromColumns(columns: readonly string[]): GroupType | null {
  return possibleTypes(columns)[0] ?? null;
}

/**
 * The type that the contacts bear out: the main field is filled in and unique in every contact.
 * Where that leaves a doubt, the first possible type stays.
 */
export function typeFromContacts(
  columns: readonly string[],
  contacts: readonly ContactFields[],
): GroupType | null {
  const possible = possibleTypes(columns);
  const fits = possible.find((type) => {
    const values = new Set(contacts.map((fields) => valueOf(fields, type)));
    return values.size === contacts.length && !values.has('');
  });
  return fits ?? possible[0] ?? null;
}

function possibleTypes(columns: readonly string[]): GroupType[] {
  return columns.filter((column): column is GroupType =>
    groupTypes.some((type) => type === column),
  );
}
