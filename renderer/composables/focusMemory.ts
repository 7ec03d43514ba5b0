import { beside, focusFirstOf, pagePlaces } from './focusPlaces.ts';

/** Places whose own end takes the focus with it. */
const passing = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .toast';

let last: HTMLElement | null = null;
/** What lay beside it when it gave the focus away: it may be gone when the focus comes back. */
let around: readonly HTMLElement[] = [];

/** The menu, the dialog or the notice that something is in. */
export const passingPlaceOf = (target: Element): Element | null => target.closest(passing);

const passes = (target: EventTarget | null): boolean =>
  target === null || (target instanceof Element && passingPlaceOf(target) !== null);

/** Remembers where the focus was before a menu, a dialog or a notification took it. Call once. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || passes(target)) return;
    last = target;
    around = [];
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (last !== null && target === last && passes(relatedTarget)) around = beside(last);
  });
}

/** Back to where the focus was; where that has gone, to what lay beside it, else to the list or the page. */
export function returnFocus(): void {
  focusFirstOf([last, ...around, ...pagePlaces()]);
}
