/** How a list is laid out: its columns in order, how wide, which are hidden, which stay in view at the left. */
import { z } from 'zod';
import { columnKey, listColumnSchema, type ListColumn } from './listColumn.ts';

/** In CSS pixels. */
export const narrowest = 60;
export const widest = 800;

export const laidColumnSchema = z.object({
  column: listColumnSchema,
  width: z.number().int().min(narrowest).max(widest),
  hidden: z.boolean(),
  pinned: z.boolean(),
});
export type LaidColumn = z.infer<typeof laidColumnSchema>;

/** Columns of groups come and go, so a layout may name some that are gone and not know some that came. */
export const listLayoutSchema = z.array(laidColumnSchema).max(500);
export type ListLayout = readonly LaidColumn[];

export function usualWidth(column: ListColumn): number {
  switch (column.kind) {
    case 'sync':
      return narrowest;
    case 'main':
      return 210;
    case 'group':
      return 160;
    case 'field':
      return 170;
  }
}

/** A column as it stands before anyone touched it: the main field stays in view. */
export function usual(column: ListColumn): LaidColumn {
  return { column, width: usualWidth(column), hidden: false, pinned: column.kind === 'main' };
}

/**
 * The columns that there are, laid out: those that the layout knows in its order, new ones after the column that stands
 * before them, pinned ones first. The main field is always shown.
 */
export function laidOut(available: readonly ListColumn[], layout: ListLayout): LaidColumn[] {
  const there = new Set(available.map(columnKey));
  const placed = layout.filter(({ column }) => there.has(columnKey(column)));
  available.forEach((column, at) => {
    if (placed.some((laid) => columnKey(laid.column) === columnKey(column))) return;
    const before = available[at - 1];
    const place =
      before === undefined
        ? -1
        : placed.findIndex((laid) => columnKey(laid.column) === columnKey(before));
    placed.splice(place + 1, 0, usual(column));
  });
  const shown = placed.map((laid) =>
    laid.column.kind === 'main' ? { ...laid, hidden: false } : laid,
  );
  return [...shown.filter(({ pinned }) => pinned), ...shown.filter(({ pinned }) => !pinned)];
}

type Change = Partial<Omit<LaidColumn, 'column'>>;

/** The layout with one column changed. Widths are kept within what can be used. */
export function withColumn(layout: ListLayout, column: ListColumn, change: Change): LaidColumn[] {
  const key = columnKey(column);
  return layout.map((laid) => {
    if (columnKey(laid.column) !== key) return laid;
    const width = Math.round(change.width ?? laid.width);
    return { ...laid, ...change, width: Math.min(Math.max(width, narrowest), widest) };
  });
}

/** The layout with one column before another one, or at the end. It joins those in view at the left, or leaves them. */
export function withColumnMoved(
  layout: ListLayout,
  column: ListColumn,
  before: ListColumn | null,
): LaidColumn[] {
  const key = columnKey(column);
  const moving = layout.find((laid) => columnKey(laid.column) === key);
  if (moving === undefined || (before !== null && columnKey(before) === key)) return [...layout];
  const rest = layout.filter((laid) => laid !== moving);
  const found = rest.findIndex(
    (laid) => before !== null && columnKey(laid.column) === columnKey(before),
  );
  const place = found < 0 ? rest.length : found;
  const pinned = rest[place]?.pinned ?? false;
  return rest.toSpliced(place, 0, { ...moving, pinned });
}
