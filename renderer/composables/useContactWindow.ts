import { ref, shallowRef, triggerRef, watch, type Ref } from 'vue';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { Rows } from '#shared/ipc/rows.ts';
import type { ContactRow } from '#shared/ipc/views.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Query } from '../domain/listQuery.ts';
import { pagesWanted } from '../domain/pagesWanted.ts';
import { ScrollSpeed } from '../domain/scrollSpeed.ts';
import { envelope, libreta } from '../libreta.ts';
import { around } from './useRowsInView.ts';

/** Rows per read. */
export const pageSize = 240;
/** Reads under way at once; while the list is dragged along, what only flashed by is never asked for. */
const readsAtOnce = 3;
/** Pages kept with those in view: more than are read ahead. */
const keptPages = 9;

export interface ContactWindow {
  readonly total: Ref<number>;
  /** Counts the queries: each makes another list, also while the one before is still being read. */
  readonly serial: Ref<number>;
  /** False until the first answer for the present query. */
  readonly ready: Ref<boolean>;
  readonly error: Ref<CodedError | null>;
  /** The row at a place of the list; null while it is being read. */
  readonly rowAt: (index: number) => ContactRow | null;
  /** The ids alone of a part of the list, as many as are asked for. */
  readonly readIds: (offset: number, limit: number) => Promise<readonly ContactId[]>;
  /** What is in view, and a row that is kept wherever that is: the one with the focus. */
  readonly show: (first: number, last: number, kept: number) => void;
  /** While a cell is written the rows stay as they are; what changed meanwhile is read afterwards. */
  readonly hold: (on: boolean) => void;
  /** A row as it was just saved: it is shown so until its page has been read again. */
  readonly saved: (index: number, row: ContactRow) => void;
  /** Reads what is in view again. */
  readonly refresh: () => void;
}

/**
 * The rows around what is in view. Whole pages are read and kept; when the query changes the old rows go,
 * when only contacts changed they stay on screen until the new ones are here.
 */
export function useContactWindow(query: Ref<Query>, revision: Ref<number>): ContactWindow {
  const total = ref(0);
  const serial = ref(0);
  const ready = ref(false);
  const error = ref<CodedError | null>(null);
  const pages = shallowRef(new Map<number, Rows<ContactRow>>());
  let inView: readonly [number, number] = [0, pageSize - 1];
  let keptRow = -1;
  /** What was saved in rows of a page since that was read. */
  const savedRows = shallowRef<ReadonlyMap<ContactId, { page: number; row: ContactRow }>>(
    new Map(),
  );
  let generation = 0;
  const fresh = new Set<number>();
  const reading = new Set<number>();

  const speed = new ScrollSpeed();
  /** How long the last reads took, in milliseconds. */
  let wait = 0;

  const wanted = (): number[] =>
    pagesWanted(
      inView,
      { speed: speed.of(performance.now()), wait },
      { pageSize, total: total.value },
    );

  function keep(page: number, rows: Rows<ContactRow>): void {
    const kept = pages.value;
    kept.delete(page);
    kept.set(page, rows);
    dropSaved(page);
    const shown = new Set([...wanted(), Math.floor(keptRow / pageSize)]);
    for (const old of kept.keys()) {
      if (kept.size <= keptPages) break;
      if (!shown.has(old)) {
        kept.delete(old);
        fresh.delete(old);
      }
    }
    if (isDrawn(page)) triggerRef(pages);
  }

  function dropSaved(page: number): void {
    const left = [...savedRows.value].filter(([, saved]) => saved.page !== page);
    if (left.length < savedRows.value.size) savedRows.value = new Map(left);
  }

  /** What is read ahead changes nothing on screen. */
  function isDrawn(page: number): boolean {
    const [first, last] = inView;
    return first - around < (page + 1) * pageSize && page * pageSize <= last + around;
  }

  async function read(page: number): Promise<void> {
    if (reading.has(page)) return;
    reading.add(page);
    const asked = generation;
    const request = { ...query.value, offset: page * pageSize, limit: pageSize };
    const askedAt = performance.now();
    const result = await envelope(() => libreta().contacts.window(request));
    wait = (wait + performance.now() - askedAt) / 2;
    if (asked !== generation) return;
    reading.delete(page);
    ready.value = true;
    if (!result.ok) {
      error.value = result.error;
      return;
    }
    error.value = null;
    total.value = result.value.total;
    fresh.add(page);
    keep(page, result.value.rows);
    readView();
  }

  function readView(): void {
    for (const page of wanted()) {
      if (reading.size >= readsAtOnce) return;
      if (!fresh.has(page)) void read(page);
    }
  }

  async function readIds(offset: number, limit: number): Promise<readonly ContactId[]> {
    const request = { ...query.value, offset, limit };
    const result = await envelope(() => libreta().contacts.ids(request));
    return result.ok ? result.value.contactIds : [];
  }

  function show(first: number, last: number, kept: number): void {
    keptRow = kept;
    inView = [Math.max(0, first), Math.max(0, last)];
    speed.moved(inView[0], performance.now());
    readView();
  }

  function restart(): void {
    generation += 1;
    fresh.clear();
    reading.clear();
    readView();
  }

  function rowAt(index: number): ContactRow | null {
    const page = Math.floor(index / pageSize);
    const row = pages.value.get(page)?.at(index % pageSize) ?? null;
    if (row === null || savedRows.value.size === 0) return row;
    const saved = savedRows.value.get(row.id);
    return saved?.page === page ? saved.row : row;
  }

  watch(
    query,
    () => {
      serial.value += 1;
      ready.value = false;
      pages.value = new Map();
      inView = [0, pageSize - 1];
      restart();
    },
    { deep: true, immediate: true },
  );
  let held = false;
  let missed = false;
  function hold(on: boolean): void {
    held = on;
    if (on || !missed) return;
    missed = false;
    restart();
  }
  /** What is being read was there before. */
  function readAnew(): void {
    if (held) missed = true;
    else restart();
  }
  watch(revision, readAnew);

  function saved(index: number, row: ContactRow): void {
    const page = Math.floor(index / pageSize);
    savedRows.value = new Map(savedRows.value).set(row.id, { page, row });
    readAnew();
  }

  return {
    total,
    serial,
    ready,
    error,
    rowAt,
    readIds,
    show,
    hold,
    saved,
    refresh: restart,
  };
}
