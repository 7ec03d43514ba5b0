import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import { firstSections, type Drawn } from '../domain/firstSections.ts';
import type { PaletteSection } from './usePalette.ts';

/** As many lines as the palette shows without being scrolled, where it is highest: its size goes with that of the letters. */
const inView = 14;

/**
 * Sections as they are drawn: those in view at once, those below two frames later, so that what somebody waits for never
 * waits for what has to be scrolled to. Until then what stood there before is kept, unseen. `answered`: what they
 * belong to; what changes of them for another reason is drawn as it comes. `pointed`: a line was marked by an arrow or the
 * pointer, which may be any of them.
 */
export function useFirstLines(
  sections: ComputedRef<readonly PaletteSection[]>,
  answered: () => string,
  pointed: () => boolean,
): ComputedRef<Drawn<PaletteSection>> {
  /** What has been drawn whole. */
  const whole = shallowRef<readonly PaletteSection[]>([]);
  let drawn: string | null = null;
  let frame = 0;

  function drawWhole(): void {
    whole.value = sections.value;
    drawn = answered();
  }

  watch(
    sections,
    () => {
      cancelAnimationFrame(frame);
      if (drawn === answered()) return drawWhole();
      // What is changed when a frame begins is part of it: the one after the next is the first behind what is in view.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(drawWhole);
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => cancelAnimationFrame(frame));

  return computed(() => firstSections(sections.value, whole.value, pointed() ? Infinity : inView));
}
