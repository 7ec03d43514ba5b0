/** Frames as figures: the usual one, the slow ones, the slowest, and those that were too slow or showed nothing. */
import { median } from '../compare.ts';
import type { Result } from '../result.ts';
import type { Frames } from './frames.ts';
import { figureOf, sumOf, worstOf, type Pair } from './pairs.ts';

/** A frame that is longer than this is seen as a stutter. Milliseconds. */
const tooLong = 50;
const isTooLong = (gap: number): boolean => Math.round(gap) > tooLong;

export function frameResults<Sample>(
  what: string,
  pairs: readonly Pair<Sample>[],
  framesOf: (sample: Sample) => Frames,
): Result[] {
  const gaps = (figure: (gaps: readonly number[]) => number) =>
    figureOf(pairs, (sample) => figure(framesOf(sample).gaps));
  return [
    { what: `${what}: mean frame`, target: 1.1, ...gaps(mean) },
    { what: `${what}: median`, ...gaps(median) },
    { what: `${what}: 95th percentile`, ...gaps((all) => percentile(all, 0.95)) },
    {
      what: `${what}: longest of all rounds`,
      ...worstOf(pairs, (sample) => Math.max(...framesOf(sample).gaps)),
    },
    {
      what: `${what}: frames over ${tooLong} ms`,
      unit: 'count',
      ...sumOf(pairs, (sample) => framesOf(sample).gaps.filter(isTooLong).length),
    },
    {
      what: `${what}: frames with a blank row`,
      unit: 'count',
      ...sumOf(pairs, (sample) => framesOf(sample).blank),
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
