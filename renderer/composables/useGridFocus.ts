import { nextTick, reactive, type Ref } from 'vue';

export interface Place {
  /** -1 is the row of headers. */
  row: number;
  column: number;
}

export interface GridFocus {
  readonly active: Place;
  readonly isActive: (row: number, column: number) => boolean;
  readonly set: (row: number, column: number) => void;
  readonly focus: () => Promise<void>;
  /** True when the key moved the focus. */
  readonly press: (event: KeyboardEvent) => boolean;
}

export interface GridSize {
  readonly rows: () => number;
  readonly columns: () => number;
  /** Rows that fit on one screen. */
  readonly screen: () => number;
  /** True when the list had to be scrolled for it. */
  readonly scrollTo: (row: number) => boolean;
}

function target({ row, column }: Place, event: KeyboardEvent, size: GridSize): Place | null {
  const whole = event.ctrlKey || event.metaKey;
  const last = size.columns() - 1;
  switch (event.key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + size.screen(), column };
    case 'PageUp':
      return { row: Math.max(row === -1 ? -1 : 0, row - size.screen()), column };
    case 'Home':
      return whole ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return whole ? { row: size.rows() - 1, column: last } : { row, column: last };
    default:
      return null;
  }
}

/** One cell of the grid takes the focus; the keys of a spreadsheet move it. */
export function useGridFocus(root: Ref<HTMLElement | null>, size: GridSize): GridFocus {
  const active = reactive<Place>({ row: 0, column: 1 });

  function set(row: number, column: number): void {
    active.row = Math.min(Math.max(row, -1), Math.max(size.rows() - 1, -1));
    active.column = Math.min(Math.max(column, 0), size.columns() - 1);
  }

  const cell = (): HTMLElement | null =>
    root.value?.querySelector<HTMLElement>('[data-active="true"]') ?? null;

  async function focus(): Promise<void> {
    const before = document.activeElement;
    const scrolled = active.row >= 0 && size.scrollTo(active.row);
    await nextTick();
    /* A row in view takes it at once, for the very next key; another is in its place a frame after the list scrolled. */
    if (scrolled || cell() === null) await new Promise((done) => requestAnimationFrame(done));
    const now = document.activeElement;
    /* Whoever has gone elsewhere in that moment stays there. */
    if (now !== before && now !== document.body && root.value?.contains(now) !== true) return;
    cell()?.focus();
  }

  function press(event: KeyboardEvent): boolean {
    if (event.altKey) return false;
    const next = target(active, event, size);
    if (next === null) return false;
    event.preventDefault();
    set(next.row, next.column);
    void focus();
    return true;
  }

  return {
    active,
    isActive: (row, column) => active.row === row && active.column === column,
    set,
    focus,
    press,
  };
}
