/** Bulk work: what is done to a choice of contacts, what it would do, and how far it has come. */
import { z } from 'zod';
import { findSchema } from '../domain/findReplace.ts';
import { contactIdSchema, groupIdSchema } from '../domain/ids.ts';
import { fieldChangeSchema } from '../domain/intent.ts';
import { codedErrorSchema } from './errors.ts';

const column = z.string().min(1).max(10_000);
const columns = z.array(column).min(1).max(500);
const target = {
  groupId: groupIdSchema,
  /** What becomes of values whose column the target group does not have. */
  missingColumns: z.enum(['add', 'drop']),
};

export const bulkActionSchema = z.discriminatedUnion('kind', [
  /** The same value in every contact; an empty text clears it. */
  z.object({ kind: z.literal('setField'), column, value: z.string().max(10_000) }),
  z.object({ kind: z.literal('replace'), columns, find: findSchema }),
  /** Numbers in the form in which Afilnet usually keeps them, by the country of each contact's group. */
  z.object({ kind: z.literal('normalise'), columns }),
  z.object({ kind: z.literal('copy'), ...target }),
  /** Added to the target and deleted from its own group; where the target refuses, the contact stays. */
  z.object({ kind: z.literal('move'), ...target }),
  z.object({ kind: z.literal('delete') }),
]);
export type BulkAction = z.output<typeof bulkActionSchema>;
export type BulkActionRequest = z.input<typeof bulkActionSchema>;
export type BulkKind = BulkAction['kind'];

/** Why a contact is left as it is. */
export const bulkRefusalSchema = z.enum([
  'mainFieldTaken',
  'mainFieldMissing',
  'cannotCarry',
  'columnMissing',
  'numberInvalid',
  'numberAmbiguous',
  'valueTooLong',
  'sameGroup',
  'contactGone',
  'groupGone',
]);
export type BulkRefusal = z.infer<typeof bulkRefusalSchema>;

export const refusedContactSchema = z.object({
  contactId: contactIdSchema,
  title: z.string(),
  groupId: groupIdSchema,
  why: bulkRefusalSchema,
  /** The value or the column that it is about. */
  detail: z.string(),
});
export type RefusedContact = z.infer<typeof refusedContactSchema>;

const counts = {
  /** Contacts that are changed, copied, moved or deleted. */
  changed: z.number(),
  /** Contacts that already are as they shall be. */
  unchanged: z.number(),
  refused: z.number(),
  /** How many for each reason. */
  reasons: z.partialRecord(bulkRefusalSchema, z.number()),
  /** The first of those that are refused. */
  refusedContacts: z.array(refusedContactSchema),
};

export const bulkPreviewSchema = z.object({
  total: z.number(),
  ...counts,
  /** The first of those that change, old and new value by column. */
  samples: z.array(
    z.object({
      contactId: contactIdSchema,
      title: z.string(),
      changes: z.record(z.string(), fieldChangeSchema),
    }),
  ),
  /** Columns with values that the target group lacks; `addable` where its name can be one. */
  missingColumns: z.array(
    z.object({ column: z.string(), contacts: z.number(), addable: z.boolean() }),
  ),
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

export const bulkJobSchema = z.object({
  id: z.string(),
  kind: z.enum(['setField', 'replace', 'normalise', 'copy', 'move', 'delete']),
  /** `cancelled` and `failed`: what was done stays. */
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  total: z.number(),
  /** Contacts that were looked at. */
  done: z.number(),
  ...counts,
  error: codedErrorSchema.nullable(),
  /** The step that takes all of it back; null where nothing changed. */
  stepId: z.number().nullable(),
});
export type BulkJob = z.infer<typeof bulkJobSchema>;
