/**
 * Tells the window what changed. The first change after a quiet moment is told at once, before the reply to whoever
 * made it: a window that knows of an edit never says any more that everything is saved. Changes come in bursts (a
 * replay writes a thousand rows), so those that follow are gathered for a moment and each kind is told once; of a
 * status only the newest counts.
 */
import type { AppEvent } from '#shared/ipc/events.ts';

/** Milliseconds. */
const gatheringTime = 80;

export interface EventHub {
  readonly emit: (event: AppEvent) => void;
  /** Answers how to end the subscription. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  readonly close: () => void;
}

export function createEventHub(): EventHub {
  const listeners = new Set<(event: AppEvent) => void>();
  const gathered = new Map<string, AppEvent>();
  /** Runs while what comes is gathered. */
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  function tell(): void {
    const events = [...gathered.values()];
    gathered.clear();
    for (const event of events) for (const listener of listeners) listener(event);
  }

  function gather(): void {
    timer = setTimeout(() => {
      timer = null;
      if (gathered.size === 0) return;
      gather();
      tell();
    }, gatheringTime);
  }

  return {
    emit(event) {
      if (closed) return;
      const key = event.kind === 'contactsChanged' ? `${event.kind}:${event.groupId}` : event.kind;
      gathered.set(key, event);
      if (timer !== null) return;
      gather();
      // With everything that this change tells in one go.
      queueMicrotask(tell);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      gathered.clear();
      listeners.clear();
    },
  };
}
