/** A way to look at a list that was given a name: filters, sorting and columns. */
import { z } from 'zod';
import { conditionSchema } from '../domain/filter.ts';
import { viewIdSchema } from '../domain/ids.ts';
import { listLayoutSchema } from '../domain/listLayout.ts';
import { sortSchema } from './list.ts';

export const listLookSchema = z.object({
  filter: conditionSchema.nullable(),
  sort: sortSchema.nullable(),
  layout: listLayoutSchema,
});
export type ListLook = z.infer<typeof listLookSchema>;

export const viewNameSchema = z.string().trim().min(1).max(100);

export const listViewSchema = z.object({
  id: viewIdSchema,
  name: z.string(),
  look: listLookSchema,
});
export type ListView = z.infer<typeof listViewSchema>;
