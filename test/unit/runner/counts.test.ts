import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  atLeastOne,
  judge,
  judgeHalf,
  sum,
  summaryLine,
  type Counts,
} from '../../runner/counts.ts';
import { countsFromPlaywright } from '../../runner/playwrightReport.ts';
import { countsFromVitest } from '../../runner/vitestReport.ts';

/** What the runners wrote when they were run on small projects, without stacks and settings. */
const captured = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'captured', `${name}.json`), 'utf8'));

const counts = (passed: number, failed: number, skipped = 0): Counts => ({
  passed,
  failed,
  skipped,
});

describe("Vitest's report", () => {
  it('counts tests, and a file that cannot be loaded or whose hook threw as one failed test', () => {
    // One passed, one failed, one skipped, one to do; a broken file; a hook with two tests behind it.
    expect(judge(countsFromVitest(captured('vitest-mixed')), 1)).toEqual(counts(1, 3, 4));
  });
  it('believes the exit code where the report names no failure', () => {
    const report = countsFromVitest(captured('vitest-unhandled'));
    expect(report).toEqual(counts(1, 0));
    expect(judge(report, 1)).toEqual(counts(1, 1));
    expect(judge(report, 0)).toEqual(counts(1, 0));
  });
  it('takes a run without tests for a failure', () => {
    const report = countsFromVitest(captured('vitest-none'));
    expect(judge(report, 1)).toEqual(counts(0, 1));
    expect(judge(report, 0)).toEqual(counts(0, 1));
  });
  it('has an unknown status fail', () => {
    const testResults = [{ status: 'passed', assertionResults: [{ status: 'new' }] }];
    expect(countsFromVitest({ testResults })).toEqual(counts(0, 1));
  });
});

describe("Playwright's report", () => {
  it('counts tests; an expected failure passes, and what did not run is skipped', () => {
    expect(judge(countsFromPlaywright(captured('playwright-mixed')), 1)).toEqual(counts(2, 2, 2));
  });
  it('counts a spec that cannot be loaded', () => {
    expect(judge(countsFromPlaywright(captured('playwright-broken')), 1)).toEqual(counts(0, 1));
  });
  it('takes a run without tests for a failure', () => {
    const report = countsFromPlaywright(captured('playwright-none'));
    expect(judge(report, 1)).toEqual(counts(0, 1));
  });
  it('takes a second try for a failure', () => {
    const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 0 };
    expect(countsFromPlaywright({ stats, errors: [] })).toEqual(counts(3, 1));
  });
});

describe('a suite in two halves', () => {
  // Playwright's report of a filter that fits nothing, run with --pass-with-no-tests.
  const empty = judgeHalf(countsFromPlaywright(captured('playwright-empty')), 0);

  it('may have one left empty by a filter', () => {
    expect(empty).toEqual(counts(0, 0));
    expect(atLeastOne(sum([counts(21, 0), empty]))).toEqual(counts(21, 0));
    expect(atLeastOne(sum([empty, counts(1, 0)]))).toEqual(counts(1, 0));
  });
  it('has failed where both are empty, or where one broke off', () => {
    expect(atLeastOne(sum([empty, empty]))).toEqual(counts(0, 1));
    expect(atLeastOne(sum([counts(21, 0), judgeHalf(countsFromPlaywright(null), 1)]))).toEqual(
      counts(21, 1),
    );
    expect(judgeHalf(countsFromPlaywright(captured('playwright-empty')), 1)).toEqual(counts(0, 1));
  });
});

describe('a runner', () => {
  it('that left no report has failed', () => {
    expect(judge(countsFromVitest(null), 0)).toEqual(counts(0, 1));
    expect(judge(countsFromPlaywright(null), 0)).toEqual(counts(0, 1));
    expect(judge(countsFromVitest(captured('playwright-mixed')), 0)).toEqual(counts(0, 1));
    expect(judge(countsFromPlaywright(captured('vitest-mixed')), 0)).toEqual(counts(0, 1));
  });
  it('that skipped everything has failed', () => {
    expect(judge(counts(0, 0, 4), 0)).toEqual(counts(0, 1, 4));
  });
});

describe('the last line', () => {
  it('adds up every runner', () => {
    expect(summaryLine(sum([counts(1, 0), counts(20, 1), counts(3, 0)]))).toBe(
      '24 passed, 1 failed',
    );
  });
  it('tells of skipped tests when there are any', () => {
    expect(summaryLine(sum([counts(1, 0, 2), counts(2, 0)]))).toBe('3 passed, 0 failed, 2 skipped');
  });
  it('of no runner at all says so', () => {
    expect(summaryLine(sum([]))).toBe('0 passed, 0 failed');
  });
});
