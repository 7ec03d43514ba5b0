/**
 * What the journal holds: enough to make the outbox again, and the facts that no server could give back
 * (which groups there are and what the user calls them). Intents and bases are the texts of the database itself,
 * so that both can be compared letter by letter.
 */
import { z } from 'zod';

const groupRecordSchema = z.object({
  kind: z.literal('group'),
  id: z.string(),
  serverId: z.string().nullable(),
  label: z.string(),
  type: z.enum(['mobile', 'email']),
  country: z.string().nullable(),
  state: z.enum(['saved', 'creating', 'deleting']),
  createdAt: z.number(),
  /** Name and state, in the order in which they are shown. */
  columns: z.array(z.tuple([z.string(), z.enum(['saved', 'adding', 'deleting'])])),
});
export type GroupRecord = z.infer<typeof groupRecordSchema>;

const contactRecordSchema = z.object({
  kind: z.literal('contact'),
  id: z.string(),
  groupId: z.string(),
  serverId: z.string().nullable(),
  /** JSON; what is seen is this with the entries laid over it. */
  base: z.string().nullable(),
});
export type ContactRecord = z.infer<typeof contactRecordSchema>;

const entryRecordSchema = z.object({
  kind: z.literal('entry'),
  id: z.string(),
  seq: z.number(),
  groupId: z.string(),
  contactId: z.string().nullable(),
  /** JSON. */
  intent: z.string(),
  step: z.number(),
  createdAt: z.number(),
});
export type EntryRecord = z.infer<typeof entryRecordSchema>;

export const journalRecordSchema = z.discriminatedUnion('kind', [
  /** Everything before is forgotten: the lines of the same number say all that there is. */
  z.object({ kind: z.literal('snapshot') }),
  groupRecordSchema,
  z.object({ kind: z.literal('groupRemoved'), id: z.string() }),
  contactRecordSchema,
  entryRecordSchema,
  z.object({ kind: z.literal('entryRemoved'), id: z.string() }),
  /** A request of this entry is about to leave for the first time. */
  z.object({ kind: z.literal('left'), id: z.string() }),
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;
