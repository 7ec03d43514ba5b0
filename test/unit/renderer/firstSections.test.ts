/** Of a long list of sections those in view are drawn at once, and what stood below stays for that moment. */
import { expect, test } from 'vitest';
import { firstSections } from '../../../renderer/domain/firstSections.ts';

const sections = (...sizes: number[]) =>
  sizes.map((size) => ({ title: 'Group', items: Array<string>(size).fill('x') }));

test('new ones until they are so many lines high, older ones behind them', () => {
  const now = sections(5, 0, 3, 4, 5);
  const before = sections(1, 2, 3, 4, 5, 6);
  expect(firstSections(now, before, 11)).toEqual({
    sections: [now[0], now[1], now[2], before[3], before[4], before[5]],
    upTo: 3,
  });
  expect(firstSections(now, [], 11)).toEqual({ sections: now.slice(0, 3), upTo: 3 });
});

test('a heading is as high as a line, and a little space is where there is none', () => {
  const headed = sections(5, 5, 5);
  expect(firstSections(headed, [], 12).upTo).toBe(2);
  const bare = headed.map((section) => ({ ...section, title: '' }));
  expect(firstSections(bare, [], 12).upTo).toBe(3);
});

test('few lines, or those that were drawn whole, are all up to date', () => {
  const now = sections(5, 3);
  expect(firstSections(now, sections(9, 9, 9), 11)).toEqual({ sections: now, upTo: 2 });
  expect(firstSections(now, now, 1)).toEqual({ sections: now, upTo: 2 });
  expect(firstSections(now, [], Infinity)).toEqual({ sections: now, upTo: 2 });
  expect(firstSections([], now, 8)).toEqual({ sections: [], upTo: 0 });
});
