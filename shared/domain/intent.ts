/**
 * What the user wants done, as the outbox keeps it (design, outbox rule 2): an intent, never a request body.
 * Local ids only; server ids are looked up when a request is built.
 */
import { z } from 'zod';
import { contactFieldsSchema, sameFields, type ContactFields } from './contact.ts';
import { groupTypeSchema } from './group.ts';
import { contactIdSchema } from './ids.ts';

/** One field's change: what it was when the user changed it, and what it shall be. */
export const fieldChangeSchema = z.object({ from: z.string(), to: z.string() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/**
 * How an edit travels. `modify`: the text form. `recreate`: delete and add again through the JSON list,
 * chosen by the user for values that the text form cannot carry (rule 11); the server id changes.
 */
export const carrySchema = z.enum(['modify', 'recreate']);
export type Carry = z.infer<typeof carrySchema>;

export const intentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('createGroup'),
    name: z.string(),
    type: groupTypeSchema,
    columns: z.array(z.string()),
  }),
  z.object({ kind: z.literal('deleteGroup') }),
  z.object({ kind: z.literal('addColumn'), column: z.string() }),
  z.object({ kind: z.literal('deleteColumn'), column: z.string() }),
  z.object({ kind: z.literal('assignCountry'), country: z.string(), from: z.string().nullable() }),
  z.object({
    kind: z.literal('addContact'),
    fields: contactFieldsSchema,
    /**
     * The second half of a re-creation: what stood there before its delete, to be put back if it is given up. The same
     * as the fields once it is only put back.
     */
    replaces: contactFieldsSchema.optional(),
  }),
  z.object({
    kind: z.literal('editContact'),
    changes: z.record(z.string(), fieldChangeSchema),
    carry: carrySchema,
  }),
  z.object({
    kind: z.literal('deleteContact'),
    base: contactFieldsSchema,
    /** Values that an edit of ours may have left there already: to find them is no news. */
    ours: contactFieldsSchema.optional(),
    /** The contact that takes its place: not deleted before what is queued for that one has arrived. */
    after: contactIdSchema.optional(),
  }),
]);
export type Intent = z.infer<typeof intentSchema>;
export type IntentKind = Intent['kind'];
export type IntentOf<Kind extends IntentKind> = Extract<Intent, { kind: Kind }>;

export const contactIntentKinds = ['addContact', 'editContact', 'deleteContact'] as const;
export type ContactIntent = IntentOf<(typeof contactIntentKinds)[number]>;

/** True for intents about one contact; the others are about the group itself. */
export function isContactIntent(intent: Intent): intent is ContactIntent {
  return contactIntentKinds.some((kind) => kind === intent.kind);
}

/** The columns that a contact's intent carries a value to. */
export function columnsOf(intent: ContactIntent): string[] {
  switch (intent.kind) {
    case 'addContact':
      return Object.keys(intent.fields);
    case 'editContact':
      return Object.keys(intent.changes);
    case 'deleteContact':
      return [];
  }
}

/** True for the second half of a re-creation that changes something; giving that up puts the contact back as it was. */
export function changesWhatItReplaces(
  intent: IntentOf<'addContact'>,
): intent is IntentOf<'addContact'> & { replaces: ContactFields } {
  return intent.replaces !== undefined && !sameFields(intent.fields, intent.replaces);
}
