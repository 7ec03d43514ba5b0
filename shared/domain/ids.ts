/**
 * Branded identifiers. A local id is permanent and made on this machine (UUIDv7);
 * a server id is Afilnet's own and known only after an acknowledgement.
 */
import { z } from 'zod';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type AccountId = Branded<'AccountId'>;
export type GroupId = Branded<'GroupId'>;
export type ContactId = Branded<'ContactId'>;
export type EntryId = Branded<'EntryId'>;
/** A named view of a list. */
export type ViewId = Branded<'ViewId'>;
/** An id that Afilnet assigned to a group or a contact. Opaque: kept as the text that came. */
export type ServerId = Branded<'ServerId'>;

const localId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);

export const accountIdSchema = localId.transform((id) => id as AccountId);
export const groupIdSchema = localId.transform((id) => id as GroupId);
export const contactIdSchema = localId.transform((id) => id as ContactId);
export const viewIdSchema = localId.transform((id) => id as ViewId);
export const entryIdSchema = localId.transform((id) => id as EntryId);
export const serverIdSchema = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/u)
  .transform((id) => id as ServerId);
