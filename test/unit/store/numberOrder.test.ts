import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersInOrder } from '../../../electron/store/list/numberOrder.ts';
import { runAtOnce } from '../../../electron/store/list/steps.ts';

const sorted = (numbers: readonly number[]): number[] => [...runAtOnce(numbersInOrder(numbers))];
const plainly = (numbers: readonly number[]): number[] =>
  numbers.map((_, at) => at).sort((left, right) => (numbers[left] ?? 0) - (numbers[right] ?? 0));

test('numbers come in the order of a plain sort, equal ones as they were', () => {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    fc.constantFrom(0, -0, 0.5, -0.5, 1e-6, 34_600_000_001),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
      expect(sorted(numbers)).toEqual(plainly(numbers));
    }),
    { numRuns: 1_000 },
  );
});

test('many take few pauses and stay in order', () => {
  const many = Array.from({ length: 250_000 }, (_, at) => (at * 7_919) % 250_007);
  const steps = numbersInOrder(many);
  let pauses = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      expect([...value]).toEqual(plainly(many));
      break;
    }
    pauses += 1;
  }
  expect(pauses).toBeGreaterThan(4);
  expect(pauses).toBeLessThan(20);
});
