/** What a group is: a named list of contacts of one type, with text columns. */
import { z } from 'zod';

export const groupTypes = ['mobile', 'email'] as const;
export const groupTypeSchema = z.enum(groupTypes);
/** A group's type names its main field: the column that Afilnet keeps unique inside a group. */
export type GroupType = z.infer<typeof groupTypeSchema>;

/** The main field of a group: the column of the same name as its type. */
export function mainFieldOf(type: GroupType): string {
  return type;
}

/**
 * The type of a group that was added by its id. Afilnet answers no type, so it is read
 * off the columns: `mobile` wins where both stand, since either may be the main field.
 */
export function typeFromColumns(columns: readonly string[]): GroupType | null {
  const lower = columns.map((column) => column.toLowerCase());
  if (lower.includes('mobile')) return 'mobile';
  return lower.includes('email') ? 'email' : null;
}
