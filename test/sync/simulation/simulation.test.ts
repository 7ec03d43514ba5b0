import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failedOnce } from './failedOnce.ts';
import { run } from './run.ts';
import { mutants } from './waysToBreak.ts';

/** A fixed share of what `npm run simulate` runs; a failure names its seed. */
describe('no edit lost, none doubled, none silent', () => {
  const blocks = Array.from({ length: 12 }, (_, index) => 1 + index * 25);
  it.each(blocks)('25 runs from seed %i', async (first) => {
    for (let seed = first; seed < first + 25; seed += 1) {
      const { failures } = await run(seed);
      expect(failures, `npm run simulate -- --seed ${seed} --runs 1`).toEqual([]);
    }
  });
});

describe('what failed once', () => {
  it.each(failedOnce)('seed $seed: $why', async ({ seed, script }) => {
    const { failures } = await run(seed, script);
    expect(failures).toEqual([]);
  });
});

/** Whether the simulation catches them takes a while to tell: `npm run simulate:mutants`. */
it.each(mutants)('it can still be broken: $name', ({ file, find }) => {
  const root = resolve(import.meta.dirname, '..', '..', '..');
  expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
});
