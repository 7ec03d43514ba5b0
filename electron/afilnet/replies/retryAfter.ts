/** The Retry-After header, in milliseconds from now; undefined where there is none that can be read. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000;
  // An HTTP date always names its weekday: without it Date.parse would take nearly anything.
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/iu.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
