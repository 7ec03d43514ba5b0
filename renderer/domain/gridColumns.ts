import { columnKey, type ListColumn } from '#shared/domain/listColumn.ts';
import { laidOut, type LaidColumn, type ListLayout } from '#shared/domain/listLayout.ts';
import type { GroupView } from '#shared/ipc/views.ts';

/** What a column shows. `field` names its column of the contact; `main` has no name where groups differ. */
export type GridContent =
  | { readonly kind: 'select' }
  | { readonly kind: 'main'; readonly name: string | null }
  | { readonly kind: 'group' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'sync' };

/** A column of the grid, with its place in CSS pixels. */
export type GridColumn = GridContent & {
  readonly key: string;
  readonly width: number;
  /** Where it stays while the list is scrolled sideways; null where it scrolls along. */
  readonly left: number | null;
  /** The last one that stays. */
  readonly isEdge: boolean;
};

const selectWidth = 40;

/** The column as the list is asked for it; null for what holds no value. */
export function listColumnOf(column: GridContent): ListColumn | null {
  switch (column.kind) {
    case 'select':
      return null;
    case 'main':
    case 'group':
    case 'sync':
      return { kind: column.kind };
    case 'field':
      return { kind: 'field', name: column.name };
  }
}

/** The columns that a list can show, in the order in which it shows them by itself. */
export interface Columns {
  readonly available: readonly ListColumn[];
  /** What the main field is called; null where the groups of the list call it differently. */
  readonly mainName: string | null;
}

/** One group: its main field first, then its columns in Afilnet's order. */
export function columnsOfGroup(group: GroupView): Columns {
  const others = fieldOrder(group).slice(1);
  return {
    available: [
      { kind: 'main' },
      { kind: 'sync' },
      ...others.map((name) => ({ kind: 'field' as const, name })),
    ],
    mainName: group.mainField,
  };
}

/** Every group: the main field, whatever it is called, the group, and the columns that most groups have first. */
export function columnsOfAll(groups: readonly GroupView[]): Columns {
  const uses = new Map<string, number>();
  for (const group of groups) {
    for (const { name, state } of group.columns) {
      if (name !== group.mainField && state !== 'deleting')
        uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  }
  const mains = new Set(groups.map((group) => group.mainField));
  const [only] = mains;
  const names = [...uses.keys()].sort(
    (left, right) => (uses.get(right) ?? 0) - (uses.get(left) ?? 0),
  );
  return {
    available: [
      { kind: 'main' },
      { kind: 'sync' },
      { kind: 'group' },
      ...names.map((name) => ({ kind: 'field' as const, name })),
    ],
    mainName: mains.size === 1 && only !== undefined ? only : null,
  };
}

function contentOf(column: ListColumn, mainName: string | null): GridContent {
  return column.kind === 'main' ? { kind: 'main', name: mainName } : column;
}

/** The columns that are shown, laid out; what they do not fill stays empty at the right. */
export function gridColumns({ available, mainName }: Columns, layout: ListLayout): GridColumn[] {
  const shown = laidOut(available, layout).filter(({ hidden }) => !hidden);
  const pinned = shown.filter((laid) => laid.pinned).length;
  const select: GridColumn = {
    kind: 'select',
    key: 'select',
    width: selectWidth,
    left: 0,
    isEdge: pinned === 0,
  };
  let left = selectWidth;
  return [
    select,
    ...shown.map((laid: LaidColumn, at): GridColumn => {
      const place = laid.pinned ? left : null;
      left += laid.width;
      return {
        ...contentOf(laid.column, mainName),
        key: columnKey(laid.column),
        width: laid.width,
        left: place,
        isEdge: at === pinned - 1,
      };
    }),
  ];
}

/** The columns while the edge of one is dragged: those that stay and stand behind it move along. */
export function withWidth(
  columns: readonly GridColumn[],
  key: string,
  width: number,
): readonly GridColumn[] {
  const at = columns.findIndex((column) => column.key === key);
  const more = width - (columns[at]?.width ?? width);
  return columns.map((column, place) => {
    if (place === at) return { ...column, width };
    return place > at && column.left !== null ? { ...column, left: column.left + more } : column;
  });
}

/** How many columns begin before a place, in CSS pixels from the left. */
export function columnsUpTo(columns: readonly GridColumn[], place: number): number {
  let left = 0;
  const beyond = columns.findIndex(({ width }) => {
    const begins = left;
    left += width;
    return begins >= place;
  });
  return beyond < 0 ? columns.length : beyond;
}

/** The contact's own column that a cell shows; null where it shows none. */
export function fieldShown(column: GridContent, group: GroupView | null): string | null {
  switch (column.kind) {
    case 'main':
      return column.name ?? group?.mainField ?? null;
    case 'field':
      return column.name;
    case 'select':
    case 'sync':
    case 'group':
      return null;
  }
}

/** The contact's column that can be written in a cell: one that its group has. */
export function fieldWritable(column: GridContent, group: GroupView | null): string | null {
  const field = fieldShown(column, group);
  if (field === null || group === null || group.state === 'deleting') return null;
  return fieldOrder(group).includes(field) ? field : null;
}

/** The columns in which a contact of the group is written, its main field first. */
export function fieldOrder(group: GroupView): string[] {
  const others = group.columns.filter(
    ({ name, state }) => name !== group.mainField && state !== 'deleting',
  );
  return [group.mainField, ...others.map(({ name }) => name)];
}
