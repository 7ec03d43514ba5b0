import { defaultRangeExtractor, observeElementOffset, useVirtualizer } from '@tanstack/vue-virtual';
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import {
  ahead,
  keptScroll,
  placeOf,
  runsAhead,
  scrollHeight,
  scrollTo,
  topBehind,
  type Room,
} from '../domain/rowPlaces.ts';
import { RowSlots, type SlottedRow } from '../domain/rowSlots.ts';

export interface ShownRow extends SlottedRow {
  /** Pixels from the origin. */
  readonly top: number;
}

export interface RowsInView {
  readonly height: ComputedRef<number>;
  /**
   * Where the rows are counted from, in pixels from the beginning of the page. In a list that flies by it goes along
   * with the view, so that a row is written anew and not moved as well.
   */
  readonly origin: ComputedRef<number>;
  /** The rows that are drawn: those in view and some around them. */
  readonly rows: ComputedRef<readonly ShownRow[]>;
  readonly first: ComputedRef<number>;
  /** Before the first where there is none. */
  readonly last: ComputedRef<number>;
  /** The page is too low for the list: what is drawn below its end must not make it longer. */
  readonly runsAhead: ComputedRef<boolean>;
  /** It moves by more than a screen at once: what is drawn around the view would never be seen. */
  readonly leaps: Readonly<Ref<boolean>>;
  /** Scrolls no further than a row needs to be in view; true when it had to. */
  readonly scrollTo: (row: number) => boolean;
}

export interface ListRoom extends Pick<Room, 'rowHeight' | 'headHeight'> {
  readonly total: () => number;
  /** A row that stays in the document wherever the list is scrolled: the one with the focus, which would be lost. */
  readonly kept: () => number;
}

/** Rows drawn above and below what is in view: the screen may be a frame ahead of the page. */
export const around = 8;

/** Rows between the origin and the view at most, while the list does not leap. */
const farFromOrigin = 2_000;
/** Out of view, and above it, where nothing makes the page longer. Pixels from the origin. */
const away = -20_000;

type Range = Parameters<typeof defaultRangeExtractor>[0];

/** So many moves by less than a screen follow each other before a list that leapt does not. */
const calm = 4;

/** Of a long list only the rows that can be seen are in the document. */
export function useRowsInView(
  scroller: Readonly<Ref<HTMLElement | null>>,
  { total, kept, rowHeight, headHeight }: ListRoom,
): RowsInView {
  const scrolled = ref(0);
  let steps = calm;
  /** The library's own ear, for a list that moves below a page that stands. */
  let tellOffset: ((offset: number, isScrolling: boolean) => void) | null = null;
  const leaps = ref(false);
  const virtual = useVirtualizer(
    computed(() => ({
      count: total(),
      getScrollElement: () => scroller.value,
      estimateSize: () => rowHeight,
      overscan: leaps.value ? 0 : around,
      paddingStart: headHeight,
      rangeExtractor: (range: Range) =>
        withRow(
          defaultRangeExtractor(leaps.value ? wholeScreen(range, room.value) : range),
          kept(),
          range.count,
        ),
      // The library knows places of the list only; on a page that is too low for it, the list runs ahead of them.
      observeElementOffset: (
        instance: Parameters<typeof observeElementOffset<HTMLElement>>[0],
        tell: (offset: number, isScrolling: boolean) => void,
      ) =>
        observeElementOffset(instance, (offset, isScrolling) => {
          tellOffset = tell;
          steps = isScrolling ? stepsAfter(Math.abs(offset - scrolled.value)) : calm;
          leaps.value = steps < calm;
          scrolled.value = offset;
          tell(offset + ahead(room.value, offset), isScrolling);
        }),
    })),
  );
  const room: ComputedRef<Room> = computed(() => ({
    total: total(),
    rowHeight,
    headHeight,
    screen: virtual.value.scrollRect?.height ?? 0,
  }));
  const slots = new RowSlots();
  /** Moves since the last leap; one that goes sideways is none. */
  const stepsAfter = (way: number): number =>
    way === 0 ? steps : way > (scroller.value?.clientHeight ?? 0) ? 0 : steps + 1;

  let from = 0;
  /** The row at the origin. */
  const fromRow = computed(() => {
    // It is worked out with the items.
    virtual.value.getVirtualItems();
    const start = virtual.value.range?.startIndex ?? 0;
    if (leaps.value || Math.abs(start - from) > farFromOrigin) from = start;
    return from;
  });
  const origin = computed(() => placeOf(room.value, fromRow.value, scrolled.value));

  /** Pixels from the origin. What is around the view is cut off at the end of the page; a row that is kept is not. */
  function topOf(row: number): number {
    const { startIndex = 0, endIndex = -1 } = virtual.value.range ?? {};
    const isAround = row >= startIndex - around && row <= endIndex + around;
    const rows = row - fromRow.value;
    return isAround ? rows * rowHeight : topBehind(room.value, rows, origin.value);
  }

  /* In a list that runs ahead the same place of the page shows other rows when there are more or fewer of them. */
  watch(
    total,
    (_, before) => {
      const element = scroller.value;
      const was = { ...room.value, total: before };
      if (element === null || !(runsAhead(was) || runsAhead(room.value))) return;
      element.scrollTop = keptScroll(was, room.value, element.scrollTop);
      scrolled.value = element.scrollTop;
      tellOffset?.(scrolled.value + ahead(room.value, scrolled.value), false);
    },
    { flush: 'post' },
  );

  return {
    height: computed(() => scrollHeight(room.value)),
    origin,
    rows: computed(() => {
      const shown = virtual.value.getVirtualItems().map(({ index }) => index);
      const isShown = new Set(shown);
      return slots
        .assign(shown, leaps.value)
        .filter(({ index }) => index < total())
        .map((row) => ({
          ...row,
          top: isShown.has(row.index) ? topOf(row.index) : away,
        }));
    }),
    first: computed(() => virtual.value.range?.startIndex ?? 0),
    last: computed(() => virtual.value.range?.endIndex ?? -1),
    runsAhead: computed(() => runsAhead(room.value)),
    leaps,
    scrollTo(row) {
      const element = scroller.value;
      const to = element === null ? null : scrollTo(room.value, row, element.scrollTop);
      if (element === null || to === null) return false;
      element.scrollTop = to;
      return true;
    },
  };
}

/** As many rows wherever the view begins, so that each row of it keeps its element and its place. */
function wholeScreen(range: Range, { screen, rowHeight }: Room): Range {
  const last = range.startIndex + Math.ceil(screen / rowHeight);
  return { ...range, endIndex: Math.min(Math.max(range.endIndex, last), range.count - 1) };
}

/** In the order of the list, which is the order in which a screen reader meets them. */
function withRow(shown: number[], row: number, total: number): number[] {
  if (row < 0 || row >= total || shown.includes(row)) return shown;
  return row < (shown[0] ?? 0) ? [row, ...shown] : [...shown, row];
}
