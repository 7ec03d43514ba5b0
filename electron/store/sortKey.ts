/** How values are ordered: numbers as numbers, text by a language's collation, empty values last. */
import type { ListLanguage } from '#shared/ipc/list.ts';

export type SortKey = number | string | null;

const nine = '9'.charCodeAt(0);

export function sortKeyOf(value: string | null): SortKey {
  if (value === null || value === '') return null;
  // Most texts tell by their first character.
  if (value.charCodeAt(0) > nine) return value;
  if (/^[+-]?\d{1,15}([.,]\d{1,6})?$/u.test(value)) return Number(value.replace(',', '.'));
  return value;
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
