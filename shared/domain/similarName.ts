/**
 * Whether two names are very likely the same one. The measure is the edit distance with swapped neighbours (optimal
 * string alignment) between the names without case, accents and marks, their words in alphabetical order: one edit for
 * short names, two from twelve letters on. Names of one word say too little to be compared.
 */
import { folded } from './searchText.ts';

const longName = 12;
/** Names that are longer are compared by their beginning. */
const longestCompared = 80;

/** The name as it is compared; null where it says too little. */
export function comparableName(name: string): string | null {
  const words = folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length < 2 || words.every((word) => word.length < 3)) return null;
  return words.sort().join(' ').slice(0, longestCompared);
}

/** Both as `comparableName` gives them. */
export function areSimilar(left: string, right: string): boolean {
  if (left === right) return true;
  const most = Math.min(left.length, right.length) >= longName ? 2 : 1;
  return editDistance(left, right, most) <= most;
}

/**
 * Keys under which names that may be similar meet: each word together with the initials of the others. Names with a slip
 * in one word share the key of another word; a slip in the initial itself is not found, which is what keeps this fast.
 */
export function blockingKeys(name: string): string[] {
  const words = name.split(' ');
  return words.flatMap((word, index) => {
    if (word.length < 3) return [];
    const initials = words.flatMap((other, at) => (at === index ? [] : [other.charAt(0)]));
    return [`${word}|${initials.join('')}`];
  });
}

/** Gives up with `most + 1` as soon as it is surely more. */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(most + 1, last[right.length] ?? most + 1);
}
