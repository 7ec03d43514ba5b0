import { expect, it } from 'vitest';
import type { AppEvent } from '#shared/ipc/events.ts';
import { watchForAttention } from '../../../electron/desktop/attention.ts';

const status = (needsYou: number): AppEvent => ({
  kind: 'statusChanged',
  status: {
    connection: 'online',
    queue: 'idle',
    waiting: 0,
    held: 0,
    needsYou,
    lastSyncAt: null,
    nextTryAt: null,
    work: null,
    problem: null,
  },
});

function watch(...events: AppEvent[]): number[] {
  const told: number[] = [];
  events.forEach(
    watchForAttention(
      () => false,
      (count) => told.push(count),
    ),
  );
  return told;
}

it('tells when more changes wait for the user than before', () => {
  expect(watch(status(0), status(1), status(1), status(3))).toEqual([1, 3]);
});

it('tells nothing of what waited from the start, of what was settled, or of other events', () => {
  expect(watch(status(5), { kind: 'outboxChanged' }, status(4), status(0))).toEqual([]);
});

it('tells again when something new waits after all was settled', () => {
  expect(watch(status(2), status(0), status(1))).toEqual([1]);
});

it('keeps quiet while the user looks at the window', () => {
  const told: number[] = [];
  let focused = true;
  const see = watchForAttention(
    () => focused,
    (count) => told.push(count),
  );
  see(status(0));
  see(status(1));
  focused = false;
  see(status(1));
  see(status(2));
  expect(told).toEqual([2]);
});
