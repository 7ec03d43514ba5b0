import { valueOf, type ContactFields } from '#shared/domain/contact.ts';

const nameColumns = ['name', 'nombre', 'fullname', 'full name', 'nombre completo'];

/** What to call a contact in a sentence: its name, else its main field; null when it has neither. */
export function contactTitle(fields: ContactFields, mainField: string): string | null {
  const named = Object.entries(fields).find(
    ([column, value]) => nameColumns.includes(column.toLowerCase()) && value.trim() !== '',
  );
  const title = named?.[1] ?? valueOf(fields, mainField);
  return title === '' ? null : title;
}
