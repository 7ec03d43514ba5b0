/** Where the window was, and where it may be now. Screen coordinates in device-independent pixels. */
import { z } from 'zod';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallest = { width: 900, height: 600 } as const;
export const usual = { width: 1280, height: 800 } as const;

const whole = z.number().int();
export const rememberedWindowSchema = z.object({
  x: whole,
  y: whole,
  width: whole.min(smallest.width).max(20_000),
  height: whole.min(smallest.height).max(20_000),
  maximized: z.boolean(),
});
export type RememberedWindow = z.infer<typeof rememberedWindowSchema>;

/** Without a position the system chooses one. */
export type Placement = { readonly width: number; readonly height: number } | Area;

/**
 * Puts the remembered window wholly on the display it overlaps most; when that display is gone it opens in
 * its usual size, where the system likes. `displays`: their work areas.
 */
export function placeWindow(
  remembered: RememberedWindow | null,
  displays: readonly Area[],
): Placement {
  if (remembered === null) return usual;
  let best: Area | null = null;
  let most = 0;
  for (const display of displays) {
    const shared = overlap(remembered, display);
    if (shared > most) [best, most] = [display, shared];
  }
  if (best === null) return usual;
  const width = Math.max(smallest.width, Math.min(remembered.width, best.width));
  const height = Math.max(smallest.height, Math.min(remembered.height, best.height));
  return {
    width,
    height,
    x: clamp(remembered.x, best.x, best.x + best.width - width),
    y: clamp(remembered.y, best.y, best.y + best.height - height),
  };
}

function overlap(a: Area, b: Area): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

/** On a display smaller than the window the top left corner wins. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
