/** One contact out of one object: which entry is its id, and which are its values. */
import { z } from 'zod';
import type { ContactFields } from '#shared/domain/contact.ts';
import { typeFromColumns } from '#shared/domain/group.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import type { RemoteContact } from '../client.ts';
import { entryNamed, idOf, rowSchema, scalarSchema, type Row } from './values.ts';

/** Names that can only mean the contact's own id, then the one that might also be a column. */
const ownIdNames = ['idcontact', 'id_contact', 'contactid'];
const anyIdNames = [...ownIdNames, 'id'];
const groupIdNames = ['idgroup', 'id_group', 'groupid'];

/** `about` holds the id, `values` the columns; flat objects hold both in one. */
export interface ContactRow {
  readonly about: Row;
  readonly values: Row;
}

const nestedValues = z.union([rowSchema, z.tuple([]).transform((): Row => ({}))]);

export const contactRowSchema: z.ZodType<ContactRow> = z.union([
  rowSchema.transform((row): ContactRow => ({ about: row, values: row })),
  z
    .object({ fields: nestedValues })
    .catchall(scalarSchema)
    .transform(({ fields, ...about }): ContactRow => ({ about: about as Row, values: fields })),
]);

/** What the request or the reply around the row already tells. */
export interface RowContext {
  readonly group: ServerId;
  /** The id that the row must have, or has when it names none. */
  readonly expected: ServerId | null;
  /** Whether an id under an unmistakable name wins over `expected` (keys that are no ids). */
  readonly ownIdWins: boolean;
}

/** Every contact has a main field: an object without its own id and without that is something else. */
function hasMainField({ values }: ContactRow): boolean {
  return typeFromColumns(Object.keys(values)) !== null;
}

/** The contact, or null where no id can be told with certainty. */
export function contactOf(row: ContactRow, context: RowContext): RemoteContact | null {
  const { group, expected, ownIdWins } = context;
  const entry = entryNamed(row.about, anyIdNames);
  const own = entry === null ? null : idOf(entry.value);
  if (entry !== null && own === null) return null;
  const unmistakable = entry !== null && ownIdNames.includes(entry.key.toLowerCase());
  if (own !== null && expected !== null && own !== expected && !(ownIdWins && unmistakable)) {
    return null;
  }
  const id = own ?? expected;
  if (id === null || (own === null && !hasMainField(row))) return null;
  return { id, fields: fieldsOf(row.values, id, group) };
}

/**
 * Every value as text, null left out. An entry is dropped only where it repeats the contact's
 * or the group's id; under any other value the name is a column.
 */
function fieldsOf(values: Row, id: ServerId, group: ServerId): ContactFields {
  const fields: [string, string][] = [];
  for (const [key, value] of Object.entries(values)) {
    if (value === null) continue;
    const text = String(value);
    const repeated = text.trim();
    const name = repeated === id || repeated === group ? key.toLowerCase() : '';
    if (repeated === id && anyIdNames.includes(name)) continue;
    if (repeated === group && groupIdNames.includes(name)) continue;
    fields.push([key, text]);
  }
  return Object.fromEntries(fields);
}
