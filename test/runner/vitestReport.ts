/** Reads the report of Vitest's JSON reporter. */
import { z } from 'zod';
import { none, sum, type Counts } from './counts.ts';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * The tests of a report. A file that failed without a failed test of its own (it could not be loaded,
 * or a hook threw) counts as one failed test. Null for what is no such report.
 */
export function countsFromVitest(report: unknown): Counts | null {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return null;
  return sum(
    parsed.data.testResults.map((file) => {
      const tests = sum(file.assertionResults.map(({ status }) => countOf(status)));
      return file.status === 'failed' && tests.failed === 0 ? { ...tests, failed: 1 } : tests;
    }),
  );
}

function countOf(status: string): Counts {
  switch (status) {
    case 'passed':
      return { ...none, passed: 1 };
    case 'skipped':
    case 'pending':
    case 'todo':
    case 'disabled':
      return { ...none, skipped: 1 };
    default:
      return { ...none, failed: 1 };
  }
}
