import { expect, it } from 'vitest';
import type { AppEvent } from '#shared/ipc/events.ts';
import type { SyncStatus } from '#shared/ipc/views.ts';
import {
  followBadge,
  watchForAttention,
  type Attention,
} from '../../../electron/desktop/attention.ts';

const status = (more: Partial<SyncStatus> = {}): AppEvent => ({
  kind: 'statusChanged',
  status: {
    connection: 'online',
    queue: 'idle',
    waiting: 0,
    held: 0,
    needsYou: 0,
    lastSyncAt: null,
    nextTryAt: null,
    work: null,
    problem: null,
    ...more,
  },
});
const asking = (needsYou: number, held = 0): AppEvent => status({ needsYou, held });

function watch(events: readonly AppEvent[], hasFocus = false): Attention[] {
  const told: Attention[] = [];
  events.forEach(
    watchForAttention(
      () => hasFocus,
      (attention) => told.push(attention),
    ),
  );
  return told;
}
const needs = (count: number): Attention => ({ kind: 'needsYou', count });
const sent = (count: number): Attention => ({ kind: 'allSent', count });

it('tells when more changes or lists wait for the user than before', () => {
  expect(watch([asking(0), asking(1), asking(1), asking(3), asking(3, 1)])).toEqual(
    [1, 3, 4].map(needs),
  );
});

it('tells nothing of what waited from the start, of what was settled, or of other events', () => {
  expect(watch([asking(5), { kind: 'outboxChanged' }, asking(4), asking(0)])).toEqual([]);
});

it('tells again when something new waits after all was settled', () => {
  expect(watch([asking(2), asking(0), asking(1)])).toEqual([needs(1)]);
});

it('tells that all has arrived where it had to wait for a network, once', () => {
  const story = [
    status({ connection: 'offline', waiting: 1 }),
    status({ connection: 'offline', waiting: 3 }),
    status({ connection: 'unknown', waiting: 3 }),
    status({ waiting: 2 }),
    status(),
    status(),
  ];
  expect(watch(story)).toEqual([sent(3)]);
  expect(watch([...story, ...story])).toEqual([sent(3), sent(3)]);
});

it('tells nothing of a queue that empties as usual, or that ends with a question', () => {
  expect(watch([status({ waiting: 4 }), status({ waiting: 1 }), status()])).toEqual([]);
  expect(watch([status({ connection: 'forcedOffline' }), status()])).toEqual([]);
  expect(
    watch([status({ connection: 'offline', waiting: 2 }), status({ needsYou: 1 }), status()]),
  ).toEqual([needs(1), sent(2)]);
});

it('tells nothing to who looks at the window', () => {
  expect(watch([asking(0), asking(2)], true)).toEqual([]);
});

it('counts on the icon what needs the user, and changes it only when it changes', () => {
  const shown: number[] = [];
  const badge = followBadge((count) => shown.push(count));
  for (const event of [asking(0), status({ waiting: 9 }), asking(2), asking(1, 1), asking(0)])
    badge(event);
  expect(shown).toEqual([2, 0]);
});
