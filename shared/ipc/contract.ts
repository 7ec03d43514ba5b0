/**
 * The one contract between window and main: for each channel the schema of its request and of its reply.
 * The router parses requests by it, the tests parse replies by it, and both sides take their types from it.
 */
import { z } from 'zod';
import { contactFieldsSchema } from '../domain/contact.ts';
import { settlementSchema } from '../domain/entryState.ts';
import { groupTypeSchema } from '../domain/group.ts';
import { groupColourSchema } from '../domain/groupLook.ts';
import {
  accountIdSchema,
  contactIdSchema,
  entryIdSchema,
  groupIdSchema,
  serverIdSchema,
  viewIdSchema,
} from '../domain/ids.ts';
import { carrySchema } from '../domain/intent.ts';
import { listLayoutSchema } from '../domain/listLayout.ts';
import { directionSchema } from '../domain/step.ts';
import type { ChannelName, ListChannel } from './channels.ts';
import type { AppEvent } from './events.ts';
import type { Result } from './errors.ts';
import type { AsRows, ReplyText } from './replyText.ts';
import { blockSchema, copyBlockSchema, pasteOutcomeSchema } from './block.ts';
import { contactQuerySchema, listLanguageSchema, scopeSchema, sortSchema } from './list.ts';
import { listLookSchema, listViewSchema, viewNameSchema } from './listView.ts';
import { bulkActionSchema, bulkJobSchema, bulkPreviewSchema } from './bulk.ts';
import {
  dismissRequestSchema,
  duplicatesFoundSchema,
  duplicatesRequestSchema,
  mergeRequestSchema,
} from './duplicates.ts';
import { selectionSchema } from './selection.ts';
import {
  accountsOverviewSchema,
  contactDetailSchema,
  contactRowSchema,
  entryViewSchema,
  groupFindingsSchema,
  groupViewSchema,
  heldDecisionSchema,
  historyLineSchema,
  givenPasswordSchema,
  recoveryReportSchema,
  settingsSchema,
  stepTakenSchema,
  syncStatusSchema,
  transportSchema,
  undoStateSchema,
} from './views.ts';

const nothing = z.undefined();
/** The step that takes an edit back; null when nothing changed. */
const step = z.object({ stepId: z.number().nullable() });
const group = z.object({ groupId: groupIdSchema });
const contact = z.object({ contactId: contactIdSchema });
const entry = z.object({ entryId: entryIdSchema });
const account = z.object({ accountId: accountIdSchema });
const text = z.string().max(10_000);
const password = z.string().min(1).max(1_000);

export const contract = {
  'app.info': {
    request: nothing,
    reply: z.object({
      version: z.string(),
      platform: z.string(),
      /** The system's languages, best first, as BCP 47 tags. */
      languages: z.array(z.string()),
      dataFolder: z.string(),
    }),
  },
  'accounts.overview': { request: nothing, reply: accountsOverviewSchema },
  /** Checked online before the account is kept. `keep: session` never writes the password anywhere. */
  'accounts.signIn': {
    request: z.object({
      user: z.string().trim().min(1).max(300),
      password,
      server: z.string().trim().min(1).max(500),
      transport: transportSchema,
      keep: z.enum(['keychain', 'session']),
    }),
    reply: z.object({ accountId: accountIdSchema, passwordPlace: givenPasswordSchema }),
  },
  'accounts.practice': { request: nothing, reply: z.object({ accountId: accountIdSchema }) },
  'accounts.switchTo': { request: account, reply: nothing },
  'accounts.renewPassword': {
    request: account.extend({ password, keep: z.enum(['keychain', 'session']) }),
    reply: z.object({ passwordPlace: givenPasswordSchema }),
  },
  /** The keychain may answer now: it is asked anew. Waits for nothing; the answer is told as a change. */
  'accounts.askKeychain': { request: nothing, reply: nothing },
  /**
   * Refused with `unsentWork` and a count while edits are unsent, unless `discardUnsent`. Removes mirror, queue and
   * password. `passwordMayRemain`: the keychain has not given it up yet; it is removed from there when it answers.
   */
  'accounts.signOut': {
    request: account.extend({ discardUnsent: z.boolean() }),
    reply: z.object({ passwordMayRemain: z.boolean() }),
  },
  /** Asks where to save; null when the user cancelled. */
  'accounts.exportUnsent': { request: account, reply: z.object({ path: z.string().nullable() }) },
  /** What became of the open account when its database was found damaged; null when it was not, or was dismissed. */
  'accounts.recoveryReport': { request: nothing, reply: recoveryReportSchema.nullable() },
  'accounts.dismissRecoveryReport': { request: nothing, reply: nothing },

  'groups.list': { request: nothing, reply: z.array(groupViewSchema) },
  /** Queued; works offline. `columns` beside the main field, which is always there. */
  'groups.create': {
    request: z.object({
      name: z.string().trim().min(1).max(200),
      type: groupTypeSchema,
      columns: z.array(text),
      country: z.string().nullable(),
    }),
    reply: group.extend(step.shape),
  },
  /** Checked online by reading its columns; then its contacts are pulled in the background. */
  'groups.addById': {
    request: z.object({ serverId: serverIdSchema, label: z.string().trim().max(200) }),
    reply: group,
  },
  /** Waits until the pull is over; progress comes by events. */
  'groups.pull': { request: group, reply: z.object({ applied: z.boolean() }) },
  'groups.cancelPull': { request: group, reply: nothing },
  /**
   * Works offline: carried out by the next read of the group; `null` takes the decision back, so that it asks again.
   * `heldAt`: which list was shown; refused with `settlementDoesNotFit` when another one is held by now.
   */
  'groups.settleHeldPull': {
    request: group.extend({ heldAt: z.number(), decision: heldDecisionSchema.nullable() }),
    reply: nothing,
  },
  'groups.addColumn': { request: group.extend({ column: text }), reply: step },
  'groups.deleteColumn': { request: group.extend({ column: text }), reply: step },
  /** `country`: ISO 3166 alpha-3. */
  'groups.assignCountry': {
    request: group.extend({ country: z.string().length(3) }),
    reply: step,
  },
  /** Both are local: Afilnet cannot rename a group, and knows no colours. */
  'groups.setLook': {
    request: group.extend({
      label: z.string().trim().min(1).max(200),
      colour: groupColourSchema.nullable(),
    }),
    reply: step,
  },
  /** The order of the sidebar, whole; an empty one goes by the names again. */
  'groups.arrange': {
    request: z.object({ groupIds: z.array(groupIdSchema).max(10_000) }),
    reply: nothing,
  },
  /** Takes the group off this machine only; refused with `unsentWork` while it has unsent edits. */
  'groups.forget': { request: group, reply: nothing },
  /** Queued: deletes the group and its contacts on Afilnet. Its unsent edits are given up. */
  'groups.delete': { request: group, reply: step },
  /** What happened to the group itself, the newest first; each contact has a history of its own. */
  'groups.history': { request: group, reply: z.array(historyLineSchema) },

  'contacts.window': {
    request: contactQuerySchema.extend({
      sort: sortSchema.nullable(),
      language: listLanguageSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    reply: z.object({ total: z.number(), rows: z.array(contactRowSchema) }),
  },
  /** The ids alone of a part of the list, for a choice of rows that are not on screen. */
  'contacts.ids': {
    request: contactQuerySchema.extend({
      sort: sortSchema.nullable(),
      language: listLanguageSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(10_000),
    }),
    reply: z.object({ contactIds: z.array(contactIdSchema) }),
  },
  /** Puts a choice of rows on the clipboard as tab-separated text. */
  'contacts.copy': { request: copyBlockSchema, reply: z.object({ contacts: z.number() }) },
  /** What pasting would do, and why it would not where it is refused. */
  'contacts.previewPaste': { request: blockSchema, reply: pasteOutcomeSchema },
  /** One step of undo, however large. What is refused stays as it is and is told. */
  'contacts.paste': { request: blockSchema, reply: pasteOutcomeSchema },
  'contacts.get': { request: contact, reply: contactDetailSchema },
  'contacts.add': {
    request: group.extend({ fields: contactFieldsSchema }),
    reply: contact.extend(step.shape),
  },
  /** `changes`: new values by column. Fails with `cannotCarry` when `modify` cannot carry the contact. */
  'contacts.edit': {
    request: contact.extend({ changes: contactFieldsSchema, carry: carrySchema }),
    reply: step,
  },
  'contacts.delete': {
    request: z.object({ contactIds: z.array(contactIdSchema).min(1).max(100_000) }),
    reply: step,
  },
  /**
   * The first few contacts of each group that hold every word, for a box over everything. Asked again before it
   * answered, the older question is refused with `cancelled`.
   */
  'search.contacts': {
    request: z.object({ text: z.string().max(300), perGroup: z.number().int().min(1).max(50) }),
    reply: z.array(groupFindingsSchema),
  },
  'contacts.history': { request: contact, reply: z.array(historyLineSchema) },

  /** How a list was left, and its named views. An empty layout was never changed. */
  'lists.look': {
    request: z.object({ scope: scopeSchema }),
    reply: z.object({ layout: listLayoutSchema, views: z.array(listViewSchema) }),
  },
  /** Null: as it was at the beginning. */
  'lists.setLayout': {
    request: z.object({ scope: scopeSchema, layout: listLayoutSchema.nullable() }),
    reply: nothing,
  },
  /** `viewId` null: a new one. Refused with `viewNameTaken`. */
  'lists.saveView': {
    request: z.object({
      scope: scopeSchema,
      viewId: viewIdSchema.nullable(),
      name: viewNameSchema,
      look: listLookSchema,
    }),
    reply: z.object({ viewId: viewIdSchema }),
  },
  'lists.deleteView': {
    request: z.object({ scope: scopeSchema, viewId: viewIdSchema }),
    reply: nothing,
  },
  /** Compares every contact of a scope; how far it is comes by events. A newer search ends the one before with `cancelled`. */
  'duplicates.find': { request: duplicatesRequestSchema, reply: duplicatesFoundSchema },
  'duplicates.cancel': { request: nothing, reply: nothing },
  /** These are not the same: remembered until one of them changes in what is compared. */
  'duplicates.dismiss': { request: dismissRequestSchema, reply: step },
  /** One gets the chosen values, the others are deleted; all of one group. */
  'duplicates.merge': {
    request: mergeRequestSchema,
    reply: step,
  },
  /** What it would do, contact by contact; a newer preview ends the one before with `cancelled`. */
  'bulk.preview': {
    request: z.object({ action: bulkActionSchema, selection: selectionSchema }),
    reply: bulkPreviewSchema,
  },
  /** Answers at once; how it goes is told by events. Refused with `busy` while other bulk work is under way. */
  'bulk.start': {
    request: z.object({ action: bulkActionSchema, selection: selectionSchema }),
    reply: z.object({ jobId: z.string() }),
  },
  /** What was done stays. */
  'bulk.cancel': { request: nothing, reply: nothing },
  /** The work under way, or how the last of this session ended. */
  'bulk.latest': { request: nothing, reply: bulkJobSchema.nullable() },

  'outbox.list': {
    request: z.object({
      /** `needsYou` only, or everything; what needs the user comes first. */
      filter: z.enum(['all', 'needsYou']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    reply: z.object({ total: z.number(), rows: z.array(entryViewSchema) }),
  },
  /** Tries an entry now, whatever its back-off; a question that fits `retry` is sent again. */
  'outbox.retry': { request: entry, reply: nothing },
  'outbox.settle': { request: entry.extend({ settlement: settlementSchema }), reply: step },
  /** Gives the edit up and shows what the server last confirmed. Refused with `entryInFlight` while it is on its way. */
  'outbox.discard': { request: entry, reply: step },

  'undo.state': { request: nothing, reply: undoStateSchema },
  /**
   * Takes a step back or forth, the next one when none is named; answers when all of it is done. Refused with
   * `nothingToUndo`, `undoImpossible` (Afilnet has no way back), `undoInUse` (what came since would go with it), `entryInFlight`, `busy` while another is being taken.
   */
  'undo.take': {
    request: z.object({ direction: directionSchema, stepId: z.number().nullable() }),
    reply: stepTakenSchema,
  },
  /** Stops a large step that is being taken; what is done stays. An undo can be taken again, a redo undone. */
  'undo.cancel': { request: nothing, reply: nothing },

  'sync.status': { request: nothing, reply: syncStatusSchema },
  /** Starts a round at once and answers when it ended. */
  'sync.now': { request: nothing, reply: syncStatusSchema },
  'sync.forceOffline': { request: z.object({ forced: z.boolean() }), reply: nothing },

  'settings.get': { request: nothing, reply: settingsSchema },
  'settings.set': { request: settingsSchema.partial(), reply: settingsSchema },
} satisfies Record<ChannelName, { request: z.ZodType; reply: z.ZodType }>;

export type { Scope, Sort } from './list.ts';
export type Contract = typeof contract;
/** What the window passes. */
export type RequestOf<Channel extends ChannelName> = z.input<Contract[Channel]['request']>;
/** What a handler receives. */
export type ParsedRequestOf<Channel extends ChannelName> = z.output<Contract[Channel]['request']>;
export type ReplyOf<Channel extends ChannelName> = z.output<Contract[Channel]['reply']>;

type Area<Channel extends string> = Channel extends `${infer Name}.${string}` ? Name : never;
type Method<Channel extends string, Name extends string> = Channel extends `${Name}.${infer Rest}`
  ? Rest
  : never;

/** What the window calls: one method per channel, and a subscription that answers how to end it. */
export type LibretaApi = {
  readonly [Name in Area<ChannelName>]: {
    readonly [Key in Method<ChannelName, Name>]: Call<`${Name}.${Key}` & ChannelName>;
  };
} & { readonly onEvent: (listener: (event: AppEvent) => void) => () => void };

type Call<Channel extends ChannelName> =
  undefined extends RequestOf<Channel>
    ? () => Promise<Result<ReadReplyOf<Channel>>>
    : (request: RequestOf<Channel>) => Promise<Result<ReadReplyOf<Channel>>>;

/** What the window gets. */
type ReadReplyOf<Channel extends ChannelName> = Channel extends ListChannel
  ? AsRows<ReplyOf<Channel>>
  : ReplyOf<Channel>;

type Written<Method> = Method extends (...request: infer Request) => Promise<infer Reply>
  ? (...request: Request) => Promise<ReplyText<Reply>>
  : Method;

/** `window.libreta`: the same methods, whose replies are still to be read. */
export type LibretaBridge = {
  readonly [Name in keyof LibretaApi]: LibretaApi[Name] extends (...all: never[]) => unknown
    ? LibretaApi[Name]
    : { readonly [Key in keyof LibretaApi[Name]]: Written<LibretaApi[Name][Key]> };
};
