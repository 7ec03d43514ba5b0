import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { FieldConflict } from '#shared/domain/entryState.ts';
import type { Intent } from '#shared/domain/intent.ts';

/** What the user wrote, by column. */
function mineOf(intent: Intent): ContactFields {
  switch (intent.kind) {
    case 'addContact':
      return intent.fields;
    case 'editContact':
      return Object.fromEntries(
        Object.entries(intent.changes).map(([column, change]) => [column, change.to]),
      );
    default:
      return {};
  }
}

/** Both contacts side by side where one with the same main field stands on the server: the values that differ. */
export function existsFields(intent: Intent, theirs: ContactFields | null): FieldConflict[] {
  const mine = mineOf(intent);
  const columns = new Set([...Object.keys(mine), ...Object.keys(theirs ?? {})]);
  return [...columns]
    .map((column) => ({
      column,
      base: '',
      mine: valueOf(mine, column),
      theirs: valueOf(theirs ?? {}, column),
    }))
    .filter((field) => field.mine !== field.theirs);
}
