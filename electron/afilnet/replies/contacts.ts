/** `getcontacts` and `getcontact`, in every form of open point 2. Doubt about one contact is doubt about all. */
import { z } from 'zod';
import type { ServerId } from '#shared/domain/ids.ts';
import type { RemoteContact } from '../client.ts';
import { contactOf, contactRowSchema, type ContactRow } from './contact.ts';
import { emptySchema, idOf } from './values.ts';

/** The contacts, or null where one of them cannot be told or two have the same id. */
function allOrNone(contacts: readonly (RemoteContact | null)[]): RemoteContact[] | null {
  const whole = contacts.filter((contact) => contact !== null);
  const ids = new Set(whole.map((contact) => contact.id));
  return whole.length === contacts.length && ids.size === whole.length ? whole : null;
}

function listed(rows: readonly ContactRow[], group: ServerId): RemoteContact[] | null {
  return allOrNone(rows.map((row) => contactOf(row, { group, expected: null, ownIdWins: true })));
}

/** An object of rows: its keys are ids, or positions in the way PHP writes a list with a gap. */
function keyed(
  rows: Readonly<Record<string, ContactRow>>,
  group: ServerId,
): RemoteContact[] | null {
  const entries = Object.entries(rows);
  // No contact has the id 0, so keys that begin there are positions.
  if (entries.some(([key]) => key === '0')) {
    return listed(
      entries.map(([, row]) => row),
      group,
    );
  }
  return allOrNone(
    entries.map(([key, row]) => {
      // A key is an id only with a digit in it: `error`, `data` and `group` are not.
      const expected = /\d/u.test(key) ? idOf(key) : null;
      return contactOf(row, { group, expected, ownIdWins: true });
    }),
  );
}

/** The schema for the contacts of this group; an empty group in any of its forms is an empty list. */
export function contactsSchema(group: ServerId): z.ZodType<RemoteContact[]> {
  return z.union([
    emptySchema.transform((): RemoteContact[] => []),
    z
      .union([
        z.array(contactRowSchema).transform((rows) => listed(rows, group)),
        // The list as the one element of an array.
        z.tuple([z.array(contactRowSchema)]).transform(([rows]) => listed(rows, group)),
        z.record(z.string(), contactRowSchema).transform((rows) => keyed(rows, group)),
      ])
      .transform((contacts, context): RemoteContact[] => {
        if (contacts !== null) return contacts;
        context.addIssue('a contact without a certain id');
        return z.NEVER;
      }),
  ]);
}

/** The schema for this one contact; an empty answer is not one. */
export function contactSchema(group: ServerId, id: ServerId): z.ZodType<RemoteContact> {
  const one = (row: ContactRow): RemoteContact | null =>
    contactOf(row, { group, expected: id, ownIdWins: false });
  const wrapped = (rows: Readonly<Record<string, ContactRow>>): RemoteContact | null => {
    const contacts = keyed(rows, group);
    return contacts?.length === 1 && contacts[0]?.id === id ? contacts[0] : null;
  };
  return z
    .union([
      contactRowSchema.transform(one),
      z.tuple([contactRowSchema]).transform(([row]) => one(row)),
      z.record(z.string(), contactRowSchema).transform(wrapped),
    ])
    .transform((contact, context): RemoteContact => {
      if (contact !== null) return contact;
      context.addIssue('not the contact that was asked for');
      return z.NEVER;
    });
}
