/**
 * The states of an outbox entry. Every failure has a class and the class decides (rule 6);
 * what a program must not decide becomes a question to the user.
 */
import { z } from 'zod';
import { contactFieldsSchema } from './contact.ts';

/** A field that both sides changed: what it was, what the user wrote, what stands on the server. */
export const fieldConflictSchema = z.object({
  column: z.string(),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
});
export type FieldConflict = z.infer<typeof fieldConflictSchema>;

export const obstacleSchema = z.object({
  column: z.string(),
  obstacle: z.enum(['comma', 'colon', 'lineBreak']),
});

/** What only the user can settle. `code` and `raw` are the server's own words. */
export const questionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('conflict'), fields: z.array(fieldConflictSchema) }),
  /** A contact with this main field stands on the server already. */
  z.object({ kind: z.literal('exists'), theirs: contactFieldsSchema.nullable() }),
  /** Edited here, deleted there. */
  z.object({ kind: z.literal('deletedThere') }),
  /** The server's own refusal, or `not-stored`: a success that left nothing behind. */
  z.object({ kind: z.literal('rejected'), code: z.string(), raw: z.string().nullable() }),
  z.object({ kind: z.literal('groupGone'), code: z.string() }),
  z.object({ kind: z.literal('notUnderstood'), code: z.string(), raw: z.string().nullable() }),
  /** A creategroup whose reply was lost, or that named no id: it cannot be read back, so it is never sent twice. */
  z.object({
    kind: z.literal('createdUnknown'),
    /** What came instead of a clear answer, where something did. */
    code: z.string().nullable(),
    raw: z.string().nullable(),
  }),
  /** Values that the text form cannot carry. */
  z.object({ kind: z.literal('cannotCarry'), fields: z.array(obstacleSchema) }),
  /** The server stored something else than was sent. */
  z.object({
    kind: z.literal('storedDifferently'),
    fields: z.array(z.object({ column: z.string(), sent: z.string(), stored: z.string() })),
  }),
  /** Tried again and again without a clear answer. */
  z.object({ kind: z.literal('noProgress'), code: z.string(), attempts: z.number() }),
]);
export type Question = z.infer<typeof questionSchema>;
export const questionKinds = questionSchema.options.map(({ shape }) => shape.kind.value);

export const entryStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  /** After a failure that heals by itself; `nextTryAt` in milliseconds since 1970. */
  z.object({
    kind: z.literal('retrying'),
    code: z.string(),
    attempts: z.number(),
    nextTryAt: z.number(),
  }),
  /** Marked durably before the request leaves. */
  z.object({ kind: z.literal('sending') }),
  /** Sent, and the server is read before anything is sent again. */
  z.object({ kind: z.literal('checking'), why: z.enum(['readBack', 'unknown']) }),
  /** Waits for another entry, named by its id. */
  z.object({ kind: z.literal('blocked'), by: z.string() }),
  /** Until the user decides about a list that is held, of the group with this label. */
  z.object({ kind: z.literal('waitsForList'), group: z.string() }),
  z.object({ kind: z.literal('needsYou'), question: questionSchema }),
]);
export type EntryState = z.infer<typeof entryStateSchema>;

/** How the user settles a question. Which ones fit is decided by the question's kind. */
export const settlementSchema = z.discriminatedUnion('kind', [
  /** Send it as it is once more. */
  z.object({ kind: z.literal('retry') }),
  /** conflict, exists, storedDifferently: every contested field as the user wrote it. */
  z.object({ kind: z.literal('mine') }),
  /** conflict, exists, storedDifferently: every contested field as it stands on the server. */
  z.object({ kind: z.literal('theirs') }),
  /** conflict, exists: a value for each contested column. */
  z.object({ kind: z.literal('values'), values: z.record(z.string(), z.string()) }),
  /** deletedThere: add the contact again with what is seen here. */
  z.object({ kind: z.literal('bringBack') }),
  /** deletedThere: delete it here too. */
  z.object({ kind: z.literal('letGo') }),
  /** createdUnknown: it stands in the panel under this id. */
  z.object({ kind: z.literal('createdAs'), serverId: z.string() }),
  /** createdUnknown: it is not there, create it. */
  z.object({ kind: z.literal('notCreated') }),
  /** cannotCarry: delete and add again through the JSON list. */
  z.object({ kind: z.literal('recreate') }),
]);
export type Settlement = z.infer<typeof settlementSchema>;
export const settlementKinds = settlementSchema.options.map(({ shape }) => shape.kind.value);
