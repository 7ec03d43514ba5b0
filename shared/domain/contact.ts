/** A contact's values by column. A missing column and an empty text mean the same: no value. */
import { z } from 'zod';

export const contactFieldsSchema = z.record(z.string(), z.string());
export type ContactFields = Readonly<Record<string, string>>;

/** The value of a column; no value is the empty text. */
export function valueOf(fields: ContactFields, column: string): string {
  // A column may be called `constructor`: only the contact's own values count.
  return Object.hasOwn(fields, column) ? (fields[column] ?? '') : '';
}

/** The same fields without empty values, so that two contacts can be compared. */
export function withoutEmpty(fields: ContactFields): ContactFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** True when both hold the same values, however absent values are written. */
export function sameFields(left: ContactFields, right: ContactFields): boolean {
  const columns = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...columns].every((column) => valueOf(left, column) === valueOf(right, column));
}
