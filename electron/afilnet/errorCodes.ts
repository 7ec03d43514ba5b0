/** What each of Afilnet's error codes means for what happens next. */
import type { FailureClass } from './client.ts';

const classes: ReadonlyMap<string, FailureClass> = new Map([
  ['INCORRECT_USER_PASSWORD', 'signIn'],
  ['MISSING_USER', 'signIn'],
  ['MISSING_PASSWORD', 'signIn'],
  ['NOT_ACCESS_TO_GROUP', 'groupGone'],
  ['NOT_ACCESS_TO_CONTACT', 'contactGone'],
  // The document's own description column writes it with the prefix.
  ['ERROR_NOT_ACCESS_TO_CONTACT', 'contactGone'],
  ['CONTACT_EXISTS', 'exists'],
  ['INCORRECT_TYPE', 'rejected'],
  ['MISSING_MAIN_FIELD', 'rejected'],
  ['COUNTRY_NOT_FOUND', 'rejected'],
  ['MISSING_COMPULSORY_PARAM', 'rejected'],
  // Our own fault, or a server that is not Afilnet: never the user's input.
  ['INCORRECT_CLASS', 'notUnderstood'],
  ['INCORRECT_METHOD', 'notUnderstood'],
  ['MISSING_CLASS', 'notUnderstood'],
  ['MISSING_METHOD', 'notUnderstood'],
]);

/** The class of a documented code, in any case; null for a code that no document names. */
export function classOfCode(code: string): FailureClass | null {
  return classes.get(code.trim().toUpperCase()) ?? null;
}
