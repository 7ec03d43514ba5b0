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

const listSchema = z.union([
  z.array(columnSchema),
  // PHP writes a list with a gap in it as an object with the positions for keys.
  z.record(z.string().regex(/^\d+$/u), columnSchema).transform((row) => Object.values(row)),
  // As `creategroup` takes them.
  z.string().transform((text) => text.split(',').map((name) => name.trim())),
]);

/** A group cannot be without its main field, so a list without one is some other list. */
export const columnsSchema: z.ZodType<string[]> = listSchema
  .refine((columns) => columns.every((column) => column.trim() !== ''))
  .transform((columns) => [...new Set(columns)])
  .refine((columns) => typeFromColumns(columns) !== null);
