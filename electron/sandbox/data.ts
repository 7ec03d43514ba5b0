/** The sandbox's state as plain data: what its file holds and what the sample generator makes. */
import { z } from 'zod';
import { groupTypeSchema } from '#shared/domain/group.ts';
import { contactFieldsSchema } from '#shared/domain/contact.ts';

const whole = z.number().int().positive();

export const accountDataSchema = z.object({
  user: z.string().min(1),
  password: z.string().min(1),
  balance: z.string(),
});

export const contactDataSchema = z.object({ id: whole, fields: contactFieldsSchema });

export const groupDataSchema = z.object({
  id: whole,
  owner: z.string(),
  name: z.string(),
  type: groupTypeSchema,
  columns: z.array(z.string()),
  country: z.string().nullable(),
  contacts: z.array(contactDataSchema),
});

export const sandboxDataSchema = z.object({
  version: z.literal(1),
  nextGroupId: whole,
  nextContactId: whole,
  accounts: z.array(accountDataSchema),
  groups: z.array(groupDataSchema),
});

export type AccountData = z.infer<typeof accountDataSchema>;
export type ContactData = z.infer<typeof contactDataSchema>;
export type GroupData = z.infer<typeof groupDataSchema>;
export type SandboxData = z.infer<typeof sandboxDataSchema>;

/** A server without accounts. Ids start where the document's samples do. */
export function emptyData(): SandboxData {
  return { version: 1, nextGroupId: 1000, nextContactId: 1000, accounts: [], groups: [] };
}
