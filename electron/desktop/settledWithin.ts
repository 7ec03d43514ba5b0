import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when the work is over, well or badly, or after `milliseconds`: true if the work was over. */
export async function settledWithin(
  work: Promise<unknown>,
  milliseconds: number,
): Promise<boolean> {
  const stop = new AbortController();
  const over = work.then(
    () => true,
    () => true,
  );
  const late = wait(milliseconds, false, { signal: stop.signal }).catch(() => false);
  const result = await Promise.race([over, late]);
  stop.abort();
  return result;
}
