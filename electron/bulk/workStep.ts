/**
 * The one place where the transactions of bulk work run. However many they are, they are one step for the user,
 * which one undo takes back.
 */
import type { BulkAction } from '#shared/domain/step.ts';
import type { BulkKind } from '#shared/ipc/bulk.ts';
import type { AccountStore } from '../store/accountStore.ts';

export interface WorkStep {
  /** One transaction of the work. */
  readonly run: <T>(work: () => T) => T;
  /** The step of undo; null where nothing changed. */
  readonly id: () => number | null;
  /** How many contacts it changed, known at the end only. */
  readonly ended: (changed: number) => void;
}

/** `count`: of the contacts that were chosen. */
export function workStep(store: AccountStore, kind: BulkKind, count: number): WorkStep {
  const action = names[kind];
  const step = store.undo.open({ kind: 'bulk', action, count });
  return {
    run: step.run,
    id: step.id,
    ended(changed) {
      if (step.id() !== null && changed !== count)
        step.rename({ kind: 'bulk', action, count: changed });
    },
  };
}

const names: Record<BulkKind, BulkAction> = {
  setField: 'edit',
  replace: 'replace',
  normalise: 'normalise',
  copy: 'copy',
  move: 'move',
  delete: 'delete',
};
