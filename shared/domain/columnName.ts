/** What a column may be called, so that it survives `fields=a,b`, the text form and JSON alike. */

export type ColumnNameProblem = 'empty' | 'tooLong' | 'character' | 'reserved' | 'taken';

/** Names that a reply may use for a contact's id (open point 2): a column of that name could not be told from it. */
const reserved = new Set(['id', 'idcontact', 'id_contact', 'contactid', 'idgroup', '__proto__']);
const longest = 64;

/** True for a name that a reply may use for an id; such a field of a contact is never sent back. */
export function isReservedColumn(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/** Why a column cannot be called this in a group that has these columns, or null when it can. */
export function columnNameProblem(
  name: string,
  existing: readonly string[],
): ColumnNameProblem | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > longest) return 'tooLong';
  if (!/^[\p{L}\p{N}_ .-]+$/u.test(trimmed)) return 'character';
  if (isReservedColumn(trimmed)) return 'reserved';
  const taken = existing.some((column) => column.toLowerCase() === trimmed.toLowerCase());
  return taken ? 'taken' : null;
}
