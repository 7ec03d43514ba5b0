/** `getgroupcolumns`: names as texts or as objects that hold one (open point 2). */
import { z } from 'zod';
import { typeFromColumns } from '#shared/domain/group.ts';
import { entryNamed, rowSchema } from './values.ts';

const columnNames = ['name', 'field', 'column'];

const columnSchema = z.union([
  z.string(),
  rowSchema.transform((row, context): string => {
    const name = entryNamed(row, columnNames)?.value;
    if (typeof name === 'string') return name;
    context.addIssue('no name of a column');
    return z.NEVER;
  }),
]);

const namesSchema = z.array(columnSchema);

const listSchema = z.union([
  namesSchema,
  // The list as the one element of an array.
  z.tuple([namesSchema]).transform(([names]) => names),
  // By position, in the way PHP writes a list with a gap, or each under its own name.
  z.record(z.string(), columnSchema).transform((row, context): string[] => {
    const told = Object.entries(row).every(([key, name]) => /^\d+$/u.test(key) || key === name);
    if (told) return Object.values(row);
    context.addIssue('either the keys or the values are the columns');
    return z.NEVER;
  }),
  // As `creategroup` takes them.
  z.string().transform((text) => text.split(',').map((name) => name.trim())),
]);

/** A group cannot be without its main field, so a list without one is some other list. */
export const columnsSchema: z.ZodType<string[]> = listSchema
  .refine((columns) => columns.every((column) => column.trim() !== ''))
  .transform((columns) => [...new Set(columns)])
  .refine((columns) => typeFromColumns(columns) !== null);
