import { expect, it } from 'vitest';
import { killedRun } from './killed.ts';

it.each([1, 2, 3])(
  'a process killed at any moment loses and doubles nothing, seed %i',
  async (seed) => {
    expect(await killedRun(seed)).toEqual([]);
  },
);
