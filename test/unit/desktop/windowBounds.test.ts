import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeWindow,
  rememberedWindowSchema,
  smallest,
  usual,
  type Area,
} from '../../../electron/desktop/windowBounds.ts';

const laptop: Area = { x: 0, y: 25, width: 1440, height: 875 };
const right: Area = { x: 1440, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  x,
  y,
  width,
  height,
  maximized: false,
});

describe('the place of the window', () => {
  it('is left to the system the first time', () => {
    expect(placeWindow(null, [laptop])).toEqual(usual);
  });

  it('is where it was', () => {
    expect(placeWindow(at(100, 100), [laptop])).toEqual({
      x: 100,
      y: 100,
      width: 1000,
      height: 700,
    });
  });

  it('is on the display that held most of it', () => {
    expect(placeWindow(at(1300, 100), [laptop, right])).toMatchObject({ x: 1440, y: 100 });
    expect(placeWindow(at(600, 100), [laptop, right])).toMatchObject({ x: 440, y: 100 });
  });

  it('is left to the system when its display is gone', () => {
    expect(placeWindow(at(2000, 100), [laptop])).toEqual(usual);
    expect(placeWindow(at(0, 0), [])).toEqual(usual);
  });

  it('shrinks to its display, but not below what the page needs', () => {
    expect(placeWindow(at(0, 25, 1900, 1000), [laptop])).toEqual({ ...laptop });
    const tiny = { x: 0, y: 0, width: 800, height: 480 };
    expect(placeWindow(at(300, 200), [tiny])).toEqual({ x: 0, y: 0, ...smallest });
  });

  it('is wholly on one display whenever that is large enough', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const display = fc.record({
      x: number,
      y: number,
      width: fc.integer({ min: smallest.width, max: 4000 }),
      height: fc.integer({ min: smallest.height, max: 3000 }),
    });
    const remembered = fc.record({
      x: number,
      y: number,
      width: fc.integer({ min: smallest.width, max: 6000 }),
      height: fc.integer({ min: smallest.height, max: 6000 }),
      maximized: fc.boolean(),
    });
    fc.assert(
      fc.property(remembered, fc.array(display), (window, displays) => {
        const place = placeWindow(window, displays);
        if (!('x' in place)) return;
        const fits = displays.some(
          (d) =>
            place.x >= d.x &&
            place.y >= d.y &&
            place.x + place.width <= d.x + d.width &&
            place.y + place.height <= d.y + d.height,
        );
        expect(fits).toBe(true);
      }),
    );
  });
});

describe('what is remembered', () => {
  it.each([
    {},
    { ...at(0, 0), width: 0 },
    { ...at(0, 0), height: 1e9 },
    { ...at(0.5, 0) },
    { ...at(0, 0), x: null },
    { ...at(0, 0), maximized: 'yes' },
    'text',
  ])('is refused as %j', (value) => {
    expect(rememberedWindowSchema.safeParse(value).success).toBe(false);
  });
});
