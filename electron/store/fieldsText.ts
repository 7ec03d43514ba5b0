/** Contact fields as stored: a JSON object with sorted keys and no empty values, so that equal contacts are equal texts. */
import type { ContactFields } from '#shared/domain/contact.ts';

export function fieldsToText(fields: ContactFields): string {
  return JSON.stringify(isCanonical(fields) ? fields : canonical(fields));
}

export function fieldsFromText(text: string): ContactFields {
  return JSON.parse(text) as ContactFields;
}

/** What comes from the database is so already, and that is most of what is written. */
function isCanonical(fields: ContactFields): boolean {
  let before = '';
  for (const [column, value] of Object.entries(fields)) {
    if (value === '' || column < before) return false;
    before = column;
  }
  return true;
}

function canonical(fields: ContactFields): ContactFields {
  const entries = Object.entries(fields).filter(([, value]) => value !== '');
  entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return Object.fromEntries(entries);
}
