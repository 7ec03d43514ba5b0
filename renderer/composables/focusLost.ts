/**
 * Whether the focus has no place once this has gone: it is still inside, or on nothing. Asked while it closes: what it
 * opened may have the focus by then, or somebody has gone elsewhere.
 */
export function losesFocus(closing: EventTarget | null): boolean {
  const now = document.activeElement;
  return (
    now === null || now === document.body || (closing instanceof Node && closing.contains(now))
  );
}
