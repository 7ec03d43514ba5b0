/** The columns of a list: a contact's own values, and what the list adds to them. */
import { z } from 'zod';

const name = z.string().max(10_000);

/** A column that holds a value of the contact. `main` is the main field, whatever it is called in the contact's group. */
export const valueColumnSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('main') }),
  z.object({ kind: z.literal('field'), name }),
]);
export type ValueColumn = z.infer<typeof valueColumnSchema>;

export const listColumnSchema = z.discriminatedUnion('kind', [
  ...valueColumnSchema.options,
  /** Where the contact stands between here and Afilnet. */
  z.object({ kind: z.literal('sync') }),
  /** The label of the contact's group. */
  z.object({ kind: z.literal('group') }),
]);
export type ListColumn = z.infer<typeof listColumnSchema>;

/** One text for each column; a field may be called `main`. */
export function columnKey(column: ListColumn): string {
  return column.kind === 'field' ? `field:${column.name}` : column.kind;
}

export function isSameColumn(left: ListColumn, right: ListColumn): boolean {
  return columnKey(left) === columnKey(right);
}
