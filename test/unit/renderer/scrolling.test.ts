/** Where rows stand in a long list, and what is read of it while it moves. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { pagesWanted } from '../../../renderer/domain/pagesWanted.ts';
import {
  ahead,
  keptScroll,
  placeOf,
  runsAhead,
  scrollHeight,
  scrollTo,
  topBehind,
  type Room,
} from '../../../renderer/domain/rowPlaces.ts';
import { ScrollSpeed } from '../../../renderer/domain/scrollSpeed.ts';

const room = (total: number): Room => ({ total, rowHeight: 36, headHeight: 34, screen: 700 });

/** How far below the top of what is in view a row is drawn. */
const topOf = (list: Room, row: number, scrolled: number): number =>
  placeOf(list, row, scrolled) - scrolled;

describe('places', () => {
  it('are those of the page in a list that has room', () => {
    expect(scrollHeight(room(100))).toBe(34 + 3_600);
    expect(ahead(room(100), 50)).toBe(0);
    expect(ahead(room(0), 0)).toBe(0);
  });

  it('of the last row of a million can be reached, on a page that is not too high', () => {
    const many = room(1_000_000);
    const end = scrollHeight(many) - many.screen;
    expect(scrollHeight(many)).toBeLessThan(20_000_000);
    expect(topOf(many, 0, 0)).toBe(many.headHeight);
    expect(topOf(many, 999_999, end)).toBe(many.screen - many.rowHeight);
  });

  it('of any row can be scrolled to, and then it is whole in view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, from, to) => {
          const long = room(total);
          const end = Math.max(0, scrollHeight(long) - long.screen);
          const row = Math.floor(to * (total - 1));
          const scrolled = Math.min(scrollTo(long, row, from * end) ?? from * end, end);
          const top = topOf(long, row, scrolled);
          // A pixel is lost where the list runs ahead.
          expect(top).toBeGreaterThanOrEqual(long.headHeight - 1.5);
          expect(top + long.rowHeight).toBeLessThanOrEqual(long.screen + 1.5);
        },
      ),
    );
  });
});

describe('a list that grows or shrinks', () => {
  it('is scrolled so that the same rows stay in view, as far as it still has them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, later, at) => {
          const [before, after] = [room(total), room(later)];
          const scrolled = at * Math.max(0, scrollHeight(before) - before.screen);
          const end = Math.max(0, scrollHeight(after) - after.screen);
          const now = Math.min(keptScroll(before, after, scrolled), end);
          const rowAtTop = (list: Room, from: number): number =>
            (from + ahead(list, from)) / list.rowHeight;
          const lowest = Math.max(0, rowAtTop(after, end));
          const expected = Math.min(rowAtTop(before, scrolled), lowest);
          // A pixel is lost where the list runs ahead.
          expect(Math.abs(rowAtTop(after, now) - expected)).toBeLessThan(2 / after.rowHeight);
        },
      ),
    );
    expect(keptScroll(room(100), room(200), 1_234)).toBe(1_234);
  });
});

describe('rows counted from another one', () => {
  it('have to be cut off at the end of the page only in a list that has no room on it', () => {
    expect(runsAhead(room(440_000))).toBe(false);
    expect(runsAhead(room(450_000))).toBe(true);
  });

  it('stand in their own places, but never below the end of the page', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        fc.nat(),
        (total, at, one, other) => {
          const long = room(total);
          const scrolled = at * Math.max(0, scrollHeight(long) - long.screen);
          const [from, row] = [one % total, other % total];
          const place = placeOf(long, from, scrolled);
          const own = placeOf(long, row, scrolled);
          const end = scrollHeight(long) - long.rowHeight;
          expect(place + topBehind(long, row - from, place)).toBe(Math.min(own, end));
        },
      ),
    );
    const many = room(1_000_000);
    expect(placeOf(many, 999_999, 0)).toBeGreaterThan(scrollHeight(many));
    expect(topBehind(many, 999_999, placeOf(many, 0, 0))).toBe(16_000_000 - 36 - 34);
  });
});

describe('pages', () => {
  const list = { pageSize: 100, total: 10_000 };
  const still = { speed: 0, wait: 20 };

  it('are those in view while the list stands', () => {
    expect(pagesWanted([0, 20], still, list)).toEqual([0]);
    expect(pagesWanted([190, 210], still, list)).toEqual([1, 2]);
    expect(pagesWanted([0, -1], still, { ...list, total: 0 })).toEqual([0]);
  });

  it('are read ahead the way the list goes, and not past its end', () => {
    expect(pagesWanted([150, 170], { speed: 0.5, wait: 20 }, list)).toEqual([1, 2]);
    expect(pagesWanted([150, 170], { speed: -0.5, wait: 20 }, list)).toEqual([1, 0]);
    expect(pagesWanted([9_980, 9_999], { speed: 3, wait: 20 }, list)).toEqual([99]);
  });

  it('that have gone by when the answer comes are asked for last', () => {
    const wanted = pagesWanted([1_000, 1_020], { speed: 10, wait: 50 }, list);
    expect(wanted).toEqual([15, 16, 17, 18, 19, 20, 10]);
  });
});

describe('speed', () => {
  it('is that of the last moves, and none after a jump or a rest', () => {
    const speed = new ScrollSpeed();
    speed.moved(0, 0);
    speed.moved(16, 16);
    expect(speed.of(16)).toBe(1);
    speed.moved(0, 24);
    expect(speed.of(24)).toBe(-0.5);
    expect(speed.of(500)).toBe(0);
    speed.moved(9_000, 510);
    expect(speed.of(510)).toBe(0);
  });
});
