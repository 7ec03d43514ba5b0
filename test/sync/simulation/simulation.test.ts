import { describe, expect, it } from 'vitest';
import { failedOnce } from './failedOnce.ts';
import { run } from './run.ts';

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
