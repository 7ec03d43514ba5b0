/** Blocks of cells, as spreadsheets pass them: copied out of the list, pasted over it. */
import { z } from 'zod';
import { contactIdSchema } from '../domain/ids.ts';
import { fieldChangeSchema } from '../domain/intent.ts';
import { listColumnSchema, valueColumnSchema } from '../domain/listColumn.ts';
import { errorCodeSchema } from './errors.ts';
import { listLanguageSchema, sortSchema } from './list.ts';
import { selectionSchema } from './selection.ts';

/** Rows of one block at the most. */
export const mostPasted = 5_000;

export const copyBlockSchema = z.object({
  selection: selectionSchema,
  columns: z.array(listColumnSchema).min(1).max(500),
  /** The order of the list. */
  sort: sortSchema.nullable(),
  language: listLanguageSchema,
});

export const blockSchema = z
  .object({
    contactIds: z.array(contactIdSchema).min(1).max(mostPasted),
    columns: z.array(valueColumnSchema).min(1).max(500),
    /** A row for each contact, a value for each column. */
    values: z.array(z.array(z.string().max(10_000)).max(500)),
  })
  .refine(({ contactIds, columns, values }) => {
    const isWhole = values.every((row) => row.length === columns.length);
    return isWhole && values.length === contactIds.length;
  });
export type Block = z.output<typeof blockSchema>;

export const pastedRowSchema = z.object({
  contactId: contactIdSchema,
  title: z.string(),
  changes: z.record(z.string(), fieldChangeSchema),
  /** Why the contact would stay as it is; null when it would be changed. */
  refused: errorCodeSchema.nullable(),
});
export type PastedRow = z.infer<typeof pastedRowSchema>;

export const pasteOutcomeSchema = z.object({
  /** Contacts. */
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  /** Values in all of those that change. */
  cells: z.number(),
  /** The first of those that change or are refused; those that are refused come first. */
  rows: z.array(pastedRowSchema),
  /** The step of undo; null for a preview, and where nothing changed. */
  stepId: z.number().nullable(),
});
export type PasteOutcome = z.infer<typeof pasteOutcomeSchema>;
