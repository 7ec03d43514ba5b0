import { valueOf } from '#shared/domain/contact.ts';
import type { ContactRow } from '#shared/ipc/views.ts';
import { fieldShown, type GridColumn } from '../domain/gridColumns.ts';
import { useGroups } from '../stores/groups.ts';
import type { CellEdit } from './useCellEdit.ts';
import type { GridFocus } from './useGridFocus.ts';
import type { RowSelection } from './useRowSelection.ts';

export interface GridClipboardSource {
  readonly columns: () => readonly GridColumn[];
  readonly rowAt: (index: number) => ContactRow | null;
  readonly selection: RowSelection;
  readonly focus: GridFocus;
  readonly edit: CellEdit;
  /** The chosen rows. */
  readonly copy: () => void;
  readonly paste: (text: string, row: number, column: number) => void;
}

/** Copying from the list and pasting over it; a cell that is being written has its own. */
export function useGridClipboard(source: GridClipboardSource) {
  const { focus, selection, edit } = source;
  const groups = useGroups();

  /** The text of the cell with the focus; null beside the contacts. */
  function textOfCell(): string | null {
    const { row: index, column: at } = focus.active;
    const row = index < 0 ? null : source.rowAt(index);
    const column = source.columns()[at];
    if (row === null || column === undefined) return null;
    const group = groups.find(row.groupId);
    if (column.kind === 'group') return group?.label ?? '';
    const field = fieldShown(column, group);
    return field === null ? '' : valueOf(row.fields, field);
  }

  return {
    /** One cell goes with the event; chosen rows are put on the clipboard by main. */
    copy(event: ClipboardEvent): void {
      if (edit.cell.value !== null) return;
      event.preventDefault();
      if (selection.count.value > 0) return source.copy();
      const text = textOfCell();
      if (text !== null) event.clipboardData?.setData('text/plain', text);
    },
    paste(event: ClipboardEvent): void {
      if (edit.cell.value !== null || focus.active.row < 0) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text !== '') source.paste(text, focus.active.row, focus.active.column);
    },
  };
}
