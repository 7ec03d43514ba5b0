/** What the window is told of a change, and when: at once, and in a burst each kind once. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AppEvent } from '#shared/ipc/events.ts';
import { noSync } from '#shared/ipc/noSync.ts';
import { createEventHub, type EventHub } from '../../../electron/ipc/eventHub.ts';

const status = (waiting: number): AppEvent => ({
  kind: 'statusChanged',
  status: { ...noSync, waiting },
});
const contacts = (groupId: string): AppEvent => ({
  kind: 'contactsChanged',
  groupId: groupId as GroupId,
});

let hub: EventHub;
let told: AppEvent[];

beforeEach(() => {
  vi.useFakeTimers();
  hub = createEventHub();
  told = [];
  hub.onEvent((event) => told.push(event));
});

afterEach(() => {
  hub.close();
  vi.useRealTimers();
});

it('tells a change before the reply to whoever made it', async () => {
  const heard: string[] = [];
  hub.onEvent(({ kind }) => heard.push(kind));
  const handler = (): string => {
    hub.emit({ kind: 'outboxChanged' });
    hub.emit(status(1));
    return 'reply';
  };
  const answer = async (): Promise<string> => handler();
  heard.push(await answer());
  expect(heard).toEqual(['outboxChanged', 'statusChanged', 'reply']);
});

it('tells what one change says of a kind once, the newest', async () => {
  hub.emit(status(1));
  hub.emit(contacts('one'));
  hub.emit(contacts('two'));
  hub.emit(contacts('one'));
  hub.emit(status(2));
  expect(told).toEqual([]);
  await Promise.resolve();
  expect(told).toEqual([status(2), contacts('one'), contacts('two')]);
});

it('gathers what follows, for as long as changes come', async () => {
  hub.emit(status(0));
  await Promise.resolve();
  for (let waiting = 1; waiting <= 100; waiting++) {
    hub.emit(status(waiting));
    await vi.advanceTimersByTimeAsync(4);
  }
  expect(told.length).toBeLessThan(10);
  await vi.runAllTimersAsync();
  expect(told.at(-1)).toEqual(status(100));
});

it('tells at once again after a quiet moment', async () => {
  hub.emit(status(1));
  await vi.runAllTimersAsync();
  hub.emit(status(2));
  await Promise.resolve();
  expect(told).toEqual([status(1), status(2)]);
});

it('tells nothing more once it is closed, and leaves nothing running', async () => {
  hub.emit(status(1));
  hub.close();
  hub.emit(status(2));
  await vi.runAllTimersAsync();
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
