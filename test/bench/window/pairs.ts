/** Two samples taken by turns, round after round, and the figures that are read from them. */
import { median, type Comparison } from '../compare.ts';

export interface Pair<Sample> {
  readonly libreta: Sample;
  readonly baseline: Sample;
}

/** The order changes each round, so that a slow minute slows both. */
export async function byTurns<Sample>(
  rounds: number,
  libreta: () => Promise<Sample>,
  baseline: () => Promise<Sample>,
): Promise<Pair<Sample>[]> {
  const pairs: Pair<Sample>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await libreta();
      pairs.push({ libreta: first, baseline: await baseline() });
    } else {
      const first = await baseline();
      pairs.push({ libreta: await libreta(), baseline: first });
    }
  }
  return pairs;
}

/** One figure of every sample: its medians, and the median of the rounds' ratios. */
export function figureOf<Sample>(
  pairs: readonly Pair<Sample>[],
  figure: (sample: Sample) => number,
): Comparison {
  const values = pairs.map(({ libreta, baseline }) => [figure(libreta), figure(baseline)] as const);
  return {
    libreta: median(values.map(([value]) => value)),
    baseline: median(values.map(([, value]) => value)),
    ratio: median(values.map(([mine, theirs]) => (mine === theirs ? 1 : mine / theirs))),
    rounds: pairs.length,
  };
}

/** The worst of every sample of each side, however rare. */
export function worstOf<Sample>(
  pairs: readonly Pair<Sample>[],
  figure: (sample: Sample) => number,
): Comparison {
  return sideBySide(pairs, figure, (values) => Math.max(...values));
}

/** All of it, of every sample of each side. */
export function sumOf<Sample>(
  pairs: readonly Pair<Sample>[],
  figure: (sample: Sample) => number,
): Comparison {
  return sideBySide(pairs, figure, (values) => values.reduce((sum, value) => sum + value, 0));
}

function sideBySide<Sample>(
  pairs: readonly Pair<Sample>[],
  figure: (sample: Sample) => number,
  joined: (values: readonly number[]) => number,
): Comparison {
  const libreta = joined(pairs.map((pair) => figure(pair.libreta)));
  const baseline = joined(pairs.map((pair) => figure(pair.baseline)));
  const ratio = libreta === baseline ? 1 : libreta / baseline;
  return { libreta, baseline, ratio, rounds: pairs.length };
}
