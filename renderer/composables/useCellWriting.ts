import { watch } from 'vue';
import { fieldWritable, type GridColumn } from '../domain/gridColumns.ts';
import { useGroups } from '../stores/groups.ts';
import { useCellEdit, type CellEdit, type Onward } from './useCellEdit.ts';
import type { ContactWindow } from './useContactWindow.ts';
import { useEdits } from './useEdits.ts';
import type { GridFocus } from './useGridFocus.ts';

export interface CellWriting {
  readonly edit: CellEdit;
  /** Opens the cell to be written; false where there is nothing to write. `text`: what was typed over its value. */
  readonly start: (index: number, at: number, text?: string) => boolean;
}

const steps: Record<Exclude<Onward, 'away'>, readonly [rows: number, cells: number]> = {
  stay: [0, 0],
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
  next: [0, 1],
  previous: [0, -1],
};

/** The cell of the list that is being written, and where the focus goes on from it. */
export function useCellWriting(
  source: ContactWindow,
  columns: () => readonly GridColumn[],
  focus: GridFocus,
): CellWriting {
  const groups = useGroups();
  const edits = useEdits();
  const edit = useCellEdit(edits.edit, source.saved, goOn);
  watch(edit.cell, (cell) => source.hold(cell !== null), { flush: 'sync' });

  function start(index: number, at: number, text?: string): boolean {
    const row = index < 0 ? null : source.rowAt(index);
    const column = columns()[at];
    if (row === null || column === undefined) return false;
    const field = fieldWritable(column, groups.find(row.groupId));
    if (field === null) return false;
    focus.set(index, at);
    edit.begin({ row, index, at, field, isTyped: text !== undefined }, text);
    return true;
  }

  /** How many cells on the next one stands that can be written; none where there is none. */
  function toWritable(by: number): number {
    const { row: index, column: from } = focus.active;
    const row = source.rowAt(index);
    const group = row === null ? null : groups.find(row.groupId);
    for (let at = from + by; ; at += by) {
      const column = columns()[at];
      if (column === undefined) return 0;
      if (fieldWritable(column, group) !== null) return at - from;
    }
  }

  /** From a cell that was written on to the next one. */
  async function goOn(onward: Onward): Promise<void> {
    if (onward === 'away') return;
    const { row, column } = focus.active;
    const [rows, cells] = steps[onward];
    const isTab = onward === 'next' || onward === 'previous';
    focus.set(Math.max(row + rows, 0), column + (isTab ? toWritable(cells) : cells));
    await focus.focus();
  }

  return { edit, start };
}
