/** What the window sees: accounts, groups, contacts, entries, status. Plain data, parsed at the border. */
import { z } from 'zod';
import { contactFieldsSchema } from '../domain/contact.ts';
import { contactSyncSchema } from '../domain/contactSync.ts';
import { entryStateSchema } from '../domain/entryState.ts';
import { groupTypeSchema } from '../domain/group.ts';
import { groupLookSchema } from '../domain/groupLook.ts';
import {
  accountIdSchema,
  contactIdSchema,
  entryIdSchema,
  groupIdSchema,
  serverIdSchema,
} from '../domain/ids.ts';
import { intentSchema } from '../domain/intent.ts';
import { stepWhatSchema } from '../domain/step.ts';
import { codedErrorSchema } from './errors.ts';

/** The ways to send a request; `get` carries the password in the address. */
export const transportSchema = z.enum(['post', 'basicPost', 'basicGet', 'get']);
export type Transport = z.infer<typeof transportSchema>;

/** Where the password of an account is: in the keychain, in memory for this session, or not at hand. */
export const passwordPlaceSchema = z.enum(['keychain', 'session', 'none']);

/**
 * Where a password that was given ended up: `session` although the keychain was asked for when none answers; `asking`
 * while it has not answered, till when the password is in memory.
 */
export const givenPasswordSchema = z.enum(['keychain', 'session', 'asking']);
export type GivenPassword = z.infer<typeof givenPasswordSchema>;

export const accountViewSchema = z.object({
  id: accountIdSchema,
  user: z.string(),
  server: z.string(),
  transport: transportSchema,
  practice: z.boolean(),
  passwordPlace: passwordPlaceSchema,
  /** Entries not yet acknowledged, whatever their state. */
  unsent: z.number(),
});
export type AccountView = z.infer<typeof accountViewSchema>;

export const keychainSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keychain') }),
  /** It has not answered yet; it may be asking the user. */
  z.object({ kind: z.literal('asking') }),
  z.object({
    kind: z.literal('none'),
    reason: z.enum(['noLibrary', 'noService', 'noBus', 'locked', 'timedOut', 'crashed', 'unknown']),
  }),
]);
export type KeychainView = z.infer<typeof keychainSchema>;

export const accountsOverviewSchema = z.object({
  accounts: z.array(accountViewSchema),
  active: accountIdSchema.nullable(),
  keychain: keychainSchema,
  /** The address offered at sign-in. */
  defaultServer: z.string(),
});
export type AccountsOverview = z.infer<typeof accountsOverviewSchema>;

export const columnViewSchema = z.object({
  name: z.string(),
  /** `adding` and `deleting` wait for the server. */
  state: z.enum(['saved', 'adding', 'deleting']),
});

/**
 * What the user wants of a held pull. `apply`: what is missing there goes here too.
 * `keep`: what is here stays, and what is missing there is added again.
 */
export const heldDecisionSchema = z.enum(['apply', 'keep']);
export type HeldDecision = z.infer<typeof heldDecisionSchema>;

/** A pull that was not applied because it would take away too much (rule 9). */
export const heldPullSchema = z.object({
  reason: z.enum(['manyRemoved', 'emptied', 'columnLost']),
  /** Contacts that the list does not hold, of those that were there. */
  removed: z.number(),
  of: z.number(),
  /** Columns that it lacks, and how many contacts have a value in one of them. */
  columns: z.array(z.string()),
  values: z.number(),
  heldAt: z.number(),
  /** Kept until a read of the group carries it out; null while the user is asked. */
  decision: heldDecisionSchema.nullable(),
});
export type HeldPull = z.infer<typeof heldPullSchema>;

export const groupViewSchema = z.object({
  id: groupIdSchema,
  serverId: serverIdSchema.nullable(),
  /** The user's own name for it; Afilnet's where it was created here. */
  label: z.string(),
  type: groupTypeSchema,
  mainField: z.string(),
  columns: z.array(columnViewSchema),
  /** ISO 3166 alpha-3 in upper case; null when never assigned from here. */
  country: z.string().nullable(),
  contacts: z.number(),
  /** Entries on their way, and entries that wait for the user. */
  waiting: z.number(),
  needsYou: z.number(),
  /** The group itself is still to be created, or to be deleted, on the server. */
  state: z.enum(['saved', 'creating', 'deleting']),
  pulledAt: z.number().nullable(),
  pulling: z.boolean(),
  /** Why the last pull failed, until one succeeds. */
  pullError: codedErrorSchema.nullable(),
  held: heldPullSchema.nullable(),
  /** Its look in the sidebar, of this machine only. */
  ...groupLookSchema.shape,
});
export type GroupView = z.infer<typeof groupViewSchema>;

export const contactRowSchema = z.object({
  id: contactIdSchema,
  groupId: groupIdSchema,
  fields: contactFieldsSchema,
  sync: contactSyncSchema,
  /** Columns whose value differs from what the server last confirmed. */
  changed: z.array(z.string()),
});
export type ContactRow = z.infer<typeof contactRowSchema>;

/** What a search over everything found in one group. */
export const groupFindingsSchema = z.object({
  groupId: groupIdSchema,
  /** The best first. */
  rows: z.array(contactRowSchema),
  /** The group holds more of them. */
  more: z.boolean(),
});
export type GroupFindings = z.infer<typeof groupFindingsSchema>;

export const entryViewSchema = z.object({
  id: entryIdSchema,
  groupId: groupIdSchema,
  groupLabel: z.string(),
  contactId: contactIdSchema.nullable(),
  /** What to call the contact in a sentence: its name, else its main field. */
  contactTitle: z.string().nullable(),
  /** Moved there and not arrived yet: the group that the contact stays in if this is given up. */
  movedFrom: z.string().nullable(),
  intent: intentSchema,
  state: entryStateSchema,
  createdAt: z.number(),
});
export type EntryView = z.infer<typeof entryViewSchema>;

export const contactDetailSchema = contactRowSchema.extend({
  serverId: serverIdSchema.nullable(),
  /** What the server last confirmed; null for a contact it does not know yet. */
  base: contactFieldsSchema.nullable(),
  entries: z.array(entryViewSchema),
});
export type ContactDetail = z.infer<typeof contactDetailSchema>;

/** One line of what happened (rule 12). */
export const historyLineSchema = z.object({
  id: z.number(),
  at: z.number(),
  intent: intentSchema.nullable(),
  outcome: z.enum([
    'saved',
    'sent',
    'acknowledged',
    'storedDifferently',
    'mergedFromServer',
    'deletedOnServer',
    'failed',
    'asked',
    'settled',
    'discarded',
    'undone',
    'redone',
  ]),
  /** The server's code or the kind of question, where there was one. */
  code: z.string().nullable(),
  /** Column by column: what it was and what it became. */
  changes: z.record(z.string(), z.object({ from: z.string(), to: z.string() })).nullable(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

export const syncStatusSchema = z.object({
  connection: z.enum(['unknown', 'online', 'offline', 'forcedOffline']),
  /** `signIn`: paused until the password is given again. */
  queue: z.enum(['idle', 'running', 'signIn']),
  waiting: z.number(),
  needsYou: z.number(),
  /** Groups whose list is held and waits for the user. */
  held: z.number(),
  /** When everything was last seen on the server. */
  lastSyncAt: z.number().nullable(),
  /** When it is tried again by itself; null when nothing is planned. */
  nextTryAt: z.number().nullable(),
  work: z
    .object({
      kind: z.enum(['pull', 'replay']),
      groupId: groupIdSchema,
      done: z.number(),
      /** 0 while unknown. */
      total: z.number(),
    })
    .nullable(),
  /** Why the last round did not go through, until one does. */
  problem: codedErrorSchema.nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'es']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes between scheduled rounds; 0 switches the schedule off. */
  syncEveryMinutes: z.number().int().min(0).max(1440),
  forcedOffline: z.boolean(),
  /** The first steps were taken, and are not shown again. */
  welcomed: z.boolean(),
  /** Changes that are sent at the same time, over all contacts; never more than one for a contact. */
  parallelWrites: z.number().int().min(1).max(8),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What became of an account whose database was found damaged. Kept until the user has seen it. */
export const recoveryReportSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** What was found, in SQLite's words or ours; for diagnosis. */
  problem: z.string(),
  /** The folder inside the account's that holds the damaged files as they were. */
  setAside: z.string(),
  /** When the backup was taken from which it was made; null where there was none. */
  backupFrom: z.number().nullable(),
  /** Groups that are there again; each is pulled anew. */
  groups: z.number(),
  /** Contacts and lines of history that the damaged file still yielded. */
  contactsRescued: z.number(),
  historyRescued: z.number(),
  /** Unsent edits that stand in the outbox again. */
  entriesRebuilt: z.number(),
  /** Lines of the outbox's journal that could not be read. */
  journalLinesSkipped: z.number(),
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;

/** A step that can be undone or redone. */
export const stepViewSchema = z.object({
  id: z.number(),
  /** When the user did it; milliseconds since 1970. */
  at: z.number(),
  what: stepWhatSchema,
});
export type StepView = z.infer<typeof stepViewSchema>;

/** What Ctrl/Cmd+Z and its opposite would take. */
export const undoStateSchema = z.object({
  undo: stepViewSchema.nullable(),
  redo: stepViewSchema.nullable(),
});
export type UndoState = z.infer<typeof undoStateSchema>;

/** What became of a step that was undone or redone. */
export const stepTakenSchema = z.object({
  what: stepWhatSchema,
  /** Contacts that are as they were. */
  restored: z.number(),
  /** Contacts with a value that something else changed since; it stays. */
  left: z.number(),
  /** Contacts for which it was refused, and why the first of them was. */
  refused: z.number(),
  why: codedErrorSchema.nullable(),
  /** Columns that the step made and that stay, since values came into them. */
  columnsKept: z.number(),
});
export type StepTaken = z.infer<typeof stepTakenSchema>;
