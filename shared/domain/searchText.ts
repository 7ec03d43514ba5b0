/** How text is folded so that "jose" finds "José" and "677 12" finds "+34 677-12…". */
import { withoutEmpty, type ContactFields } from './contact.ts';

const ascii = /^[\0-\x7f]*$/u;

/** Lower case, without accents, compatibility forms unified; the two small forms of the Greek sigma are one. */
export function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
}

/**
 * Digits and what may stand between those of one number, as a class of a regular expression: every hyphen and dash, as
 * text from Word or the web has them. One set for what is stored and for what is looked for, or a number that stands
 * there is not found. What joins digits is in the stored haystacks: another set needs a migration that mends them.
 */
export const numberClass = String.raw`[+()\d\s./\p{Pd}]`;
const numberLike = new RegExp(`^${numberClass}{3,}$`, 'u');
/** A number anywhere in a text. */
const number = new RegExp(String.raw`\d${numberClass}*\d`, 'gu');

/** Everything of a contact that can be searched: its folded values, and the numbers in them without their spacing. */
export function haystackOf(fields: ContactFields): string {
  const values = Object.values(withoutEmpty(fields)).map(folded);
  const spaced = values
    .flatMap((value) => value.match(number) ?? [])
    .filter((text) => /\D/u.test(text));
  return [...values, ...spaced.map((text) => text.replace(/\D/gu, ''))].join('\n');
}

/** A text to be looked for as a whole: folded, or its digits where it looks like one number. */
export function needleOf(text: string): string {
  return digitsOf(text) ?? folded(text.trim());
}

/**
 * The words that must all be found. A query that looks like one number is one word, whatever its spacing; 00 34… is
 * +34…, since the zeros are dialled and hardly ever stored.
 */
export function searchWords(query: string): string[] {
  const digits = digitsOf(query);
  if (digits !== null) return [digits.length > 4 ? digits.replace(/^00/u, '') : digits];
  return folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function digitsOf(text: string): string | null {
  const unified = folded(text).trim();
  const digits = unified.replace(/\D/gu, '');
  return numberLike.test(unified) && digits !== '' ? digits : null;
}
