/** A list in its order, by the numbers of its rows: made once, then only mended where contacts changed. */
import { collation, compareSortKeys, sortKeyOf, type SortKey } from '../sortKey.ts';
import type { ListQuery } from './listQuery.ts';
import { putUnder, type OneOrMore } from './manyByKey.ts';
import { numbersInOrder } from './numberOrder.ts';
import type { Steps } from './steps.ts';
import { textsInOrder } from './textOrder.ts';

/** A contact's row and the value by which it is sorted. */
export type Found = readonly [row: number, value: string | null];

export interface Order {
  /** In the order of the list. */
  readonly rows: readonly number[];
  /** The key of each row; empty where the list is not sorted. */
  readonly keys: readonly SortKey[];
}

/** `found`: in the order of rows. */
export function* orderOf(query: ListQuery, found: Iterable<readonly Found[]>): Steps<Order> {
  if (!query.sort) {
    const rows: number[] = [];
    for (const part of found) {
      for (const [row] of part) rows.push(row);
      yield;
    }
    return { rows, keys: [] };
  }
  const texts = new Map<string, OneOrMore<number>>();
  const numbers: number[] = [];
  const rowsOfNumbers: number[] = [];
  const empty: number[] = [];
  for (const part of found) {
    for (const [row, value] of part) {
      const key = sortKeyOf(value);
      if (key === null) empty.push(row);
      else if (typeof key === 'number') {
        numbers.push(key);
        rowsOfNumbers.push(row);
      } else putUnder(texts, key, row);
    }
    yield;
  }
  const sign = query.sort.direction === 'down' ? -1 : 1;
  const byNumber = yield* numbersInOrder(sign === 1 ? numbers : numbers.map((number) => -number));
  const byText = yield* textsInOrder(texts, query.language ?? 'en');
  const rows: number[] = [];
  const keys: SortKey[] = [];
  // What is equal stays in the order of its rows, whichever way the list is sorted.
  function* putNumbers(): Steps<void> {
    for (const at of byNumber) {
      rows.push(rowsOfNumbers[at] ?? 0);
      keys.push(numbers[at] ?? 0);
      if (rows.length % 5_000 === 0) yield;
    }
  }
  function* putTexts(): Steps<void> {
    for (const key of sign === 1 ? byText : byText.toReversed()) {
      const at = texts.get(key) ?? [];
      for (const row of typeof at === 'number' ? [at] : at) {
        rows.push(row);
        keys.push(key);
      }
      if (rows.length % 5_000 === 0) yield;
    }
  }
  for (const put of sign === 1 ? [putNumbers, putTexts] : [putTexts, putNumbers]) yield* put();
  for (const row of empty) {
    rows.push(row);
    keys.push(null);
  }
  return { rows, keys };
}

type CompareKeys = (left: SortKey, right: SortKey) => number;

function comparisonOf({ sort, language = 'en' }: ListQuery): CompareKeys {
  const sign = sort?.direction === 'down' ? -1 : 1;
  const compareText = collation(language);
  return (left, right) => compareSortKeys(left, right, sign, compareText);
}

/** The order after some contacts changed: `changed` rows leave their places, those `found` again take new ones. */
export function mendedOrder(
  query: ListQuery,
  order: Order,
  changed: ReadonlySet<number>,
  found: readonly Found[],
): Order {
  const compare = comparisonOf(query);
  const isSorted = Boolean(query.sort);
  const places = order.rows.flatMap((row, place) => (changed.has(row) ? [] : [place]));
  const untouched = places.length === order.rows.length;
  const rows = untouched ? order.rows : places.map((place) => order.rows[place] ?? 0);
  const keys =
    untouched || !isSorted ? order.keys : places.map((place) => order.keys[place] ?? null);
  const placed = found
    .map(([row, value]) => ({ row, key: isSorted ? sortKeyOf(value) : null }))
    .sort((left, right) => compare(left.key, right.key) || left.row - right.row)
    .map((one) => ({ ...one, place: placeOf(one.row, one.key, { rows, keys }, compare) }));
  return {
    rows: woven(rows, placed, ({ row }) => row),
    keys: isSorted ? woven(keys, placed, ({ key }) => key) : [],
  };
}

/** How many rows come before this one. */
function placeOf(row: number, key: SortKey, { rows, keys }: Order, compare: CompareKeys): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const before = compare(keys[middle] ?? null, key) || (rows[middle] ?? 0) - row;
    if (before < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list with new items at their places, which never fall. */
function woven<T, Placed extends { readonly place: number }>(
  list: readonly T[],
  placed: readonly Placed[],
  itemOf: (one: Placed) => T,
): T[] {
  const parts = placed.map((one, at) => [
    ...list.slice(placed[at - 1]?.place ?? 0, one.place),
    itemOf(one),
  ]);
  return parts.length === 0
    ? [...list]
    : ([] as T[]).concat(...parts, list.slice(placed.at(-1)?.place ?? 0));
}
