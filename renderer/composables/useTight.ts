import { onMounted, onScopeDispose, readonly, ref, type Ref } from 'vue';

/** True while the element is narrower than so many rem, at whatever zoom. */
export function useTight(
  element: Readonly<Ref<HTMLElement | null>>,
  rem: number,
): Readonly<Ref<boolean>> {
  const tight = ref(false);
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    tight.value = entry.contentRect.width < rem * size;
  });
  onMounted(() => {
    if (element.value !== null) observer.observe(element.value);
  });
  onScopeDispose(() => observer.disconnect());
  return readonly(tight);
}
