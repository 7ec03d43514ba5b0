import { onBeforeUpdate, onUpdated, type Ref } from 'vue';
import { focusFirstOf } from './focusPlaces.ts';

/** Buttons that take each other's place take each other's focus, too. Called by the component that draws them. */
export function useFocusWithin(root: Readonly<Ref<HTMLElement | null>>): void {
  let isWithin = false;
  onBeforeUpdate(() => {
    isWithin = root.value?.contains(document.activeElement) === true;
  });
  onUpdated(() => {
    if (isWithin && document.activeElement === document.body)
      focusFirstOf([...(root.value?.querySelectorAll('button') ?? [])]);
    isWithin = false;
  });
}
