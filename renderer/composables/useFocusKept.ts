import { onBeforeUpdate, onUpdated, type Ref } from 'vue';

/**
 * The active cell keeps the focus when its row takes another place among those that are drawn: an element that is moved
 * in the document loses it. Called by the component that draws the rows.
 */
export function useFocusKept(root: Readonly<Ref<HTMLElement | null>>): void {
  let focused: HTMLElement | null = null;
  onBeforeUpdate(() => {
    const now = document.activeElement;
    focused = now instanceof HTMLElement && root.value?.contains(now) === true ? now : null;
  });
  onUpdated(() => {
    // An element that shows another row by now is not what had the focus.
    const isActive = focused?.closest('[data-active="true"]') ?? null;
    if (isActive !== null && document.activeElement === document.body)
      focused?.focus({ preventScroll: true });
    focused = null;
  });
}
