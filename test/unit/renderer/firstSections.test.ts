/** Of a long list of sections those in view are drawn at once, and what stood below stays for that moment. */
import { expect, test } from 'vitest';
import { firstSections } from '../../../renderer/domain/firstSections.ts';

const sections = (...sizes: number[]) =>
  sizes.map((size) => ({ items: Array<string>(size).fill('x') }));

test('new ones until so many lines are there, older ones behind them', () => {
  const now = sections(5, 0, 3, 4, 5);
  const before = sections(1, 2, 3, 4, 5, 6);
  expect(firstSections(now, before, 8)).toEqual({
    sections: [now[0], now[1], now[2], before[3], before[4], before[5]],
    upTo: 3,
  });
  expect(firstSections(now, [], 8)).toEqual({ sections: now.slice(0, 3), upTo: 3 });
});

test('few lines, or those that were drawn whole, are all up to date', () => {
  const now = sections(5, 3);
  expect(firstSections(now, sections(9, 9, 9), 9)).toEqual({ sections: now, upTo: 2 });
  expect(firstSections(now, now, 1)).toEqual({ sections: now, upTo: 2 });
  expect(firstSections(now, [], Infinity)).toEqual({ sections: now, upTo: 2 });
  expect(firstSections([], now, 8)).toEqual({ sections: [], upTo: 0 });
});
