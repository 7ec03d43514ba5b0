/** Results as an aligned table for a terminal. */
import type { Result, Unit } from './result.ts';

/** What the columns of values are called. */
export interface Heads {
  readonly what: string;
  readonly libreta: string;
  readonly baseline: string;
}

interface Column {
  readonly head: string;
  readonly cell: (result: Result) => string;
}

export function tableOf({ what, libreta, baseline }: Heads, results: readonly Result[]): string {
  const columns: Column[] = [
    { head: what, cell: (result) => result.what },
    { head: libreta, cell: (result) => valueIn(result.unit, result.libreta) },
    { head: baseline, cell: (result) => valueIn(result.unit, result.baseline) },
    { head: 'ratio', cell: ({ ratio }) => ratioText(ratio) },
  ];
  if (results.some(({ target }) => target !== undefined))
    columns.push({ head: 'aim', cell: aimOf });
  if (results.some(({ requests }) => requests !== undefined))
    columns.push({ head: 'requests', cell: requestsOf });
  const head = columns.map((column) => column.head);
  const rows = results.map((result) => columns.map(({ cell }) => cell(result)));
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

function aimOf({ target, ratio }: Result): string {
  if (target === undefined) return '';
  return `${ratio <= target ? 'met' : 'MISSED'}: ≤ ${target} ×`;
}

function requestsOf({ requests }: Result): string {
  if (requests === undefined) return '';
  return `${requests.libreta.toLocaleString('en')} : ${requests.baseline.toLocaleString('en')}`;
}

/** Two values of nothing have no ratio. */
function ratioText(ratio: number): string {
  return Number.isFinite(ratio) ? `${ratio.toPrecision(ratio < 1 ? 2 : 3)} ×` : '–';
}

function valueIn(unit: Unit = 'ms', value: number): string {
  if (unit === 'count') return Math.round(value).toLocaleString('en');
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${value.toLocaleString('en', options)} ${unit}`;
}
