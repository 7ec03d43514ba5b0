/**
 * Texts in the order of a language. Their first level is compared by keys (collationKey.ts), which sort as they are;
 * the collator, ten times slower, is asked where keys are equal and where a text has none.
 */
import type { ListLanguage } from '#shared/ipc/list.ts';
import { collationKey } from '../collationKey.ts';
import { collation, type CompareText } from '../sortKey.ts';
import { putUnder, type OneOrMore } from './manyByKey.ts';
import { mergedInSteps, sortedInSteps, type Steps } from './steps.ts';

type RowsOf = Map<string, OneOrMore<number>>;

/**
 * The texts in their order. Two ways to write the same are one place, where the rows' own order counts: their rows are
 * joined under the first of them, and the other is left out.
 */
export function* textsInOrder(rowsOf: RowsOf, language: ListLanguage): Steps<string[]> {
  const compareText = collation(language);
  const byKey = new Map<string, OneOrMore<string>>();
  const withoutKey: string[] = [];
  let read = 0;
  for (const text of rowsOf.keys()) {
    const key = collationKey(text, language);
    if (key === null) withoutKey.push(text);
    else putUnder(byKey, key, text);
    read += 1;
    if (read % 5_000 === 0) yield;
  }
  const keys = yield* sortedInSteps([...byKey.keys()], byUnits, (run) => run.sort());
  const texts: string[] = [];
  for (const key of keys) {
    const found = byKey.get(key) ?? [];
    if (typeof found === 'string') texts.push(found);
    else texts.push(...joined(found.sort(compareText), rowsOf, compareText));
    if (texts.length % 5_000 === 0) yield;
  }
  if (withoutKey.length === 0) return texts;
  const others = yield* sortedInSteps(withoutKey, compareText);
  const all = yield* mergedInSteps(texts, others, compareText);
  const areOthers = new Set(others);
  return joined(all, rowsOf, (left, right) =>
    // Two with keys that are equal have been joined above.
    areOthers.has(left) || areOthers.has(right) ? compareText(left, right) : -1,
  );
}

const byUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

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
