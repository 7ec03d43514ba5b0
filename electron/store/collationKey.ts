/**
 * Text as a key that is compared by its code units and gives the order of a language's collation at its first level,
 * where case and accents do not count. A collator compares ten times slower, so it is left for what is equal here.
 */
import type { ListLanguage } from '#shared/ipc/list.ts';

/** The characters of the two languages; text with any other one has no key. */
const known = Array.from({ length: 0x17f - 0x1f }, (_, at) =>
  String.fromCharCode(at + 0x20),
).filter((char) => !/[\x7f-\x9f\xadªº²³¹¼½¾ßÆæÐðØøÞþĐđĦħıĲĳĸĿŀŁłŉŊŋŒœŦŧſµ]/u.test(char));

type Table = Uint16Array;
const tables = new Map<ListLanguage, Table>();

function tableOf(language: ListLanguage): Table {
  const found = tables.get(language);
  if (found !== undefined) return found;
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  const sorted = known.toSorted(compare);
  const table = new Uint16Array(0x180);
  let rank = 1;
  sorted.forEach((char, at) => {
    const before = sorted[at - 1];
    if (before !== undefined && compare(before, char) !== 0) rank += 1;
    table[char.charCodeAt(0)] = rank;
  });
  tables.set(language, table);
  return table;
}

/** The key of a text; null where only the collator knows. */
export function collationKey(text: string, language: ListLanguage): string | null {
  const table = tableOf(language);
  const ranks: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const rank = table[text.charCodeAt(at)] ?? 0;
    if (rank === 0) return null;
    ranks.push(rank);
  }
  return ranks.length > 5_000 ? null : String.fromCharCode(...ranks);
}
