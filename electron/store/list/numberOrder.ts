/**
 * Numbers sorted by their bits, sixteen at a time (radix sort): no two are ever compared, and equal ones stay in the
 * order in which they came.
 */
import type { Steps } from './steps.ts';

/** Numbers that are moved between two pauses. */
const atOnce = 100_000;

/** The places of the numbers, from the least to the greatest. None may be NaN. */
export function* numbersInOrder(numbers: readonly number[]): Steps<Uint32Array> {
  const parts = sortableBits(numbers);
  let order = Uint32Array.from(numbers, (_, at) => at);
  let next = new Uint32Array(numbers.length);
  // From the lowest sixteen bits to the highest.
  for (let part = 0; part < 4; part += 1) {
    yield;
    const begins = beginnings(parts, part);
    if (begins === null) continue;
    for (let done = 0; done < order.length; done += 1) {
      const at = order[done] ?? 0;
      const bits = parts[4 * at + part] ?? 0;
      const place = begins[bits] ?? 0;
      next[place] = at;
      begins[bits] = place + 1;
      if ((done + 1) % atOnce === 0) yield;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Where those with each sixteen bits begin; null where all have the same. */
function beginnings(parts: Uint16Array, part: number): Uint32Array | null {
  const counts = new Uint32Array(1 << 16);
  const count = parts.length / 4;
  for (let at = part; at < parts.length; at += 4) {
    const bits = parts[at] ?? 0;
    counts[bits] = (counts[bits] ?? 0) + 1;
  }
  if (counts[parts[part] ?? 0] === count) return null;
  let begin = 0;
  for (let bits = 0; bits < counts.length; bits += 1) {
    const here = counts[bits] ?? 0;
    counts[bits] = begin;
    begin += here;
  }
  return counts;
}

/**
 * Numbers as whole ones of 64 bits without a sign that have the same order, each as four parts, the lowest first: every
 * system that Electron runs on keeps the low bytes first.
 */
function sortableBits(numbers: readonly number[]): Uint16Array {
  // With nothing added, zero has two ways to be written.
  const doubles = Float64Array.from(numbers, (number) => number + 0);
  const words = new Uint32Array(doubles.buffer);
  for (let high = 1; high < words.length; high += 2) {
    const bits = words[high] ?? 0;
    if (bits >>> 31 === 1) {
      words[high - 1] = ~(words[high - 1] ?? 0);
      words[high] = ~bits;
    } else words[high] = bits | 0x80000000;
  }
  return new Uint16Array(doubles.buffer);
}
