/** How values are ordered: numbers as numbers, text without regard to case and accents, empty values last. */

export type SortKey = number | string | null;

/** The key of a value; `fold` drops case and accents. */
export function sortKeyOf(value: string | null, fold: (text: string) => string): SortKey {
  if (value === null || value === '') return null;
  if (/^\d{1,15}([.,]\d{1,6})?$/u.test(value)) return Number(value.replace(',', '.'));
  return fold(value);
}

/** Numbers before text; `sign` turns the order round but leaves empty values last. */
export function compareSortKeys(left: SortKey, right: SortKey, sign: 1 | -1): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? 1 : -1;
  }
  if (typeof left !== typeof right) return typeof left === 'number' ? -sign : sign;
  return left < right ? -sign : left > right ? sign : 0;
}
