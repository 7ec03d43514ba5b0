/** Which pages of a list are worth reading now: what is in view, and what will be when the answer comes. */

export interface Motion {
  /** Rows per millisecond, negative upwards. */
  readonly speed: number;
  /** Milliseconds until a read is answered. */
  readonly wait: number;
}

/** How far ahead is read, beside the wait for an answer. Milliseconds. */
const horizon = 150;
/** Pages that are read ahead at most. */
const mostAhead = 6;

/** The numbers of the pages, the most urgent first. */
export function pagesWanted(
  [first, last]: readonly [first: number, last: number],
  { speed, wait }: Motion,
  { pageSize, total }: { readonly pageSize: number; readonly total: number },
): number[] {
  const lastPage = Math.max(0, Math.ceil(total / pageSize) - 1);
  const pageOf = (row: number): number =>
    Math.min(Math.max(0, Math.floor(row / pageSize)), lastPage);
  const shown = pagesBetween(pageOf(first), pageOf(last));
  if (speed === 0) return shown;
  const edge = speed > 0 ? last : first;
  const lead = speed * wait;
  const end = pageOf(edge + speed * (2 * wait + horizon));
  // What has gone by when the answer comes is asked for last.
  const isGone = Math.abs(lead) >= pageSize;
  const start = pageOf(isGone ? (speed > 0 ? first : last) + lead : edge);
  const ahead = pagesBetween(start, end).slice(0, mostAhead);
  return [...new Set(isGone ? [...ahead, ...shown] : [...shown, ...ahead])];
}

/** From one page to another, in this order. */
function pagesBetween(from: number, to: number): number[] {
  const way = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => from + way * at);
}
