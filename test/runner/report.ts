/** Where a runner leaves its report, and reading it back. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lets work write a JSON file and reads it; null when there is none that can be read. */
export async function withReport<T>(
  work: (file: string) => Promise<T>,
): Promise<{ outcome: T; report: unknown }> {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-test-'));
  const file = join(folder, 'report.json');
  try {
    const outcome = await work(file);
    return { outcome, report: readJson(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
