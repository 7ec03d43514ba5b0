import { useDialogs } from '../stores/dialogs.ts';

/** Places whose own end takes the focus with it; the last is where notices are, with all that stands around them. */
const passing =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="region"]:has(> .toast-viewport)';

let last: HTMLElement | null = null;
/** Where it was in each dialog. */
const lastIn = new WeakMap<HTMLElement, HTMLElement>();

/** Remembers where the focus was before a menu, a dialog or a notification took it. Call once. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const place = target.closest<HTMLElement>(passing);
    if (place === null) last = target;
    else lastIn.set(place, target);
  });
}

/** Into a dialog that is still open: behind it nobody would see the focus. */
function stayIn(dialog: HTMLElement): void {
  if (dialog.contains(document.activeElement)) return;
  const place = lastIn.get(dialog);
  (place !== undefined && dialog.contains(place) ? place : dialog).focus();
}

/** Back to where the focus was; where that has gone, to the list, else to the page. */
export function returnFocus(): void {
  const dialog = useDialogs().modals.at(-1)?.() ?? null;
  if (dialog !== null) return stayIn(dialog);
  const place = last?.isConnected
    ? last
    : (document.querySelector<HTMLElement>('main [role="grid"] [tabindex="0"]') ??
      document.querySelector<HTMLElement>('main'));
  place?.focus();
}
