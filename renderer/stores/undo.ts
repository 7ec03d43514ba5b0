import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { Direction } from '#shared/domain/step.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { StepTaken, UndoState } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

const nothing: UndoState = { undo: null, redo: null };

/** Which step would be undone or redone next, and one that is being taken. */
export const useUndoSteps = defineStore('undo', () => {
  const state = shallowRef<UndoState>(nothing);
  const taking = ref(false);
  /** The newest one that was taken back or forth. */
  const taken = shallowRef<StepTaken | null>(null);
  /** Of a step that takes a while; null while there is nothing to show. */
  const progress = shallowRef<{ readonly done: number; readonly total: number } | null>(null);

  async function load(): Promise<void> {
    const result = await envelope(() => libreta().undo.state());
    state.value = result.ok ? result.value : nothing;
  }

  const advance = (done: number, total: number): void => {
    if (taking.value && done < total) progress.value = { done, total };
  };

  async function take(direction: Direction, stepId: number | null): Promise<Result<StepTaken>> {
    if (taking.value) return { ok: false, error: { code: 'busy' } };
    taking.value = true;
    const result = await envelope(() => libreta().undo.take({ direction, stepId }));
    taking.value = false;
    progress.value = null;
    await load();
    if (result.ok) taken.value = result.value;
    return result;
  }

  const cancel = (): Promise<Result<unknown>> => envelope<unknown>(() => libreta().undo.cancel());

  return { state, taking, taken, progress, load, advance, take, cancel };
});
