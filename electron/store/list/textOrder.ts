/**
 * Texts in the order of a language. Their first level is compared by ranks (collationRanks.ts); the collator, ten times
 * slower, is asked where those are equal and where a text has none.
 */
import type { ListLanguage } from '#shared/ipc/list.ts';
import { compareByRanks, hasRanks, ranksOf } from '../collationRanks.ts';
import { collation, type CompareText } from '../sortKey.ts';
import type { OneOrMore } from './manyByKey.ts';
import { sortByRanks } from './rankSort.ts';
import { mergedInSteps, sortedInSteps, type Steps } from './steps.ts';

type RowsOf = Map<string, OneOrMore<number>>;

/**
 * The texts in their order. Two ways to write the same are one place, where the rows' own order counts: their rows are
 * joined under the first of them, and the other is left out.
 */
export function* textsInOrder(rowsOf: RowsOf, language: ListLanguage): Steps<string[]> {
  const compareText = collation(language);
  const ranks = ranksOf(language);
  const ranked: string[] = [];
  const unranked: string[] = [];
  let read = 0;
  for (const text of rowsOf.keys()) {
    (hasRanks(text, ranks) ? ranked : unranked).push(text);
    read += 1;
    if (read % 5_000 === 0) yield;
  }
  yield* sortByRanks(ranked, ranks);
  const texts: string[] = [];
  for (let begin = 0, at = 1; at <= ranked.length; at += 1) {
    const next = ranked[at];
    if (next !== undefined && compareByRanks(ranked[begin] ?? '', next, ranks) === 0) continue;
    if (at - begin === 1) texts.push(ranked[begin] ?? '');
    else {
      const alike = ranked.slice(begin, at).sort(compareText);
      for (const text of joined(alike, rowsOf, compareText)) texts.push(text);
    }
    begin = at;
    if (texts.length % 5_000 === 0) yield;
  }
  if (unranked.length === 0) return texts;
  const others = yield* sortedInSteps(unranked, compareText);
  const all = yield* mergedInSteps(texts, others, compareText);
  const areOthers = new Set(others);
  return joined(all, rowsOf, (left, right) =>
    // Two with ranks that are equal have been joined above.
    areOthers.has(left) || areOthers.has(right) ? compareText(left, right) : -1,
  );
}

/** Neighbours that are equal become one. */
function joined(texts: readonly string[], rowsOf: RowsOf, compareText: CompareText): string[] {
  const places: string[] = [];
  for (const text of texts) {
    const before = places.at(-1);
    if (before === undefined || compareText(before, text) !== 0) places.push(text);
    else {
      const rows = [rowsOf.get(before) ?? [], rowsOf.get(text) ?? []].flat();
      rowsOf.set(
        before,
        rows.sort((left, right) => left - right),
      );
    }
  }
  return places;
}
