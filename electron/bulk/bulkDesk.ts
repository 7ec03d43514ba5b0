/** The bulk work of one open account: one job at a time, and one preview, of which a newer one ends the older. */
import type { BulkAction, BulkJob, BulkPreview } from '#shared/ipc/bulk.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { runJob } from './job.ts';
import { replacementOf } from '#shared/domain/findReplace.ts';
import { previewOf } from './preview.ts';

export interface BulkDeskOptions {
  readonly store: AccountStore;
  readonly newId: () => string;
  /** Lets other work run between two pieces. */
  readonly pause: () => Promise<void>;
  /** There is something to send. */
  readonly nudge: () => void;
  readonly onJob: (job: BulkJob) => void;
  /** Something that should not have happened, to be written down. */
  readonly reportFault: (failure: unknown) => void;
}

export type BulkDesk = ReturnType<typeof createBulkDesk>;

export function createBulkDesk(options: BulkDeskOptions) {
  const { store, newId, pause, nudge, onJob, reportFault } = options;
  let latest: BulkJob | null = null;
  let running: { readonly stop: AbortController; readonly ended: Promise<BulkJob> } | null = null;
  let previewing = new AbortController();

  return {
    /** The job under way, or how the last one of this session ended; null before the first. */
    latest: (): BulkJob | null => latest,
    isRunning: (): boolean => running !== null,
    /** @throws LibretaError cancelled (by a newer preview), patternInvalid, patternTooSlow */
    preview(action: BulkAction, selection: Selection): Promise<BulkPreview> {
      previewing.abort();
      previewing = new AbortController();
      return previewOf({ store, pause, signal: previewing.signal }, action, selection);
    },
    /** Begins; how it goes is told by `onJob`. @throws LibretaError busy, patternInvalid */
    start(action: BulkAction, selection: Selection): BulkJob['id'] {
      if (running !== null) throw new LibretaError('busy');
      if (action.kind === 'replace' && replacementOf(action.find) === null)
        throw new LibretaError('patternInvalid');
      previewing.abort();
      const id = newId();
      const stop = new AbortController();
      const report = (job: BulkJob): void => {
        latest = job;
        onJob(job);
      };
      const parts = { store, pause, signal: stop.signal, report, reportFault };
      const ended = runJob(id, parts, action, selection).finally(() => {
        running = null;
      });
      running = { stop, ended };
      ended.then(nudge).catch(reportFault);
      return id;
    },
    /** What was done stays; the end is told by `onJob`. */
    cancel(): void {
      running?.stop.abort();
    },
    /** Ends what is under way and waits for it, so that the database can be closed. */
    async stop(): Promise<void> {
      previewing.abort();
      running?.stop.abort();
      await running?.ended;
    },
  };
}
