/** Time as sync sees it, so that a simulation can drive it. */

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** The machine's own time. A waiting timer does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, 2_000_000_000));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
