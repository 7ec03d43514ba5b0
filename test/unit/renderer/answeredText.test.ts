/** What stands on screen while an answer is awaited: the older text, for a moment. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import { patience, useAnsweredText } from '../../../renderer/composables/useAnsweredText.ts';

let scope: EffectScope;

beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

function box() {
  const text = ref('');
  const answered = ref('');
  const shown = scope.run(() => useAnsweredText(text, () => answered.value))!;
  return {
    shown,
    type: (next: string) => ((text.value = next), nextTick()),
    answer: (next: string) => ((answered.value = next), nextTick()),
  };
}

test('a text comes with its answer, and an answer to an older one brings nothing', async () => {
  const { shown, type, answer } = box();
  await type('a');
  expect(shown.value).toBe('');
  await type('an');
  await answer('a');
  expect(shown.value).toBe('');
  await answer('an');
  expect(shown.value).toBe('an');
});

test('without an answer the newest text comes by itself, counted from the first key', async () => {
  const { shown, type, answer } = box();
  await type('a');
  vi.advanceTimersByTime(patience - 1);
  await type('an');
  expect(shown.value).toBe('');
  vi.advanceTimersByTime(1);
  expect(shown.value).toBe('an');
  // The next key has its own moment.
  await type('ana');
  expect(shown.value).toBe('an');
  await answer('ana');
  expect(shown.value).toBe('ana');
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing is left to happen once the box is closed', async () => {
  const { type } = box();
  await type('a');
  scope.stop();
  expect(vi.getTimerCount()).toBe(0);
});
