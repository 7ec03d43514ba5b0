/**
 * What does not fit in its place is told under the pointer. A title in every cell would be written anew for each row
 * that flies by.
 */
export interface CutText {
  readonly tell: (event: MouseEvent) => void;
  readonly forget: (event: MouseEvent) => void;
}

/** `placeOf`: the element that shows a text, cut off where there is no room; null where the event is about none. */
export function useCutText(placeOf: (target: EventTarget | null) => HTMLElement | null): CutText {
  return {
    tell({ target }) {
      const place = placeOf(target);
      if (place !== null && place.scrollWidth > place.clientWidth)
        place.title = place.textContent.trim();
    },
    forget({ target }) {
      placeOf(target)?.removeAttribute('title');
    },
  };
}
