/**
 * The `contact=` form read as naively as Afilnet most likely does (open point 6): split at each comma,
 * then at the colon. A comma inside a value cuts it, and what follows is lost.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { Dialect } from './dialect.ts';

export function parseTextForm(text: string, colon: Dialect['colonInText']): ContactFields {
  const fields: Record<string, string> = {};
  for (const part of text.split(',')) {
    const [column = '', ...rest] = part.split(':');
    // A part without a colon is the tail of a value that a comma cut: it names no column.
    if (rest.length === 0) continue;
    fields[column.trim()] = colon === 'keepsRest' ? rest.join(':') : (rest[0] ?? '');
  }
  return fields;
}
