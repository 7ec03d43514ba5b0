/** When somebody who looks elsewhere is told something, and what the app's icon counts: never for noise. */
import type { AppEvent } from '#shared/ipc/events.ts';
import type { SyncStatus } from '#shared/ipc/views.ts';

export type Attention =
  /** So many changes and held lists wait for the user, more than before. */
  | { readonly kind: 'needsYou'; readonly count: number }
  /** The changes that were made without a network, so many at most, have all arrived. */
  | { readonly kind: 'allSent'; readonly count: number };

const asksFor = ({ needsYou, held }: SyncStatus): number => needsYou + held;

/**
 * Watches the events and calls `tell` while nobody looks at the window. What waited already at the first status was there
 * before the app was opened; that a queue empties is told only where it had to wait for a network.
 */
export function watchForAttention(
  windowHasFocus: () => boolean,
  tell: (attention: Attention) => void,
): (event: AppEvent) => void {
  let known: number | null = null;
  let keptOffline = 0;

  function notice(status: SyncStatus): Attention | null {
    const { connection, waiting } = status;
    const count = asksFor(status);
    const before = known ?? count;
    known = count;
    if (connection === 'offline' || connection === 'forcedOffline') {
      keptOffline = Math.max(keptOffline, waiting);
      return null;
    }
    if (count > before) return { kind: 'needsYou', count };
    if (keptOffline === 0 || waiting > 0 || count > 0 || connection !== 'online') return null;
    const sent = keptOffline;
    keptOffline = 0;
    return { kind: 'allSent', count: sent };
  }

  return (event) => {
    if (event.kind !== 'statusChanged') return;
    const attention = notice(event.status);
    if (attention !== null && !windowHasFocus()) tell(attention);
  };
}

/** Keeps the number on the app's icon: what needs the user, and nothing that goes on by itself. */
export function followBadge(show: (count: number) => void): (event: AppEvent) => void {
  let shown = 0;
  return (event) => {
    if (event.kind !== 'statusChanged') return;
    const count = asksFor(event.status);
    if (count !== shown) show(count);
    shown = count;
  };
}
