/** Measuring two ways to do the same work side by side, on a machine that does other things too. */

/** One way to do the work; it answers how long the part that counts took, in milliseconds. */
export type Attempt = () => Promise<number> | number;

export interface Comparison {
  /** Medians over the rounds, in milliseconds. */
  readonly libreta: number;
  readonly baseline: number;
  /** The median of the rounds' own ratios, Libreta to baseline: below 1, Libreta took less time. */
  readonly ratio: number;
  readonly rounds: number;
}

/** Runs both by turns, in an order that changes each round, so that a slow minute slows both. */
export async function compare(
  libreta: Attempt,
  baseline: Attempt,
  rounds: number,
): Promise<Comparison> {
  const times: { libreta: number; baseline: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await libreta();
      times.push({ libreta: first, baseline: await baseline() });
    } else {
      const first = await baseline();
      times.push({ libreta: await libreta(), baseline: first });
    }
  }
  return {
    libreta: median(times.map((time) => time.libreta)),
    baseline: median(times.map((time) => time.baseline)),
    ratio: median(times.map((time) => time.libreta / time.baseline)),
    rounds,
  };
}

/** Milliseconds that synchronous work takes, repeated; per repetition. */
export function timed(work: () => void, repetitions = 1): number {
  const startedAt = performance.now();
  for (let index = 0; index < repetitions; index += 1) work();
  return (performance.now() - startedAt) / repetitions;
}

/** Milliseconds until the work has ended. */
export async function timedUntilEnd(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
