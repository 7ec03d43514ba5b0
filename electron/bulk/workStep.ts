/**
 * The one place where the transactions of bulk work run. However many they are, they are one step for the user,
 * which one undo takes back.
 */
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

export function workStep(store: AccountStore, _kind: BulkKind): WorkStep {
  return { run: (work) => store.transaction(work), id: () => null, ended: () => undefined };
}
