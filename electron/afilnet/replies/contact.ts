/** One contact out of one flat object: which entry is its id, and which are its values. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import type { RemoteContact } from '../client.ts';
import { entryNamed, idOf, type Row } from './values.ts';

/** Names that can only mean the contact's own id, then the one that might also be a column. */
const ownIdNames = ['idcontact', 'id_contact', 'contactid'];
const anyIdNames = [...ownIdNames, 'id'];
const groupIdNames = ['idgroup', 'id_group', 'groupid'];

/** True where the row says which contact it is. */
export function namesItself(row: Row): boolean {
  return entryNamed(row, anyIdNames) !== null;
}

/** What the request or the reply around the row already tells. */
export interface RowContext {
  readonly group: ServerId;
  /** The id that the row must have, or has when it names none. */
  readonly expected: ServerId | null;
  /** Whether an id under an unmistakable name wins over `expected` (keys that are no ids). */
  readonly ownIdWins: boolean;
}

/**
 * The fields of a row: every value as text, null left out. An entry is dropped only where it
 * repeats the contact's or the group's id; under any other value the name is a column.
 */
function fieldsOf(row: Row, idKey: string | null, id: ServerId, group: ServerId): ContactFields {
  const repeats = (key: string, value: string): boolean => {
    const name = key.toLowerCase();
    return (
      (anyIdNames.includes(name) && value.trim() === id) ||
      (groupIdNames.includes(name) && value.trim() === group)
    );
  };
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      if (value === null || key === idKey) return [];
      const text = String(value);
      return repeats(key, text) ? [] : [[key, text]];
    }),
  );
}

/** The contact, or null where no id can be told with certainty. */
export function contactOf(
  row: Row,
  { group, expected, ownIdWins }: RowContext,
): RemoteContact | null {
  const entry = entryNamed(row, anyIdNames);
  const own = entry === null ? null : idOf(entry.value);
  if (entry !== null && own === null) return null;
  const unmistakable = entry !== null && ownIdNames.includes(entry.key.toLowerCase());
  if (own !== null && expected !== null && own !== expected && !(ownIdWins && unmistakable)) {
    return null;
  }
  const id = own ?? expected;
  if (id === null) return null;
  return { id, fields: fieldsOf(row, entry?.key ?? null, id, group) };
}
