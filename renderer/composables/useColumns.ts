import { computed, type ComputedRef } from 'vue';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import {
  laidOut,
  withColumn,
  withColumnMoved,
  type LaidColumn,
} from '#shared/domain/listLayout.ts';
import type { GroupView } from '#shared/ipc/views.ts';
import {
  columnsOfAll,
  columnsOfGroup,
  gridColumns,
  type GridColumn,
} from '../domain/gridColumns.ts';
import { useAnnouncer } from '../stores/announcer.ts';
import { useGroups } from '../stores/groups.ts';
import { useListLook } from '../stores/listLook.ts';
import { useTell } from './useTell.ts';
import { useText } from './useText.ts';

export interface ListColumns {
  /** Every column, hidden ones too, in order. */
  readonly laid: ComputedRef<readonly LaidColumn[]>;
  readonly shown: ComputedRef<readonly GridColumn[]>;
  readonly nameOf: (column: ListColumn) => string;
  readonly resize: (column: ListColumn, width: number) => void;
  readonly setHidden: (column: ListColumn, hidden: boolean) => void;
  readonly setPinned: (column: ListColumn, pinned: boolean) => void;
  /** To stand before another column, or last. */
  readonly moveBefore: (column: ListColumn, before: ListColumn | null) => void;
  /** One place on or back among the columns that are shown. */
  readonly moveBy: (column: ListColumn, by: 1 | -1) => void;
  readonly reset: () => void;
}

/** The columns of the open list and what can be done with them; each change is kept and told. */
export function useColumns(group: ComputedRef<GroupView | null>): ListColumns {
  const { t, formats } = useText();
  const groups = useGroups();
  const look = useListLook();
  const announcer = useAnnouncer();
  const { fail } = useTell();
  const columns = computed(() =>
    group.value === null ? columnsOfAll(groups.list) : columnsOfGroup(group.value),
  );
  const laid = computed(() => laidOut(columns.value.available, look.layout));

  function nameOf(column: ListColumn): string {
    switch (column.kind) {
      case 'main':
        return columns.value.mainName ?? t('grid.mainField');
      case 'sync':
        return t('grid.sync');
      case 'group':
        return t('grid.group');
      case 'field':
        return column.name;
    }
  }

  async function keep(layout: readonly LaidColumn[] | null): Promise<void> {
    const result = await look.setLayout(layout);
    if (!result.ok) fail(result.error);
  }
  const change = (column: ListColumn, to: Partial<Omit<LaidColumn, 'column'>>): void =>
    void keep(withColumn(laid.value, column, to));
  const isIt = (column: ListColumn, { column: other }: LaidColumn): boolean =>
    nameOf(other) === nameOf(column) && other.kind === column.kind;

  function moveBefore(column: ListColumn, before: ListColumn | null): void {
    void keep(withColumnMoved(laid.value, column, before));
    const shown = laid.value.filter(({ hidden }) => !hidden);
    const place = shown.findIndex((one) => isIt(column, one)) + 1;
    const numbers = {
      place: formats.value.number(place),
      total: formats.value.number(shown.length),
    };
    announcer.say(t('lists.columnMoved', { column: nameOf(column), ...numbers }));
  }

  function moveBy(column: ListColumn, by: 1 | -1): void {
    const shown = laid.value.filter(({ hidden }) => !hidden);
    const at = shown.findIndex((one) => isIt(column, one));
    const neighbour = shown[at + by];
    if (at < 0 || neighbour === undefined) return;
    moveBefore(column, (by < 0 ? neighbour : shown[at + 2])?.column ?? null);
  }

  return {
    laid,
    shown: computed(() => gridColumns(columns.value, look.layout)),
    nameOf,
    resize(column, width) {
      change(column, { width });
      const now = laid.value.find((one) => isIt(column, one))?.width ?? width;
      announcer.say(
        t('lists.columnWidth', { column: nameOf(column), n: formats.value.number(now) }),
      );
    },
    setHidden(column, hidden) {
      change(column, { hidden });
      if (hidden) announcer.say(t('lists.columnHidden', { column: nameOf(column) }));
    },
    setPinned: (column, pinned) => change(column, { pinned }),
    moveBefore,
    moveBy,
    reset: () => void keep(null),
  };
}
