/**
 * Where the rows of a very long list stand. A page cannot be as high as a million rows: from a height on the list runs
 * ahead of the scrollbar, a little at each place.
 */
export interface Room {
  /** Rows of the list. */
  readonly total: number;
  readonly rowHeight: number;
  /** The head covers the top of what is in view. */
  readonly headHeight: number;
  /** The height of what is in view, the head with it. */
  readonly screen: number;
}

/** Chromium ends at 33 million pixels; half of that is safe. */
const highest = 16_000_000;

const wholeHeight = ({ total, rowHeight, headHeight }: Room): number =>
  headHeight + total * rowHeight;

/** The height to scroll over. */
export const scrollHeight = (room: Room): number => Math.min(wholeHeight(room), highest);

/** It has no room: near its end rows in view may reach below the end of the page, which is to cut them off. */
export const runsAhead = (room: Room): boolean => wholeHeight(room) > highest;

/** Pixels of the list for each pixel that is scrolled; 1 where all of it has room. */
function pace(room: Room): number {
  const way = scrollHeight(room) - room.screen;
  return way <= 0 ? 1 : Math.max(1, (wholeHeight(room) - room.screen) / way);
}

/** By how many pixels the list has run ahead. */
export const ahead = (room: Room, scrolled: number): number =>
  Math.round(scrolled * (pace(room) - 1));

/** Where a row of the list stands, from the beginning of the page. */
export const placeOf = (room: Room, row: number, scrolled: number): number =>
  room.headHeight + row * room.rowHeight - ahead(room, scrolled);

/**
 * So many rows behind the place of another one, counted from there, for a row that is drawn for another reason than to
 * be seen: it may belong below the end of the page, which it must not make longer.
 */
export const topBehind = (room: Room, rows: number, place: number): number =>
  Math.min(rows * room.rowHeight, scrollHeight(room) - room.rowHeight - place);

/** Where to scroll to when a list has grown or shrunk, so that the same rows stay in view. */
export const keptScroll = (before: Room, after: Room, scrolled: number): number =>
  (scrolled + ahead(before, scrolled)) / pace(after);

/** Where to scroll to so that a row is whole in view, the shortest way; null where it is. */
export function scrollTo(room: Room, row: number, scrolled: number): number | null {
  const { rowHeight, headHeight, screen } = room;
  const top = scrolled + ahead(room, scrolled);
  const lowestTop = row * rowHeight + rowHeight - (screen - headHeight);
  if (top > row * rowHeight) return (row * rowHeight) / pace(room);
  return top < lowestTop ? Math.max(0, lowestTop / pace(room)) : null;
}
