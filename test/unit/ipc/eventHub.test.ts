/** What the window is told of changes: in a burst each kind once, and at once where somebody waits for a reply. */
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

it('tells of each kind once, the newest, and of contacts once for each group', () => {
  hub.emit(status(1));
  hub.emit(contacts('one'));
  hub.emit(contacts('two'));
  hub.emit(contacts('one'));
  hub.emit(status(2));
  expect(told).toEqual([]);
  vi.runAllTimers();
  expect(told).toEqual([status(2), contacts('one'), contacts('two')]);
});

it('tells now and then for as long as changes come', () => {
  for (let waiting = 1; waiting <= 100; waiting++) {
    hub.emit(status(waiting));
    vi.advanceTimersByTime(4);
  }
  expect(told.length).toBeGreaterThan(2);
  expect(told.length).toBeLessThan(10);
  vi.runAllTimers();
  expect(told.at(-1)).toEqual(status(100));
});

it('tells what has been gathered when it is asked to, once', () => {
  hub.emit(status(1));
  hub.tell();
  expect(told).toEqual([status(1)]);
  expect(vi.getTimerCount()).toBe(0);
  hub.tell();
  expect(told).toEqual([status(1)]);
  hub.emit(status(2));
  vi.runAllTimers();
  expect(told).toEqual([status(1), status(2)]);
});

it('tells nothing more once it is closed, and leaves nothing running', () => {
  hub.emit(status(1));
  hub.close();
  hub.tell();
  expect(vi.getTimerCount()).toBe(0);
  expect(told).toEqual([]);
});
