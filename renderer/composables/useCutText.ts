/**
 * What does not fit in its place is told under the pointer. A title in every cell would be written anew for each row
 * that flies by.
 */
export interface CutText {
  /** The pointer came to a place. `now`: false where it is told later, by `tellAgain`. */
  readonly tell: (event: MouseEvent, now: boolean) => void;
  readonly forget: () => void;
  /** After the places were drawn: the one under the pointer may show something else by now. */
  readonly tellAgain: () => void;
}

/** `placeOf`: the element that shows a text, cut off where there is no room; null where the event is about none. */
export function useCutText(placeOf: (target: EventTarget | null) => HTMLElement | null): CutText {
  let pointed: HTMLElement | null = null;

  function tellAgain(): void {
    if (pointed === null) return;
    const title = isCut(pointed) ? pointed.textContent.trim() : '';
    if (title === '') pointed.removeAttribute('title');
    else if (pointed.title !== title) pointed.title = title;
  }

  function forget(): void {
    pointed?.removeAttribute('title');
    pointed = null;
  }

  return {
    tell({ target }, now) {
      forget();
      pointed = placeOf(target);
      if (now) tellAgain();
    },
    forget,
    tellAgain,
  };
}

/** Its text alone, without what else stands there; the padding counts as room in `clientWidth`. */
function isCut(place: HTMLElement): boolean {
  const text = document.createRange();
  const { paddingLeft, paddingRight } = getComputedStyle(place);
  const room = place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return [...place.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE) return false;
    text.selectNodeContents(node);
    return text.getBoundingClientRect().width > room + 1;
  });
}
