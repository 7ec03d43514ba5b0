/** What is really painted: a part of the window as colours, and what stands out in it. */
import { inflateSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';

/** WCAG 1.4.11: what must be seen to find or understand a control. */
const ENOUGH = 3;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The colours from left to right and from top to bottom, each as 0xrrggbb. */
export type Picture = readonly number[];

/** Where something stands, with so many pixels around it. */
export async function areaOf(target: Locator, around = 0): Promise<Area> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('Nothing is there to take a picture of');
  const x = Math.max(0, Math.floor(box.x - around));
  const y = Math.max(0, Math.floor(box.y - around));
  return {
    x,
    y,
    width: Math.ceil(box.x + box.width + around) - x,
    height: Math.ceil(box.y + box.height + around) - y,
  };
}

/** Without the caret, and with nothing under way. */
export async function take(page: Page, clip: Area): Promise<Picture> {
  return decode(await page.screenshot({ clip, animations: 'disabled' }));
}

/** How many pixels have so changed that it is seen. */
export function seenChange(before: Picture, after: Picture): number {
  return after.filter((colour, at) => contrast(colour, before[at] ?? colour) >= ENOUGH).length;
}

/** How many pixels stand out from the colour that there is most of. */
export function standingOut(picture: Picture): number {
  const counts = new Map<number, number>();
  for (const colour of picture) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const [[ground] = [0]] = [...counts].sort(([, left], [, right]) => right - left);
  return picture.filter((colour) => contrast(colour, ground) >= ENOUGH).length;
}

/** WCAG's contrast ratio of two colours, from 1 to 21. */
function contrast(one: number, other: number): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map(
    (part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A PNG of 8 bits a channel, not interlaced: what a browser writes. */
function decode(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const colours: number[] = [];
  let above: Uint8Array = new Uint8Array(stride);
  for (let at = 0; at < raw.length; at += stride + 1) {
    const line = unfiltered(raw[at] ?? 0, raw.subarray(at + 1, at + 1 + stride), above, channels);
    for (let x = 0; x < stride; x += channels)
      colours.push(((line[x] ?? 0) << 16) | ((line[x + 1] ?? 0) << 8) | (line[x + 2] ?? 0));
    above = line;
  }
  return colours;
}

/** One line of a PNG, whose filter says what each byte is the difference to. */
function unfiltered(filter: number, line: Buffer, above: Uint8Array, channels: number): Uint8Array {
  const plain = new Uint8Array(line.length);
  for (const [at, byte] of line.entries()) {
    const left = plain[at - channels] ?? 0;
    const up = above[at] ?? 0;
    const corner = above[at - channels] ?? 0;
    const nearest = [left, up, corner]
      .map((value) => ({ value, off: Math.abs(left + up - corner - value) }))
      .reduce((best, one) => (one.off < best.off ? one : best)).value;
    plain[at] = byte + ([0, left, up, (left + up) >> 1, nearest][filter] ?? 0);
  }
  return plain;
}
