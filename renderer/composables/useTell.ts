import type { StepWhat } from '#shared/domain/step.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import { errorText } from '../errors/errorText.ts';
import { useStatus } from '../stores/status.ts';
import { useToasts } from '../stores/toasts.ts';
import { useUndoSteps } from '../stores/undo.ts';
import { useText } from './useText.ts';
import { useUndo } from './useUndo.ts';

export interface Tell {
  /** A failure that has no place of its own on the page. */
  readonly fail: (error: CodedError) => void;
  /** Where an edit stands that was just made, and when it goes on: never more than is known. */
  readonly whenSent: () => string;
  /** What was just done, in the words of its step, with a button that takes it back; nothing where nothing changed. `detail`: what else there is to say. */
  readonly done: (stepId: number | null, detail?: () => string) => Promise<void>;
}

/** Nothing of these goes to Afilnet. */
const ofThisMachine: readonly StepWhat['kind'][] = [
  'groupLooks',
  'groupOrder',
  'notDuplicates',
  'discarded',
];

export function useTell(): Tell {
  const { t } = useText();
  const status = useStatus();
  const toasts = useToasts();
  const steps = useUndoSteps();
  const undo = useUndo();

  function whenSent(): string {
    const { connection, queue } = status.current;
    if (connection === 'forcedOffline') return t('contact.sentWhenAllowed');
    if (connection === 'offline') return t('contact.sentWhenOnline');
    return queue === 'signIn' ? t('contact.sentAfterPassword') : t('contact.sentSoon');
  }

  async function done(stepId: number | null, detail?: () => string): Promise<void> {
    if (stepId === null) return;
    await steps.load();
    const step = steps.state.undo;
    if (step?.id !== stepId) return;
    const isSent = !ofThisMachine.includes(step.what.kind);
    toasts.add({
      title: () => undo.sentence(step),
      detail: detail ?? (isSent ? whenSent : null),
      action: undo.action(stepId),
    });
  }

  return {
    fail: (error) => toasts.add({ tone: 'danger', title: () => errorText(error, t) }),
    whenSent,
    done,
  };
}
