/** What one step of undo and redo is called: from this one value come the toast, the menu and what a screen reader says. */
import { z } from 'zod';
import { intentSchema } from './intent.ts';
import { settlementSchema } from './entryState.ts';

/** What an entry is about, kept with the step: its group and contact may be gone when it is told. */
const entryStep = z.object({
  intent: intentSchema,
  groupLabel: z.string(),
  /** What to call the contact in a sentence; null for what is about the group itself. */
  contactTitle: z.string().nullable(),
});

export const bulkActions = [
  'delete',
  'edit',
  'replace',
  'normalise',
  'copy',
  'move',
  'paste',
  'merge',
  'add',
] as const;
export const bulkActionSchema = z.enum(bulkActions);
export type BulkAction = z.infer<typeof bulkActionSchema>;

export const stepWhatSchema = z.discriminatedUnion('kind', [
  entryStep.extend({ kind: z.literal('entry') }),
  /** The answer to a question about an entry. */
  entryStep.extend({ kind: z.literal('settled'), settlement: settlementSchema }),
  /** An entry that was given up. */
  entryStep.extend({ kind: z.literal('discarded') }),
  /** One action on many contacts. */
  z.object({ kind: z.literal('bulk'), action: bulkActionSchema, count: z.number() }),
  /** What only this machine knows of a group: its label, its looks. */
  z.object({ kind: z.literal('groupLooks'), groupLabel: z.string() }),
  /** The order of the groups in the sidebar. */
  z.object({ kind: z.literal('groupOrder') }),
  /** Contacts that are not the same one, whatever they look like. */
  z.object({ kind: z.literal('notDuplicates'), count: z.number() }),
]);
export type StepWhat = z.infer<typeof stepWhatSchema>;

export const directionSchema = z.enum(['undo', 'redo']);
export type Direction = z.infer<typeof directionSchema>;
