/**
 * Tells the window what changed. Changes come in bursts (a replay writes a thousand rows), so they are gathered
 * for a moment and each kind is told once; of a status only the newest counts. Whoever changes something is answered
 * after the window was told of it: else a page would say for a moment that everything is saved.
 */
import type { AppEvent } from '#shared/ipc/events.ts';

/** Milliseconds. */
const gatheringTime = 80;

export interface EventHub {
  readonly emit: (event: AppEvent) => void;
  /** What has been gathered is told now. */
  readonly tell: () => void;
  /** Answers how to end the subscription. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  readonly close: () => void;
}

export function createEventHub(): EventHub {
  const listeners = new Set<(event: AppEvent) => void>();
  const gathered = new Map<string, AppEvent>();
  let timer: NodeJS.Timeout | null = null;

  function tell(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const events = [...gathered.values()];
    gathered.clear();
    for (const event of events) for (const listener of listeners) listener(event);
  }

  return {
    emit(event) {
      const key = event.kind === 'contactsChanged' ? `${event.kind}:${event.groupId}` : event.kind;
      gathered.set(key, event);
      timer ??= setTimeout(tell, gatheringTime);
    },
    tell,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      gathered.clear();
      listeners.clear();
    },
  };
}
