import { valueOf } from '#shared/domain/contact.ts';
import type { ContactRow } from '#shared/ipc/views.ts';

/** One field of contacts that stand side by side. */
export interface ComparedField {
  readonly column: string;
  /** In the order of the contacts. */
  readonly values: readonly string[];
  readonly differs: boolean;
}

/** Every field that one of them has, those of the first contact first. */
export function sideBySide(contacts: readonly ContactRow[]): ComparedField[] {
  const columns = new Set(contacts.flatMap(({ fields }) => Object.keys(fields)));
  return [...columns].map((column) => {
    const values = contacts.map(({ fields }) => valueOf(fields, column));
    return { column, values, differs: new Set(values).size > 1 };
  });
}

/** Columns in which only contacts that go have a value, and that the one that stays cannot take. */
export function leftBehind(
  fields: readonly ComparedField[],
  kept: number,
  columns: readonly string[],
): string[] {
  return fields
    .filter(({ column }) => !columns.includes(column))
    .filter(({ values }) => values.some((value, index) => index !== kept && value !== ''))
    .map(({ column }) => column);
}

/** What a merge proposes for a field: the kept contact's value, else the first that there is. */
export function proposedValue({ values }: ComparedField, kept: number): string {
  return values[kept] || values.find((value) => value !== '') || '';
}
