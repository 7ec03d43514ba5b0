import type { ListColumn } from '#shared/domain/listColumn.ts';
import type { ContactRow } from '#shared/ipc/views.ts';
import { listColumnOf, type GridColumn } from '../domain/gridColumns.ts';
import { useContacts } from '../stores/contacts.ts';
import type { ListColumns } from './useColumns.ts';
import type { GridFocus } from './useGridFocus.ts';
import type { RowSelection } from './useRowSelection.ts';

/** Pixels by which a key makes a column wider or narrower. */
const widthStep = 16;

export interface GridKeysSource {
  readonly columns: () => readonly GridColumn[];
  readonly rowAt: (index: number) => ContactRow | null;
  readonly list: ListColumns;
  readonly selection: RowSelection;
  readonly focus: GridFocus;
  readonly openMenu: (column: number) => void;
  /** False where there is nothing to write. */
  readonly write: (index: number, column: number, text?: string) => boolean;
  /** On into the contact itself. */
  readonly enter: (row: ContactRow) => void;
  readonly remove: (row: ContactRow) => void;
  readonly copy: () => void;
  readonly leave: () => void;
}

/** What the keys do in the list, while no cell is being written. */
export function useGridKeys(source: GridKeysSource): (event: KeyboardEvent) => void {
  const { focus, list, selection } = source;
  const contacts = useContacts();

  /** On a head the keys sort, move, widen and open the menu. True when the key did something. */
  function pressHead(event: KeyboardEvent): boolean {
    const shown = source.columns()[focus.active.column];
    const column = shown === undefined ? null : listColumnOf(shown);
    if (shown === undefined || column === null) return false;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey && event.key === 'ArrowDown') source.openMenu(focus.active.column);
    else if (event.altKey && (by === 1 || by === -1)) moveColumn(column, shown.key, by);
    else if (event.shiftKey && by !== undefined) list.resize(column, shown.width + by * widthStep);
    else if ((event.key === 'Enter' || event.key === ' ') && !event.altKey) contacts.sortBy(column);
    else return false;
    return true;
  }

  /** The focus goes along with the column. */
  function moveColumn(column: ListColumn, key: string, by: 1 | -1): void {
    list.moveBy(column, by);
    focus.set(
      -1,
      source.columns().findIndex((shown) => shown.key === key),
    );
    void focus.focus();
  }

  /** Shift with an arrow chooses as it goes. */
  function move(event: KeyboardEvent): boolean {
    const from = focus.active.row;
    if (!focus.press(event)) return false;
    const to = focus.active.row;
    if (event.shiftKey && from !== to && from >= 0 && to >= 0)
      void selection.addRange(Math.min(from, to), Math.max(from, to));
    return true;
  }

  /** The keys of a row. True when the key did something. */
  function pressRow(event: KeyboardEvent, row: ContactRow): boolean {
    const { row: index, column } = focus.active;
    const isWhole = event.ctrlKey || event.metaKey || event.altKey;
    switch (event.key) {
      case 'Enter':
        if (isWhole || !source.write(index, column)) source.enter(row);
        return true;
      case 'F2':
        return source.write(index, column);
      case ' ':
        selection.toggle(index);
        return true;
      case 'Delete':
        source.remove(row);
        return true;
      default:
        return isTyped(event) && source.write(index, column, event.key);
    }
  }

  return (event) => {
    if (focus.active.row < 0 && pressHead(event)) return event.preventDefault();
    if (move(event)) return;
    const index = focus.active.row;
    const row = index < 0 ? null : source.rowAt(index);
    /* With the capitals locked it is the same key. */
    const letter = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : null;
    if (event.key === 'Escape') source.leave();
    else if (letter === 'a') selection.chooseAll();
    else if (letter === 'c') {
      /* A single cell goes with the event of the system. */
      if (selection.count.value === 0) return;
      source.copy();
    } else if (row === null || !pressRow(event, row)) return;
    event.preventDefault();
  };
}

/** A key that writes something. A space chooses the row, and two marks belong to the window. */
function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && !' /?'.includes(key) && !ctrlKey && !metaKey && !altKey;
}
