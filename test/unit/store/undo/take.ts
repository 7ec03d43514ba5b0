import type { Direction } from '#shared/domain/step.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import { takeStep, type StepTaken } from '../../../../electron/store/undo/takeStep.ts';

/** Takes the next step in a direction to its end. */
export function take(
  store: AccountStore,
  direction: Direction,
  stepId: number | null = null,
): Promise<StepTaken> {
  return takeStep(store, direction, stepId, {
    pause: () => Promise.resolve(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}
