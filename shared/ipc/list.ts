/** How a list of contacts is asked for: which ones, and in which order. */
import { z } from 'zod';
import { conditionSchema } from '../domain/filter.ts';
import { groupIdSchema } from '../domain/ids.ts';
import { listColumnSchema } from '../domain/listColumn.ts';

/** Which contacts to list: one group's, or those of every group. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), groupId: groupIdSchema }),
  z.object({ kind: z.literal('all') }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** Numbers as numbers and before text, text by the language's collation, empty values last both ways. */
export const sortSchema = z.object({
  by: listColumnSchema,
  direction: z.enum(['up', 'down']),
});
export type Sort = z.infer<typeof sortSchema>;

/** In which language text is sorted. */
export const listLanguageSchema = z.enum(['en', 'es']).default('en');
export type ListLanguage = z.output<typeof listLanguageSchema>;

/** Which contacts, in no particular order. */
export const contactQuerySchema = z.object({
  scope: scopeSchema,
  /** Every word must be found somewhere in the contact; digits match inside numbers. */
  search: z.string().max(300),
  filter: conditionSchema.nullable().default(null),
  /** Only contacts with unsent edits. */
  onlyUnsent: z.boolean(),
});
export type ContactQuery = z.output<typeof contactQuerySchema>;
