/**
 * The place of each character in a language's order at its first level, where case and accents do not count. Texts are
 * compared by these ranks, character by character; a collator compares ten times slower, so it is left for what is
 * equal here, and for texts with a character that has no rank.
 */
import type { ListLanguage } from '#shared/ipc/list.ts';

/** The characters of the two languages, but for those that count differently beside others, as the dot of “l·l” does. */
const known = Array.from({ length: 0x17f - 0x1f }, (_, at) =>
  String.fromCharCode(at + 0x20),
).filter((char) => !/[\x7f-\x9f\xad·ªº²³¹¼½¾ßÆæÐðØøÞþĐđĦħıĲĳĸĿŀŁłŉŊŋŒœŦŧſµ]/u.test(char));

/** By code unit; 0 where only the collator knows. */
export type Ranks = Uint16Array;
const tables = new Map<ListLanguage, Ranks>();

export function ranksOf(language: ListLanguage): Ranks {
  const found = tables.get(language);
  if (found !== undefined) return found;
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  const sorted = known.toSorted(compare);
  const ranks = new Uint16Array(0x180);
  let rank = 1;
  sorted.forEach((char, at) => {
    const before = sorted[at - 1];
    if (before !== undefined && compare(before, char) !== 0) rank += 1;
    ranks[char.charCodeAt(0)] = rank;
  });
  tables.set(language, ranks);
  return ranks;
}

export function hasRanks(text: string, ranks: Ranks): boolean {
  for (let at = 0; at < text.length; at += 1) if (rankAt(text, at, ranks) === 0) return false;
  return true;
}

/** The end of a text comes before every character. */
export const rankAt = (text: string, at: number, ranks: Ranks): number =>
  at < text.length ? (ranks[text.charCodeAt(at)] ?? 0) : 0;

/** Negative, zero, positive. The first `alike` characters are known to be. */
export function compareByRanks(left: string, right: string, ranks: Ranks, alike = 0): number {
  const end = Math.min(left.length, right.length);
  for (let at = alike; at < end; at += 1) {
    const difference = rankAt(left, at, ranks) - rankAt(right, at, ranks);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
