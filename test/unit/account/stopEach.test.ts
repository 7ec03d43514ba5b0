import { expect, test } from 'vitest';
import { stopEach } from '../../../electron/account/stopEach.ts';

test('a part that fails to end is told of, and those behind it are ended, each in its turn', async () => {
  const ended: string[] = [];
  const faults: unknown[] = [];
  await stopEach(
    [
      () => Promise.reject(new Error('locked')),
      async () => {
        await new Promise((resolve) => void setImmediate(resolve));
        ended.push('slow');
      },
      () => {
        throw new Error('gone');
      },
      () => void ended.push('last'),
    ],
    (failure) => faults.push(failure),
  );
  expect(ended).toEqual(['slow', 'last']);
  expect(faults).toMatchObject([{ message: 'locked' }, { message: 'gone' }]);
});
