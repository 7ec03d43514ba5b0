import type { ListColumn } from '#shared/domain/listColumn.ts';
import type { GroupView } from '#shared/ipc/views.ts';

/** A column of the grid. `field` names what it shows; the other kinds are the list's own. */
export type GridColumn =
  | { readonly kind: 'select' }
  | { readonly kind: 'main'; readonly name: string | null }
  | { readonly kind: 'group' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'sync' };

/** The column as the list is asked for it; null for what holds no value. */
export function listColumnOf(column: GridColumn): ListColumn | null {
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

/** One group: its main field first, then its columns in Afilnet's order. */
export function columnsOfGroup(group: GroupView): GridColumn[] {
  const others = group.columns.filter(
    (column) => column.name !== group.mainField && column.state !== 'deleting',
  );
  return [
    { kind: 'select' },
    { kind: 'main', name: group.mainField },
    { kind: 'sync' },
    ...others.map((column) => ({ kind: 'field' as const, name: column.name })),
  ];
}

/** Every group: the main field, whatever it is called, the group, and the columns that most groups have first. */
export function columnsOfAll(groups: readonly GroupView[]): GridColumn[] {
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
  return [
    { kind: 'select' },
    { kind: 'main', name: mains.size === 1 && only !== undefined ? only : null },
    { kind: 'sync' },
    { kind: 'group' },
    ...names.map((name) => ({ kind: 'field' as const, name })),
  ];
}

/** Width in CSS pixels; what the columns do not fill, the last one takes. */
export function widthOf(column: GridColumn): number {
  switch (column.kind) {
    case 'select':
      return 40;
    case 'sync':
      return 44;
    case 'main':
      return 210;
    case 'group':
      return 160;
    case 'field':
      return 170;
  }
}

/** The columns in which a contact of the group is written, its main field first. */
export function fieldOrder(group: GroupView): string[] {
  const others = group.columns.filter(
    ({ name, state }) => name !== group.mainField && state !== 'deleting',
  );
  return [group.mainField, ...others.map(({ name }) => name)];
}
