/** What one measured thing came to. */
import type { Comparison } from './compare.ts';

export type Unit = 'ms' | 'MB' | 'count';

export interface Result extends Comparison {
  readonly what: string;
  /** Of the two values; milliseconds where it is not said. */
  readonly unit?: Unit;
  /** The highest ratio that is aimed at. */
  readonly target?: number;
  /** Requests that reached the server in one run; absent where there is none. */
  readonly requests?: { readonly libreta: number; readonly baseline: number };
}

/** Told before a thing is measured, since some take minutes. */
export type Announce = (what: string) => void;
