import type { ContactRow } from '#shared/ipc/views.ts';
import type { GridColumn } from '../domain/gridColumns.ts';
import type { RowSelection } from './useRowSelection.ts';

export interface GridPlace {
  /** From 0; -1 in the head. */
  readonly index: number;
  readonly column: number;
}

export interface GridPointer {
  readonly click: (event: MouseEvent) => void;
  readonly twice: (event: MouseEvent) => void;
  /** With Shift a click chooses rows, and no text. */
  readonly shift: (event: MouseEvent) => void;
}

export interface GridPointerSource {
  readonly columns: () => readonly GridColumn[];
  readonly rowAt: (index: number) => ContactRow | null;
  readonly selection: RowSelection;
  /** The keys go on from there. */
  readonly focus: (index: number, column: number) => void;
  readonly write: (index: number, column: number) => void;
  readonly open: (row: ContactRow) => void;
}

/** What the pointer does to the cells: heard by the list as a whole, since a listener in each cell would cost with each row that comes. */
export function useGridPointer(source: GridPointerSource): GridPointer {
  return {
    click(event) {
      const cell = cellUnder(event);
      if (cell === null) return;
      const { index, column } = cell;
      source.focus(index, column);
      const row = source.rowAt(index);
      if (event.shiftKey) void source.selection.extendTo(index);
      else if (event.ctrlKey || event.metaKey || source.columns()[column]?.kind === 'select')
        source.selection.toggle(index);
      else {
        source.selection.startAt(index);
        if (row && event.detail < 2) source.open(row);
      }
    },
    twice(event) {
      const cell = cellUnder(event);
      if (cell !== null) source.write(cell.index, cell.column);
    },
    shift(event) {
      if (cellUnder(event) !== null) event.preventDefault();
    },
  };
}

/** The place in the list of what an element belongs to; null beside the cells. */
export function gridPlaceOf(element: Element): GridPlace | null {
  const cell = element.closest('[aria-colindex]');
  const row = cell?.closest('[aria-rowindex]');
  if (cell === null || !row) return null;
  return {
    index: Number(row.getAttribute('aria-rowindex')) - 2,
    column: Number(cell.getAttribute('aria-colindex')) - 1,
  };
}

/** The cell of a contact that an event is about; null in the head and beside the cells. */
function cellUnder({ target }: Event): GridPlace | null {
  const place = target instanceof Element ? gridPlaceOf(target) : null;
  return place === null || place.index < 0 ? null : place;
}
