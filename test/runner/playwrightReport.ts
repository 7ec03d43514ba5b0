/** Reads the report of Playwright's JSON reporter. */
import { z } from 'zod';
import type { Counts } from './counts.ts';

const reportSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/**
 * The tests of a report. A test that passed at a second try has failed at the first; an error outside every
 * test (a spec that cannot be loaded, no test found) is one failed test. Null for what is no such report.
 */
export function countsFromPlaywright(report: unknown): Counts | null {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return null;
  const { stats, errors } = parsed.data;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
