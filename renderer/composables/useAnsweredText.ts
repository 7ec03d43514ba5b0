import { onScopeDispose, ref, watch, type Ref } from 'vue';

/** Three frames, in milliseconds: whoever waits longer for an answer sees meanwhile what needs none. */
export const patience = 50;

/**
 * The text that is on screen with all that belongs to it: the newest one, once it is answered or after `patience`. So a
 * key changes the lines once, and the frame in which its letter appears draws no more than the letter.
 */
export function useAnsweredText(text: Ref<string>, answered: () => string): Readonly<Ref<string>> {
  const shown = ref(text.value);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    clearTimeout(waiting);
    waiting = undefined;
    shown.value = text.value;
  }

  watch([text, answered], () => {
    if (answered() === text.value) show();
    else waiting ??= setTimeout(show, patience);
  });
  onScopeDispose(() => clearTimeout(waiting));

  return shown;
}
