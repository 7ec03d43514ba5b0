import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRequest, usualSteps } from '../../runner/steps.ts';

const entry = resolve(import.meta.dirname, '..', '..', 'run.mjs');
const folder = mkdtempSync(join(tmpdir(), 'libreta-runner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of the run's own output, and of its complaints. */
function start(...args: string[]): { lines: string[]; complaints: string[]; code: number | null } {
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const linesOf = (text: string): string[] => text.trim().split('\n');
  return { lines: linesOf(ran.stdout), complaints: linesOf(ran.stderr), code: ran.status };
}

describe('a test run', () => {
  it('runs the named step and ends with its count', () => {
    const { lines, code } = start(entry, 'unit', '--', 'test/unit/runner/counts.test.ts');
    expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed$/u);
    expect(code).toBe(0);
  });
  it('fails when nothing was run', () => {
    const { lines, code } = start(entry, 'unit', '--', 'no-such-test');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });
  it('tells of a step that there is not', () => {
    const { complaints, code } = start(entry, 'units');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('There is no step "units"');
    expect(code).toBe(1);
  });
  it('tells an old Node in one line', () => {
    // The same file, told that it runs on Node 20.
    const old = join(folder, 'old.mjs');
    const version = "Object.defineProperty(process.versions, 'node', { value: '20.1.0' });\n";
    writeFileSync(old, version + readFileSync(entry, 'utf8').replace(/^#!.*\n/u, ''));
    const { complaints, code } = start(old);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('The tests need Node 24 or newer; this is 20.1.0');
    expect(code).toBe(1);
  });
});

describe('what is asked for', () => {
  it('is every check when nothing is named', () => {
    expect(parseRequest([])).toEqual({ names: usualSteps, filters: [] });
    expect(usualSteps).toEqual(['typecheck', 'lint', 'unit', 'build', 'e2e']);
  });
  it('is the steps that are named, in that order', () => {
    expect(parseRequest(['build', 'e2e'])).toEqual({ names: ['build', 'e2e'], filters: [] });
  });
  it('may be part of one step', () => {
    const request = { names: ['unit'], filters: ['test/sync', '--bail=1'] };
    expect(parseRequest(['unit', '--', 'test/sync', '--bail=1'])).toEqual(request);
    expect(parseRequest(['--', 'test/sync'])).toContain('exactly one step');
    expect(parseRequest(['constructor'])).toContain('no step "constructor"');
  });
});
