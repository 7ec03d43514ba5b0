/**
 * Tells the window what changed. Changes come in bursts (a replay writes a thousand rows), so they are gathered
 * for a moment and each kind is told once; of a status only the newest counts.
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
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    const events = [...gathered.values()];
    gathered.clear();
    for (const event of events) for (const listener of listeners) listener(event);
  }

  return {
    emit(event) {
      const key = event.kind === 'contactsChanged' ? `${event.kind}:${event.groupId}` : event.kind;
      gathered.set(key, event);
      timer ??= setTimeout(flush, gatheringTime);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      listeners.clear();
    },
  };
}
