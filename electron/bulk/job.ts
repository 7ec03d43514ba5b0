/**
 * Bulk work under way: chunk by chunk, each chunk one transaction, with a pause after each so that main goes on
 * answering. A cancel, a failure or the end of the app leaves what was done, whole.
 */
import { columnNameProblem } from '#shared/domain/columnName.ts';
import type { BulkAction, BulkJob } from '#shared/ipc/bulk.ts';
import { LibretaError, type CodedError } from '#shared/ipc/errors.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { addColumn } from '../store/edits/groups.ts';
import { applied } from './apply.ts';
import { chosenOf, type Chosen } from './chosen.ts';
import { membersOf } from './members.ts';
import { plannerFor } from './planners.ts';
import { Tally } from './tally.ts';
import { workStep, type WorkStep } from './workStep.ts';

/** Contacts in one transaction: some tens of milliseconds of main's time. */
const chunk = 50;

export interface JobOptions {
  readonly store: AccountStore;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  /** Told after each chunk and at the end. */
  readonly report: (job: BulkJob) => void;
  /** Told of what has no code, and of what the end of a job could not write. */
  readonly reportFault: (failure: unknown) => void;
}

/** Resolves with how it ended; never rejects. */
export async function runJob(
  id: string,
  { store, pause, signal, report, reportFault }: JobOptions,
  action: BulkAction,
  selection: Selection,
): Promise<BulkJob> {
  let step: WorkStep | null = null;
  const tally = new Tally();
  let total = 0;
  let done = 0;

  function job(state: BulkJob['state'], error: CodedError | null = null): BulkJob {
    const counts = tally.counts();
    return {
      id,
      kind: action.kind,
      state,
      total,
      done,
      ...counts,
      error,
      stepId: step?.id() ?? null,
    };
  }

  function end(state: BulkJob['state'], error: CodedError | null = null): BulkJob {
    try {
      step?.ended(tally.counts().changed);
    } catch (failure) {
      // What ended the job may refuse this as well. Only the count in the title of the step is lost by it.
      reportFault(failure);
    }
    const last = job(state, error);
    report(last);
    return last;
  }

  try {
    report(job('running'));
    const chosen = await chosenOf(store, selection, pause);
    total = chosen.total;
    report(job('running'));
    const work = workStep(store, action.kind, total);
    step = work;
    await addMissingColumns(chosen, work);
    const plan = plannerFor(store, action);
    while (done < total) {
      await pause();
      if (signal.aborted) return end('cancelled');
      const outcomes = work.run(() => {
        const members = membersOf(store, chosen.read(done, chunk));
        const made = plan(members).map((one, index) => {
          const member = members[index];
          return member === undefined ? null : ([member, applied(store, member, one)] as const);
        });
        return { members, made };
      });
      // Counted after the commit: what was rolled back was not done.
      const looked = Math.min(chunk, total - done);
      tally.gone(looked - outcomes.members.length);
      for (const one of outcomes.made) if (one !== null) tally.count(...one);
      done += looked;
      report(job('running'));
    }
    return end('done');
  } catch (error) {
    if (!(error instanceof LibretaError)) reportFault(error);
    return end('failed', codedOf(error));
  }

  /** Before the first contact is added to it, the target gets the columns that they bring. */
  async function addMissingColumns(chosen: Chosen, work: WorkStep): Promise<void> {
    if (action.kind !== 'copy' && action.kind !== 'move') return;
    if (action.missingColumns === 'drop') return;
    const look = plannerFor(store, action);
    const missing = new Set<string>();
    for (let from = 0; from < chosen.total && !signal.aborted; from += 250) {
      await pause();
      for (const one of look(membersOf(store, chosen.read(from, 250)))) {
        if (one.kind === 'add') for (const column of one.missing) missing.add(column);
      }
    }
    if (missing.size === 0 || signal.aborted) return;
    work.run(() => {
      for (const column of missing) {
        const names = store.columns.of(action.groupId).map(({ name }) => name);
        // A name that cannot be a column there was told by the preview; its values stay behind.
        if (columnNameProblem(column, names) !== null) continue;
        addColumn(store, action.groupId, column);
      }
    });
  }
}

function codedOf(error: unknown): CodedError {
  return error instanceof LibretaError ? error.coded : { code: 'internal' };
}
