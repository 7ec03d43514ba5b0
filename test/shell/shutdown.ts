import type { ChildProcess } from 'node:child_process';
import { runningChromium } from './runtime.ts';

const children = new Set<ChildProcess>();
let ending = false;

/** A process that must not outlive the run. */
export function endWithRun(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

/** True once the run is being ended, so that nobody takes Chromium's end for an accident. */
export function isEnding(): boolean {
  return ending;
}

/** Ends the helpers, Chromium and this process, in that order. */
export async function endRun(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  const chromium = runningChromium();
  if (chromium) await chromium.end();
  process.exit(code);
}
