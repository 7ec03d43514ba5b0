import { expect, it } from 'vitest';
import { settledWithin } from '../../../electron/desktop/settledWithin.ts';

it('ends with the work, well or badly', async () => {
  expect(await settledWithin(Promise.resolve('done'), 60_000)).toBe(true);
  expect(await settledWithin(Promise.reject(new Error('no')), 60_000)).toBe(true);
});

it('gives up on work that never ends', async () => {
  expect(await settledWithin(new Promise(() => undefined), 1)).toBe(false);
});
