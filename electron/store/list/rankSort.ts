/**
 * Texts sorted by the ranks of their characters: parted by one character at a time, so that what many of them begin with
 * is looked at once and not in each comparison (multikey quicksort).
 */
import { compareByRanks, rankAt, type Ranks } from '../collationRanks.ts';
import type { Steps } from './steps.ts';

/** So few are put in order one by one. */
const few = 12;
/** Texts that are looked at between two pauses. */
const atOnce = 20_000;

/** In place; texts with equal ranks end up beside each other. Every character must have a rank. */
export function* sortByRanks(texts: string[], ranks: Ranks): Steps<void> {
  // Ranges that are still to be sorted, each by its beginning, its end and how many characters are alike.
  const open = [0, texts.length, 0];
  let looked = 0;
  while (open.length > 0) {
    const alike = open.pop() ?? 0;
    const end = open.pop() ?? 0;
    const begin = open.pop() ?? 0;
    looked += end - begin;
    if (looked >= atOnce) {
      looked = 0;
      yield;
    }
    if (end - begin <= few) sortFew(texts, begin, end, ranks, alike);
    else {
      const pivot = middleRank(texts, begin, end, ranks, alike);
      const [low, high] = parted(texts, begin, end, ranks, alike, pivot);
      open.push(begin, low, alike, high, end, alike);
      // Those that end here are alike.
      if (pivot !== 0) open.push(low, high, alike + 1);
    }
  }
}

/** Lower ranks to the beginning, higher ones to the end; answers where those between them begin and end. */
function parted(
  texts: string[],
  begin: number,
  end: number,
  ranks: Ranks,
  place: number,
  pivot: number,
): [low: number, high: number] {
  let low = begin;
  let high = end;
  for (let at = begin; at < high;) {
    const rank = rankAt(texts[at] ?? '', place, ranks);
    if (rank < pivot) swap(texts, low++, at++);
    else if (rank > pivot) swap(texts, at, --high);
    else at += 1;
  }
  return [low, high];
}

/** Of the first, the middle and the last text, so that a list in order is no worse than another. */
function middleRank(
  texts: readonly string[],
  begin: number,
  end: number,
  ranks: Ranks,
  place: number,
): number {
  const at = (index: number): number => rankAt(texts[index] ?? '', place, ranks);
  const [first, middle, last] = [at(begin), at((begin + end) >>> 1), at(end - 1)];
  return Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
}

function sortFew(texts: string[], begin: number, end: number, ranks: Ranks, alike: number): void {
  for (let next = begin + 1; next < end; next += 1) {
    const text = texts[next] ?? '';
    let at = next;
    for (; at > begin; at -= 1) {
      const before = texts[at - 1] ?? '';
      if (compareByRanks(before, text, ranks, alike) <= 0) break;
      texts[at] = before;
    }
    texts[at] = text;
  }
}

function swap(texts: string[], one: number, other: number): void {
  const text = texts[one] ?? '';
  texts[one] = texts[other] ?? '';
  texts[other] = text;
}
