import { useDialogs } from '../stores/dialogs.ts';
import { beside, focusFirstOf, pagePlaces } from './focusPlaces.ts';

/** Places whose own end takes the focus with it; the last is where notices are, with all that stands around them. */
const passing =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="region"]:has(> .toast-viewport)';

let last: HTMLElement | null = null;
/** What lay beside it when it gave the focus away: it may be gone when the focus comes back. */
let around: readonly HTMLElement[] = [];
/** Where it was in each dialog. */
const lastIn = new WeakMap<HTMLElement, HTMLElement>();

/** The menu, the dialog or the notice that something is in. */
export const passingPlaceOf = (target: Element): HTMLElement | null =>
  target.closest<HTMLElement>(passing);

const passes = (target: EventTarget | null): boolean =>
  target === null || (target instanceof Element && passingPlaceOf(target) !== null);

/** Remembers where the focus was before a menu, a dialog or a notification took it. Call once. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const place = passingPlaceOf(target);
    if (place !== null) {
      lastIn.set(place, target);
      return;
    }
    last = target;
    around = [];
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (last !== null && target === last && passes(relatedTarget)) around = beside(last);
  });
}

/** Into a dialog that is still open: behind it nobody would see the focus. */
function stayIn(dialog: HTMLElement): void {
  if (dialog.contains(document.activeElement)) return;
  const place = lastIn.get(dialog);
  (place !== undefined && dialog.contains(place) ? place : dialog).focus();
}

/**
 * Back to where the focus was; where that has gone, to what lay beside it, else to the list or the page. While a dialog is
 * open, to where it was in that.
 */
export function returnFocus(): void {
  const dialog = useDialogs().modals.at(-1)?.() ?? null;
  if (dialog !== null) return stayIn(dialog);
  focusFirstOf([last, ...around, ...pagePlaces()]);
}
