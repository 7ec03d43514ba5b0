import { passingPlaceOf, returnFocus } from './focusMemory.ts';
import { beside, focusFirstOf, isThere, lineOf, pagePlaces } from './focusPlaces.ts';

/** What stands above everything else as long as it is open. */
const above = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** What had the focus, and what there was around it at that time. */
interface Lost {
  readonly from: HTMLElement;
  readonly around: readonly HTMLElement[];
  readonly line: ReturnType<typeof lineOf>;
  /** The menu, the dialog or the notice that it was in. */
  readonly scope: Element | null;
  readonly panel: Element | null;
  /** The list shall not leap below the pointer. */
  readonly preventScroll: boolean;
}

/** Whoever knows a better place goes there by then: those who wait for the next frame, too. */
const settled = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function goOn({ from, around, line, scope, panel, preventScroll }: Lost): Promise<void> {
  await settled();
  const now = document.activeElement;
  const isIn = scope?.isConnected === true;
  /* A dialog takes the focus itself when something in it goes. */
  if (now !== document.body && (!isIn || now !== scope)) return;
  /* What is where it was has been told to give the focus up. */
  if (isThere(from) && lineOf(from).every((one, at) => one === line[at])) return;
  const places = from.isConnected ? [from, ...beside(from)] : around;
  if (isIn) {
    focusFirstOf(
      places.filter((place) => scope.contains(place)),
      { preventScroll },
    );
  } else if (document.querySelector(above) === null) {
    if (scope !== null) returnFocus();
    else {
      const heading = panel?.querySelector<HTMLElement>('h2') ?? null;
      focusFirstOf([...places, heading, ...pagePlaces()], { preventScroll });
    }
  }
}

/**
 * Whoever works by the keyboard stands nowhere when the button that was pressed goes away, or is switched off: the keys
 * go on beside it then. Chromium tells of each such loss, before the element has left its place. Call once.
 */
export function keepFocus(): void {
  let byMouse = false;
  /** Somebody leaves by Tab, or by a click on nothing. */
  let leaves = false;
  document.addEventListener('pointerdown', () => (byMouse = leaves = true), true);
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => (leaves = false), true);
  document.addEventListener(
    'keydown',
    ({ key }) => {
      byMouse = false;
      leaves = key === 'Tab';
    },
    true,
  );
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    const isLost = relatedTarget === null && !leaves && document.hasFocus();
    if (!isLost || !(target instanceof HTMLElement)) return;
    void goOn({
      from: target,
      around: beside(target),
      line: lineOf(target),
      scope: passingPlaceOf(target),
      panel: target.closest('aside'),
      preventScroll: byMouse,
    });
  });
}
