/** Contact fields as stored: a JSON object with sorted keys and no empty values, so that equal contacts are equal texts. */
import type { ContactFields } from '#shared/domain/contact.ts';

export function fieldsToText(fields: ContactFields): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== '');
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return JSON.stringify(Object.fromEntries(entries));
}

export function fieldsFromText(text: string): ContactFields {
  return JSON.parse(text) as ContactFields;
}
