import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { rowsInView, scrollHeight, scrollTo, topOf, type Room } from '../domain/rowPlaces.ts';
import { RowSlots } from '../domain/rowSlots.ts';

export interface ShownRow {
  readonly index: number;
  /** The element that shows it. */
  readonly slot: number;
  /** Pixels from the beginning of the page. */
  readonly top: number;
}

export interface RowsInView {
  readonly height: ComputedRef<number>;
  /** The rows that are drawn: those in view and some around them. */
  readonly rows: ComputedRef<readonly ShownRow[]>;
  readonly first: ComputedRef<number>;
  readonly last: ComputedRef<number>;
  /** Scrolls no further than a row needs to be in view. */
  readonly scrollTo: (row: number) => void;
}

export interface ListRoom extends Pick<Room, 'rowHeight' | 'headHeight'> {
  readonly total: () => number;
  /** A row that stays in the document wherever the list is scrolled: the one with the focus, which would be lost. */
  readonly kept: () => number;
}

/** Rows drawn above and below what is in view: the screen may be a frame ahead of the page. */
const around = 8;

/** Of a long list only the rows that can be seen are in the document. */
export function useRowsInView(
  scroller: Readonly<Ref<HTMLElement | null>>,
  { total, kept, rowHeight, headHeight }: ListRoom,
): RowsInView {
  const scrolled = ref(0);
  const screen = ref(0);
  const room = computed<Room>(() => ({
    total: total(),
    rowHeight,
    headHeight,
    screen: screen.value,
  }));
  const inView = computed(() => rowsInView(room.value, scrolled.value));
  const first = computed(() => inView.value[0]);
  const last = computed(() => inView.value[1]);
  /** What all the rows are moved by; zero but for lists of hundreds of thousands. */
  const origin = computed(() => topOf(room.value, 0, scrolled.value));
  const slots = new RowSlots();

  const indexes = computed(() => {
    const from = Math.max(0, first.value - around);
    const to = Math.min(last.value + around, room.value.total - 1);
    const drawn = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
    const row = kept();
    if (row < 0 || row >= room.value.total || (row >= from && row <= to)) return drawn;
    return row < from ? [row, ...drawn] : [...drawn, row];
  });
  const rows = computed(() => {
    const slotOf = slots.assign(indexes.value);
    return indexes.value.map((index) => ({
      index,
      slot: slotOf.get(index) ?? index,
      top: origin.value + index * rowHeight,
    }));
  });

  function read(): void {
    scrolled.value = scroller.value?.scrollTop ?? 0;
  }

  watch(
    scroller,
    (element, _before, onCleanup) => {
      if (element === null) return;
      const resized = new ResizeObserver(() => {
        screen.value = element.clientHeight;
        read();
      });
      resized.observe(element);
      element.addEventListener('scroll', read, { passive: true });
      screen.value = element.clientHeight;
      read();
      onCleanup(() => {
        resized.disconnect();
        element.removeEventListener('scroll', read);
      });
    },
    { immediate: true, flush: 'post' },
  );

  return {
    height: computed(() => scrollHeight(room.value)),
    rows,
    first,
    last,
    scrollTo(row) {
      const to = scrollTo(room.value, row, scrolled.value);
      if (to === null || scroller.value === null) return;
      scroller.value.scrollTop = to;
      read();
    },
  };
}
