/** What main tells the window without being asked. The window reads again what the event names. */
import { z } from 'zod';
import { shortcutIdSchema } from '../domain/shortcuts.ts';
import { groupIdSchema } from '../domain/ids.ts';
import { bulkJobSchema } from './bulk.ts';
import { directionSchema } from '../domain/step.ts';
import { settingsSchema, syncStatusSchema } from './views.ts';

export const appEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accountsChanged') }),
  z.object({ kind: z.literal('groupsChanged') }),
  z.object({ kind: z.literal('contactsChanged'), groupId: groupIdSchema }),
  z.object({ kind: z.literal('outboxChanged') }),
  /** Another step can be undone or redone than before. */
  z.object({ kind: z.literal('undoChanged') }),
  /** A large step is being taken back: contacts done and in all. */
  z.object({ kind: z.literal('undoProgress'), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal('statusChanged'), status: syncStatusSchema }),
  z.object({ kind: z.literal('settingsChanged'), settings: settingsSchema }),
  /** Contacts that the search for duplicates has looked at. */
  z.object({ kind: z.literal('duplicatesProgress'), compared: z.number() }),
  z.object({ kind: z.literal('bulkChanged'), job: bulkJobSchema }),
  /** The menu asks for what a key of the window does. */
  z.object({ kind: z.literal('shortcut'), id: shortcutIdSchema }),
  /** The menu asks to undo or redo: what is being typed, or the last step. */
  z.object({ kind: z.literal('undoAsked'), direction: directionSchema }),
  /** The keyboard or the menu asks the window to go somewhere. */
  z.object({ kind: z.literal('goTo'), page: z.enum(['pending', 'settings', 'groups']) }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;
