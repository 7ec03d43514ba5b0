/** How text is folded so that "jose" finds "José" and "677 12" finds "+34 677-12…". */
import { withoutEmpty, type ContactFields } from './contact.ts';

/** Lower case, without accents, compatibility forms unified. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const numberLike = /^[+()\d\s./-]{3,}$/u;

/** Everything of a contact that can be searched: its folded values, and numbers without their spacing. */
export function haystackOf(fields: ContactFields): string {
  const values = Object.values(withoutEmpty(fields));
  const digits = values.filter((value) => numberLike.test(value) && /\D/u.test(value));
  return [...values.map(folded), ...digits.map((value) => value.replace(/\D/gu, ''))].join('\n');
}

/** The words that must all be found. A query that looks like one number is one word, whatever its spacing. */
export function searchWords(query: string): string[] {
  if (numberLike.test(query.trim())) {
    const digits = query.replace(/\D/gu, '');
    if (digits !== '') return [digits];
  }
  return folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
