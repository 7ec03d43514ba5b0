import type { Direction } from '#shared/domain/step.ts';
import type { StepTaken, StepView } from '#shared/ipc/views.ts';
import { errorText } from '../errors/errorText.ts';
import { useBulk } from '../stores/bulk.ts';
import { useToasts, type ToastAction } from '../stores/toasts.ts';
import { useUndoSteps } from '../stores/undo.ts';
import { describeStep } from '../wording/describeStep.ts';
import { useText } from './useText.ts';

export interface Undo {
  /** Takes the next step back or forth, or the named one, and tells what came of it. */
  readonly take: (direction: Direction, stepId?: number | null) => Promise<void>;
  /** The button of a notice that takes its edit back; null where there is nothing to take back. */
  readonly action: (stepId: number | null) => ToastAction | null;
  readonly sentence: (step: Pick<StepView, 'what'>) => string;
}

export function useUndo(): Undo {
  const { t, locale, formats } = useText();
  const steps = useUndoSteps();
  const toasts = useToasts();
  const bulk = useBulk();

  const sentence = ({ what }: Pick<StepView, 'what'>): string =>
    describeStep(what, { t, locale: locale.value, formats: formats.value });

  /** What stayed as it is, and why. */
  function remainder({ left, refused, why, columnsKept }: StepTaken): string | null {
    const { number } = formats.value;
    const sentences: string[] = [];
    if (refused > 0 && why !== null) {
      sentences.push(t('undo.refused', { n: number(refused), why: errorText(why, t) }, refused));
    } else if (left > 0) sentences.push(t('undo.left', { n: number(left) }, left));
    if (columnsKept > 0)
      sentences.push(t('undo.columnsKept', { n: number(columnsKept) }, columnsKept));
    return sentences.length === 0 ? null : sentences.join(' ');
  }

  /** What the banner says of how that work ended is no longer true. */
  function dismissBanner(direction: Direction, stepId: number | undefined): void {
    if (direction === 'undo' && stepId !== undefined && bulk.job?.stepId === stepId) bulk.dismiss();
  }

  async function take(direction: Direction, stepId: number | null = null): Promise<void> {
    dismissBanner(direction, stepId ?? steps.state[direction]?.id);
    const result = await steps.take(direction, stepId);
    if (!result.ok) {
      toasts.add({ tone: 'danger', title: () => errorText(result.error, t) });
      return;
    }
    const taken = result.value;
    const isWhole = remainder(taken) === null;
    const named = (): { what: string } => ({ what: sentence(taken) });
    toasts.add({
      tone: isWhole ? 'ok' : 'info',
      title: () => (direction === 'undo' ? t('undo.undone', named()) : t('undo.redone', named())),
      detail: isWhole ? null : () => remainder(taken) ?? '',
    });
  }

  return {
    take,
    action: (stepId) =>
      stepId === null
        ? null
        : { label: () => t('common.undo'), run: () => void take('undo', stepId) },
    sentence,
  };
}
