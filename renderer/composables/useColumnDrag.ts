import { ref, type Ref } from 'vue';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import type { ListColumns } from './useColumns.ts';

/** Pixels that the pointer goes before a press on a head is a drag and no click. */
const slack = 6;

export interface Drag {
  readonly column: ListColumn;
  readonly kind: 'move' | 'resize';
  /** Where the column would go, in pixels from the left of the heads; for `resize` how wide it would be. */
  readonly at: number;
}

export interface ColumnDrag {
  readonly drag: Ref<Drag | null>;
  readonly startMove: (event: PointerEvent, column: ListColumn) => void;
  readonly startResize: (event: PointerEvent, column: ListColumn, width: number) => void;
  /** True once for the click that ends a drag. */
  readonly wasDrag: () => boolean;
}

/** The heads of a row and the columns they stand for, where they are on screen now. */
export type Heads = () => readonly { readonly column: ListColumn; readonly element: Element }[];

/** Columns are moved and made wider by dragging; what it comes to is kept when the pointer lets go. */
export function useColumnDrag(columns: ListColumns, heads: Heads): ColumnDrag {
  const drag = ref<Drag | null>(null) as Ref<Drag | null>;
  let dragged = false;

  function follow(onMove: (event: PointerEvent) => void, onEnd: (kept: boolean) => void): void {
    const end = new AbortController();
    const { signal } = end;
    const finish = (kept: boolean): void => {
      end.abort();
      onEnd(kept);
      drag.value = null;
    };
    window.addEventListener('pointermove', onMove, { signal });
    window.addEventListener('pointerup', () => finish(true), { signal });
    window.addEventListener('pointercancel', () => finish(false), { signal });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        finish(false);
      },
      { signal, capture: true },
    );
  }

  function startMove(event: PointerEvent, column: ListColumn): void {
    if (event.button !== 0) return;
    dragged = false;
    const from = event.clientX;
    let before: ListColumn | null | undefined;
    follow(
      (move) => {
        if (drag.value === null && Math.abs(move.clientX - from) < slack) return;
        dragged = true;
        const places = heads();
        const next = places.find(({ element }) => {
          const { left, width } = element.getBoundingClientRect();
          return move.clientX < left + width / 2;
        });
        before = next?.column ?? null;
        const edge = next?.element ?? places.at(-1)?.element;
        const row = edge?.parentElement?.getBoundingClientRect().left ?? 0;
        const rect = edge?.getBoundingClientRect();
        const at = (next === undefined ? (rect?.right ?? 0) : (rect?.left ?? 0)) - row;
        drag.value = { column, kind: 'move', at };
      },
      (kept) => {
        if (kept && dragged && before !== undefined) columns.moveBefore(column, before);
      },
    );
  }

  function startResize(event: PointerEvent, column: ListColumn, width: number): void {
    if (event.button !== 0) return;
    const from = event.clientX;
    drag.value = { column, kind: 'resize', at: width };
    follow(
      (move) => {
        drag.value = { column, kind: 'resize', at: Math.max(0, width + move.clientX - from) };
      },
      (kept) => {
        if (kept && drag.value !== null) columns.resize(column, drag.value.at);
      },
    );
  }

  return {
    drag,
    startMove,
    startResize,
    wasDrag() {
      const it = dragged;
      dragged = false;
      return it;
    },
  };
}
