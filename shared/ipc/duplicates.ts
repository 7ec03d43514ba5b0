/** Contacts that look like one and the same, and what is done about them. */
import { z } from 'zod';
import { contactFieldsSchema } from '../domain/contact.ts';
import { contactIdSchema } from '../domain/ids.ts';
import { carrySchema } from '../domain/intent.ts';
import { scopeSchema } from './list.ts';
import { contactRowSchema } from './views.ts';

/** The same number in whatever spelling, the same address in whatever case, or very similar names. */
export const duplicateReasonSchema = z.enum(['number', 'email', 'name']);
export type DuplicateReason = z.infer<typeof duplicateReasonSchema>;

export const duplicateSetSchema = z.object({
  /** Names the set as long as it holds these contacts. */
  key: z.string(),
  reason: duplicateReasonSchema,
  /** The number or the address that they share; empty for similar names. */
  shared: z.string(),
  contacts: z.array(contactRowSchema),
  /** Contacts that share it too and are not shown. */
  more: z.number(),
});
export type DuplicateSet = z.infer<typeof duplicateSetSchema>;

export const duplicatesRequestSchema = z.object({ scope: scopeSchema });

export const duplicatesFoundSchema = z.object({
  /** Contacts that were compared. */
  compared: z.number(),
  /** How many sets there are for each reason; `sets` holds the first of them. */
  counts: z.record(duplicateReasonSchema, z.number()),
  sets: z.array(duplicateSetSchema),
});
export type DuplicatesFound = z.infer<typeof duplicatesFoundSchema>;

const several = z.array(contactIdSchema).min(2).max(10);

export const dismissRequestSchema = z.object({ contactIds: several });

/** `fields`: the values of the one that is kept, by column; only columns of its group. */
export const mergeRequestSchema = z.object({
  keep: contactIdSchema,
  remove: z.array(contactIdSchema).min(1).max(9),
  fields: contactFieldsSchema,
  carry: carrySchema,
});
export type MergeRequest = z.output<typeof mergeRequestSchema>;
