import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import { firstSections, type Drawn } from '../domain/firstSections.ts';
import type { PaletteSection } from './usePalette.ts';

/** More than the palette shows without being scrolled. */
const inView = 16;

/**
 * Sections as they are drawn: those in view at once, those below two frames later, so that what somebody waits for never
 * waits for what has to be scrolled to. Until then what stood there before is kept, unseen. `pointed`: a line was marked
 * by an arrow, which may be any of them.
 */
export function useFirstLines(
  sections: ComputedRef<readonly PaletteSection[]>,
  pointed: () => boolean,
): ComputedRef<Drawn<PaletteSection>> {
  /** What has been drawn whole. */
  const whole = shallowRef<readonly PaletteSection[]>([]);
  let frame = 0;

  watch(
    sections,
    () => {
      cancelAnimationFrame(frame);
      // What is changed when a frame begins is part of it: the one after the next is the first behind what is in view.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          whole.value = sections.value;
        });
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => cancelAnimationFrame(frame));

  return computed(() => firstSections(sections.value, whole.value, pointed() ? Infinity : inView));
}
