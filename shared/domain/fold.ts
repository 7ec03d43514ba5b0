/** What the user sees of a contact: what the server confirmed, with the queued intents laid over it in order. */
import { valueOf, type ContactFields } from './contact.ts';
import type { ContactIntent, FieldChange } from './intent.ts';

export interface Folded {
  readonly fields: ContactFields;
  /** Deleted here, not yet there. */
  readonly tombstone: boolean;
}

/** Lays intents over a base. The base of a contact that the server does not know is null. */
export function fold(base: ContactFields | null, intents: readonly ContactIntent[]): Folded {
  return intents.reduce<Folded>(
    (seen, intent) => {
      switch (intent.kind) {
        case 'addContact':
          return { fields: intent.fields, tombstone: false };
        case 'editContact':
          return { fields: withChanges(seen.fields, intent.changes), tombstone: seen.tombstone };
        case 'deleteContact':
          return { fields: seen.fields, tombstone: true };
      }
    },
    { fields: base ?? {}, tombstone: false },
  );
}

/** The fields after an edit. */
export function withChanges(
  fields: ContactFields,
  changes: Readonly<Record<string, FieldChange>>,
): ContactFields {
  const values = Object.entries(changes).map(([column, { to }]) => [column, to] as const);
  return { ...fields, ...Object.fromEntries(values) };
}

/** The columns that differ between two states of a contact, with both values. */
export function differences(from: ContactFields, to: ContactFields): Record<string, FieldChange> {
  const columns = new Set([...Object.keys(from), ...Object.keys(to)]);
  const changes = [...columns]
    .filter((column) => valueOf(from, column) !== valueOf(to, column))
    .map((column) => [column, { from: valueOf(from, column), to: valueOf(to, column) }] as const);
  return Object.fromEntries(changes);
}
