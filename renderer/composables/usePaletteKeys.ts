import { computed, ref, watch, type ComputedRef } from 'vue';
import type { Palette, PaletteItem } from './usePalette.ts';

export interface PaletteKeys {
  readonly active: ComputedRef<PaletteItem | null>;
  /** An arrow or the pointer has marked a line. */
  readonly pointed: ComputedRef<boolean>;
  readonly point: (item: PaletteItem) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/**
 * The arrows move along the lines while the focus stays in the box; Enter takes the one that is marked. The first is
 * marked until an arrow is pressed. Pressed before the contacts have come, Enter waits for them: it never takes a line
 * that answers an older text.
 */
export function usePaletteKeys(palette: Palette, choose: (item: PaletteItem) => void): PaletteKeys {
  const pointed = ref<string | null>(null);
  let waiting = false;

  const items = computed(() => palette.sections.value.flatMap((section) => section.items));
  const active = computed(
    () => items.value.find(({ id }) => id === pointed.value) ?? items.value[0] ?? null,
  );

  function move(by: number): void {
    const { length } = items.value;
    if (length === 0) return;
    const at = items.value.findIndex(({ id }) => id === active.value?.id);
    pointed.value = items.value[(at + by + length) % length]?.id ?? null;
  }

  function enter(): void {
    const item = active.value;
    const isKnown = palette.settled.value || pointed.value !== null;
    if (!isKnown && (item === null || !palette.isSure(item))) waiting = true;
    else if (item !== null) choose(item);
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        break;
      case 'ArrowUp':
        move(-1);
        break;
      case 'Enter':
        enter();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  watch(
    palette.text,
    () => {
      pointed.value = null;
      waiting = false;
    },
    { flush: 'sync' },
  );
  watch(palette.settled, (settled) => {
    if (!settled || !waiting) return;
    waiting = false;
    enter();
  });

  return {
    active,
    pointed: computed(() => pointed.value !== null),
    point: (item) => {
      pointed.value = item.id;
    },
    press,
  };
}
