/** Exponential back-off with full jitter, capped: many machines that lost the same server do not come back as one. */

export interface BackoffLimits {
  /** Milliseconds. */
  readonly first: number;
  readonly longest: number;
}

/** For an entry that the server could not take. */
export const entryBackoff: BackoffLimits = { first: 4_000, longest: 300_000 };
/** For the network itself: short, since it costs nothing and people look at the chip. */
export const networkBackoff: BackoffLimits = { first: 2_000, longest: 60_000 };

/**
 * How long to wait before the next try, in milliseconds. `attempt` counts from 1; `random` is from 0 up to 1.
 * Never less than a quarter of the first step, so that full jitter cannot make a tight loop.
 */
export function backoff(limits: BackoffLimits, attempt: number, random: number): number {
  const ceiling = Math.min(limits.longest, limits.first * 2 ** Math.min(attempt - 1, 20));
  return Math.max(limits.first / 4, Math.floor(random * ceiling));
}

/** The longest that anything waits by itself, a server's Retry-After included. Milliseconds. */
export const longestWait = 3_600_000;

/** How long is left until a planned time, in milliseconds; 0 for one that is farther off than anything is ever planned, since then the clock was set back. */
export function waitFor(plannedAt: number, now: number): number {
  const wait = plannedAt - now;
  return wait > longestWait ? 0 : Math.max(0, wait);
}
