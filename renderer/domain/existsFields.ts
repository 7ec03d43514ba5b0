import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { FieldConflict, Question } from '#shared/domain/entryState.ts';
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

/**
 * Whether the two contacts can become one: ours is not on the server yet, and theirs is known. An edit that took
 * the main field of another contact is about two contacts that both stand there.
 */
export const mergeable = (
  question: Extract<Question, { kind: 'exists' }>,
  intent: Intent,
): boolean => intent.kind === 'addContact' && question.theirs !== null;

/**
 * What is picked before the user picks. Where two contacts become one, an empty value of ours takes nothing away
 * from theirs, as with “all mine”.
 */
export const firstChoice = ({ mine, theirs }: FieldConflict, hasBase: boolean): string =>
  mine === '' && !hasBase ? theirs : mine;

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
