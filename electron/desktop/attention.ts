import type { AppEvent } from '#shared/ipc/events.ts';

/**
 * Watches the events for changes and held lists that newly wait for the user while nobody looks at the window, and calls
 * `notify` with their count. What waited already at the first status was there before the app was opened.
 */
export function watchForAttention(
  windowHasFocus: () => boolean,
  notify: (count: number) => void,
): (event: AppEvent) => void {
  let known: number | null = null;
  return (event) => {
    if (event.kind !== 'statusChanged') return;
    const needsYou = event.status.needsYou + event.status.held;
    if (known !== null && needsYou > known && !windowHasFocus()) notify(needsYou);
    known = needsYou;
  };
}
