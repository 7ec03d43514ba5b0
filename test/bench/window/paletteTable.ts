/** What the palette came to, as lines for a terminal. */
import { aim, type PaletteTimes } from './palette.ts';

export function paletteLines(times: readonly PaletteTimes[]): string {
  const lines = times.map(({ what, shown, query, moreMedian, moreAtMost, keys }) =>
    [
      `${what}: ${ms(shown)} from the key to the end of the frame with the results, ${ms(query)} of the bare query;`,
      `  more than it: median ${ms(moreMedian)} (${verdict(moreMedian)}), at most ${ms(moreAtMost)} of ${keys} keys (${verdict(moreAtMost)})`,
    ].join('\n'),
  );
  return [`Palette (aim: two frames, ${ms(aim)}, more than the query)`, ...lines].join('\n');
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;
const verdict = (time: number): string => (time <= aim ? 'met' : 'MISSED');
