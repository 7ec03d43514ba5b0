/** Long work in small steps: at once where the caller waits in place, with pauses where the window shall stay alive. */
import { LibretaError } from '#shared/ipc/errors.ts';

/** Work that stops at every `yield`; its end is its answer. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Milliseconds of work between two pauses: half a frame. */
const atOnce = 8;

export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** `alive`: false when what the work stands on has gone. @throws LibretaError cancelled */
export async function runWithPauses<T>(steps: Steps<T>, alive: () => boolean): Promise<T> {
  for (;;) {
    const startedAt = performance.now();
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() - startedAt < atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    if (!alive()) throw new LibretaError('cancelled');
  }
}

/** A stable merge sort that stops now and then. `sortRun`: a quicker way to the same order for some thousand items. */
export function* sortedInSteps<T>(
  items: readonly T[],
  compare: (left: T, right: T) => number,
  sortRun = (run: T[]): T[] => run.sort(compare),
): Steps<T[]> {
  // Long enough that few merges follow, short enough for a pause after each.
  const size = 8_000;
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += size) {
    runs.push(sortRun(items.slice(at, at + size)));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergedInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Two lists in order as one; of equal items the left one's come first. */
export function* mergedInSteps<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (left: T, right: T) => number,
): Steps<T[]> {
  const merged: T[] = [];
  let fromLeft = 0;
  let fromRight = 0;
  while (fromLeft < left.length || fromRight < right.length) {
    const one = left[fromLeft];
    const other = right[fromRight];
    if (one !== undefined && (other === undefined || compare(one, other) <= 0)) {
      merged.push(one);
      fromLeft += 1;
    } else if (other !== undefined) {
      merged.push(other);
      fromRight += 1;
    }
    if (merged.length % 5_000 === 0) yield;
  }
  return merged;
}
