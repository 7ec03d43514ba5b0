/** Places whose own end takes the focus with it; the last is where notices are, with all that stands around them. */
const passing =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="region"]:has(> .toast-viewport)';

let last: HTMLElement | null = null;

/** Remembers where the focus was before a menu, a dialog or a notification took it. Call once. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.closest(passing) === null) last = target;
  });
}

/** Back to where the focus was; where that has gone, to the list, else to the page. */
export function returnFocus(): void {
  const place = last?.isConnected
    ? last
    : (document.querySelector<HTMLElement>('main [role="grid"] [tabindex="0"]') ??
      document.querySelector<HTMLElement>('main'));
  place?.focus();
}
