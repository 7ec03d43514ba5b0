import { computed, ref, type ComputedRef, type Ref } from 'vue';

export interface Aside {
  /** By how many pixels the list is scrolled sideways. */
  readonly by: Ref<number>;
  /** What stays in view has to be held there: each such cell is then a layer of its own, which fast scrolling cannot afford. */
  readonly holds: ComputedRef<boolean>;
  readonly scroll: (event: Event) => void;
  readonly wheel: (event: WheelEvent) => void;
  readonly press: (event: PointerEvent) => void;
}

/** Whether a list is scrolled sideways, or about to be: the screen moves before its page hears of it. */
export function useAside(): Aside {
  const by = ref(0);
  const begins = ref(false);
  return {
    by,
    holds: computed(() => by.value > 0 || begins.value),
    scroll({ currentTarget }) {
      if (currentTarget instanceof HTMLElement) by.value = currentTarget.scrollLeft;
    },
    wheel({ deltaX, deltaY, shiftKey }) {
      begins.value = shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
    },
    press({ target, currentTarget, clientY }) {
      // Only the scrollbars are the scroller itself; the one that lies below moves sideways.
      begins.value =
        target === currentTarget &&
        target instanceof HTMLElement &&
        clientY - target.getBoundingClientRect().top >= target.clientHeight;
    },
  };
}
