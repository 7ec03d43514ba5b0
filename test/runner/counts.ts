/** How many tests passed, failed and were skipped, over all the runners of a run. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Counts = { ...none, passed: 1 };
export const oneFailed: Counts = { ...none, failed: 1 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    none,
  );
}

/**
 * What a runner's run is worth. Its report alone is not believed: one that ended badly without naming a
 * failed test, left no report (`null`), or executed no test has failed once.
 */
export function judge(reported: Counts | null, exitCode: number): Counts {
  return atLeastOne(judgeHalf(reported, exitCode));
}

/** The same for one half of a suite, which a filter may leave without a test: the halves together are to have one. */
export function judgeHalf(reported: Counts | null, exitCode: number): Counts {
  if (reported === null) return oneFailed;
  const endedBadly = exitCode !== 0 && reported.failed === 0;
  return endedBadly ? { ...reported, failed: 1 } : reported;
}

/** What executed no test has failed once: most likely nothing has the name that was asked for. */
export function atLeastOne(counts: Counts): Counts {
  return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** `12 passed, 0 failed`, with `, 3 skipped` when there are any. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
