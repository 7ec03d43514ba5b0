/**
 * Texts in the order of a language. Their first level is compared by keys (collationKey.ts), which sort as they are;
 * the collator, ten times slower, is asked where keys are equal and where a text has none.
 */
import type { ListLanguage } from '#shared/ipc/list.ts';
import { collationKey } from '../collationKey.ts';
import { collation, type CompareText } from '../sortKey.ts';
import { joinedRows, type Rows } from './rowsOf.ts';
import { mergedInSteps, sortedInSteps, type Steps } from './steps.ts';

/**
 * The texts in their order. Two ways to write the same are one place, where the rows' own order counts: their rows are
 * joined under the first of them, and the other is left out.
 */
export function* textsInOrder(rowsOf: Map<string, Rows>, language: ListLanguage): Steps<string[]> {
  const compareText = collation(language);
  const byKey = new Map<string, string | string[]>();
  const withoutKey: string[] = [];
  let read = 0;
  for (const text of rowsOf.keys()) {
    const key = collationKey(text, language);
    if (key === null) withoutKey.push(text);
    else putText(byKey, key, text);
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
  return joined(all, rowsOf, compareText, new Set(others));
}

const byUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function putText(byKey: Map<string, string | string[]>, key: string, text: string): void {
  const known = byKey.get(key);
  if (known === undefined) byKey.set(key, text);
  else if (typeof known === 'string') byKey.set(key, [known, text]);
  else known.push(text);
}

/** `unlike`: where given, only these can be equal to a neighbour. */
function joined(
  texts: readonly string[],
  rowsOf: Map<string, Rows>,
  compareText: CompareText,
  unlike?: ReadonlySet<string>,
): string[] {
  const places: string[] = [];
  for (const text of texts) {
    const before = places.at(-1);
    const mayBeEqual = before !== undefined && (unlike?.has(before) ?? true);
    const isEqual =
      before !== undefined &&
      (mayBeEqual || (unlike?.has(text) ?? true)) &&
      compareText(before, text) === 0;
    if (isEqual) rowsOf.set(before, joinedRows(rowsOf.get(before), rowsOf.get(text)));
    else places.push(text);
  }
  return places;
}
