import { onBeforeUpdate, onUpdated, type Ref } from 'vue';

/**
 * What has the focus keeps it when its row takes another place among those that are drawn: an element that is moved in
 * the document loses it. Called by the component that draws the rows. `isSame`: the element is still what it was.
 */
export function useFocusKept(
  root: Readonly<Ref<HTMLElement | null>>,
  isSame: (focused: HTMLElement) => boolean,
): void {
  let focused: HTMLElement | null = null;
  onBeforeUpdate(() => {
    const now = document.activeElement;
    focused = now instanceof HTMLElement && root.value?.contains(now) === true ? now : null;
  });
  onUpdated(() => {
    if (focused !== null && document.activeElement === document.body && isSame(focused))
      focused.focus({ preventScroll: true });
    focused = null;
  });
}
