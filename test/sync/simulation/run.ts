/** One run: a script from a seed (or a shorter one), the healing, the verdict. */
import { act } from './act.ts';
import { heal } from './heal.ts';
import { unseenEdits, verdict } from './oracle.ts';
import { scriptFor, type Step } from './script.ts';
import { createWorld } from './world.ts';

export interface Run {
  readonly seed: number;
  readonly script: readonly Step[];
  readonly failures: readonly string[];
}

export async function run(seed: number, script: readonly Step[] = scriptFor(seed)): Promise<Run> {
  const world = await createWorld(seed);
  const failures: string[] = [];
  try {
    for (const step of script) {
      await act(world, step);
      failures.push(...unseenEdits(world));
    }
    const stuck = await heal(world);
    if (stuck !== null) failures.push(stuck);
    failures.push(...verdict(world));
  } catch (error) {
    failures.push(
      `thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    await world.end();
  }
  return { seed, script, failures };
}

/** The shortest script that still fails: steps are left out as long as it does. */
export async function shrink(failed: Run, budget = 200): Promise<Run> {
  let best = failed;
  let left = budget;
  for (let size = Math.ceil(best.script.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < best.script.length && left > 0;) {
      const script = [...best.script.slice(0, start), ...best.script.slice(start + size)];
      left -= 1;
      const shorter = await run(best.seed, script);
      if (shorter.failures.length > 0) best = shorter;
      else start += size;
    }
  }
  return best;
}
