const controls =
  ':is(button, input, select, textarea, a[href]):not(:disabled):not([tabindex="-1"])';

/** What holds controls that belong together: a bar, a list, a form, the parts of one value. */
const homes = 'ul, ol, form, fieldset, header, footer, .field, [role="toolbar"], [role="group"]';

function controlsAround(place: Element, home: Element): HTMLElement[] {
  const after: HTMLElement[] = [];
  const before: HTMLElement[] = [];
  for (const control of home.querySelectorAll<HTMLElement>(controls)) {
    const where = place.compareDocumentPosition(control);
    if (where & Node.DOCUMENT_POSITION_FOLLOWING) after.push(control);
    else if (where & Node.DOCUMENT_POSITION_PRECEDING) before.unshift(control);
  }
  return [...after, ...before];
}

/**
 * The controls beside a place, the likeliest first: those of the closest bar or list, then of what holds that. In each
 * the next ones from near to far, then the ones before. To be asked while the place still is where it was.
 */
export function beside(place: Element): readonly HTMLElement[] {
  const found = new Set<HTMLElement>();
  let home = place.closest(homes);
  while (home !== null) {
    for (const control of controlsAround(place, home)) found.add(control);
    home = home.parentElement?.closest(homes) ?? null;
  }
  return [...found];
}

/** Which line of which list a place is in, by what comes next: another one once the line was moved. */
export function lineOf(place: Element): readonly (Element | null)[] {
  const line = place.closest('li');
  return [line, line?.parentElement ?? null, line?.nextElementSibling ?? null];
}

/** Where a page is entered: its list, what it offers where it is empty, its heading, or at least itself. */
export const pagePlaces = (): readonly (HTMLElement | null)[] =>
  ['[role="grid"] [tabindex="0"]', '.empty button', 'h1', '']
    .map((inside) => `main ${inside}`)
    .map((selector) => document.querySelector<HTMLElement>(selector));

/** True while it is there, on screen and not switched off. */
export const isThere = (place: HTMLElement): boolean =>
  place.isConnected &&
  !place.matches(':disabled') &&
  place.checkVisibility({ visibilityProperty: true });

function takes(place: HTMLElement, options: FocusOptions): boolean {
  if (!isThere(place)) return false;
  /* By Tab nobody comes to a heading: only where it is told to, it takes the focus. */
  if (place.matches('h1, h2')) place.tabIndex = -1;
  place.focus(options);
  return document.activeElement === place;
}

/** The first of them that can takes the focus. */
export function focusFirstOf(
  places: readonly (HTMLElement | null)[],
  options: FocusOptions = {},
): void {
  places.some((place) => place !== null && takes(place, options));
}

/** True where no key would reach anything: nothing has the focus, or only a page as a whole. */
export const isNowhere = (): boolean =>
  document.activeElement === document.body || document.activeElement?.matches('main, h1') === true;
