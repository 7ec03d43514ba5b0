/** Results as an aligned table for a terminal. */
import type { Result } from './result.ts';

export function tableOf(heading: string, baseline: string, results: readonly Result[]): string {
  const withRequests = results.some(({ requests }) => requests !== undefined);
  const head = [heading, 'Libreta', baseline, 'ratio', ...(withRequests ? ['requests'] : [])];
  const rows = results.map(({ what, libreta, baseline: other, ratio, requests }) => [
    what,
    milliseconds(libreta),
    milliseconds(other),
    `${ratio.toPrecision(2)} ×`,
    ...(requests === undefined
      ? []
      : [`${requests.libreta.toLocaleString('en')} : ${requests.baseline.toLocaleString('en')}`]),
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('   ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('───'), ...rows.map(line)].join(
    '\n',
  );
}

function milliseconds(time: number): string {
  const digits = time < 10 ? 2 : time < 100 ? 1 : 0;
  return `${time.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}
