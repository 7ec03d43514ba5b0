/** What a column holds, read off its name: Afilnet's columns are plain text and have no type of their own. */

export type FieldKind = 'phone' | 'email' | 'text';

const phone = /^(mobile|cell|m[oó]vil|celular|phone|tel|tel[eé]fono|telephone|whatsapp)$/iu;
const email = /^(e-?mail|correo( electr[oó]nico)?|mail)$/iu;

/** By the column's name alone; a column of another name is text, and nothing is said about it. */
export function fieldKindOf(column: string): FieldKind {
  const name = column.trim();
  if (phone.test(name)) return 'phone';
  return email.test(name) ? 'email' : 'text';
}
