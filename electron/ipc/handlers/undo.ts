import type { AppEvent } from '#shared/ipc/events.ts';
import type { StepView } from '#shared/ipc/views.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import { takeStep } from '../../store/undo/takeStep.ts';
import type { Step } from '../../store/undo/steps.ts';
import type { HandlersOf } from '../handler.ts';

type Channels = 'undo.state' | 'undo.take' | 'undo.cancel';

export function undoHandlers(
  desk: AccountDesk,
  emit: (event: AppEvent) => void,
): HandlersOf<Channels> {
  let taking: AbortController | null = null;

  return {
    'undo.state': () => {
      const { steps } = desk.current.store.undo;
      return { undo: viewOf(steps.next('undo')), redo: viewOf(steps.next('redo')) };
    },
    'undo.take': async ({ direction, stepId }) => {
      // What is still being done cannot be taken back yet.
      if (desk.current.bulk.isRunning()) throw new LibretaError('busy');
      if (taking !== null) throw new LibretaError('busy');
      const { store, engine } = desk.current;
      const controller = new AbortController();
      taking = controller;
      try {
        return await takeStep(store, direction, stepId, {
          signal: controller.signal,
          onProgress: (done, total) => emit({ kind: 'undoProgress', done, total }),
          async pause() {
            await new Promise<void>((resolve) => void setImmediate(resolve));
            // Another account was opened meanwhile: this one's file may be closed.
            if (desk.currentOrNull?.store !== store) controller.abort();
          },
        });
      } finally {
        taking = null;
        if (desk.currentOrNull?.store === store) engine.nudge();
      }
    },
    'undo.cancel': () => {
      taking?.abort();
    },
  };
}

function viewOf(step: Step | null): StepView | null {
  return step === null ? null : { id: step.id, at: step.at, what: step.what };
}
