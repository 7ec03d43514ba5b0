/** How values are ordered: numbers as numbers, text by a language's collation, empty values last. */
import type { ListLanguage } from '#shared/ipc/list.ts';

export type SortKey = number | string | null;

const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);
/** More digits than a number holds exactly. */
const mostDigits = 15;

export function sortKeyOf(value: string | null): SortKey {
  if (value === null || value === '') return null;
  // Most texts tell by their first character.
  if (value.charCodeAt(0) > nine) return value;
  const whole = wholeNumber(value);
  if (whole !== null) return whole;
  if (/^[+-]?\d{1,15}([.,]\d{1,6})?$/u.test(value)) return Number(value.replace(',', '.'));
  return value;
}

/** Digits alone, the common case by far: ten times quicker than the pattern. */
function wholeNumber(value: string): number | null {
  if (value.length > mostDigits) return null;
  let number = 0;
  for (let at = 0; at < value.length; at += 1) {
    const digit = value.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return number;
}

export type CompareText = (left: string, right: string) => number;

const collators = new Map<ListLanguage, CompareText>();

export function collation(language: ListLanguage): CompareText {
  const compare = collators.get(language) ?? new Intl.Collator(language).compare;
  collators.set(language, compare);
  return compare;
}

/** Numbers before text; `sign` turns the order round but leaves empty values last. */
export function compareSortKeys(
  left: SortKey,
  right: SortKey,
  sign: 1 | -1,
  compareText: CompareText,
): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? 1 : -1;
  }
  if (typeof left === 'number') return typeof right === 'number' ? sign * (left - right) : -sign;
  return typeof right === 'number' ? sign : sign * compareText(left, right);
}
