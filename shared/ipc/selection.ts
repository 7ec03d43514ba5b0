/**
 * What a bulk action is about. A choice of *all that match* is told by its query, so that the window never holds
 * a hundred thousand ids, and contacts that come to match until it runs are part of it.
 */
import { z } from 'zod';
import { contactIdSchema } from '../domain/ids.ts';
import { contactQuerySchema } from './list.ts';

export const selectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), contactIds: z.array(contactIdSchema).min(1).max(100_000) }),
  z.object({
    kind: z.literal('query'),
    query: contactQuerySchema,
    /** Contacts that were taken out of the choice one by one. */
    except: z.array(contactIdSchema).max(10_000),
  }),
]);
/** As main receives it. */
export type Selection = z.output<typeof selectionSchema>;
/** As the window passes it. */
export type SelectionRequest = z.input<typeof selectionSchema>;
