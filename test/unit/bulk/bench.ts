/** A store with contacts and the bulk work on it, as an open account has them. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { BulkAction, BulkJob, BulkPreview } from '#shared/ipc/bulk.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import { createBulkDesk } from '../../../electron/bulk/bulkDesk.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { openTestStore, type TestStore } from '../store/testStore.ts';

export interface Bench extends TestStore {
  /** How often the work let others run. */
  readonly pauses: { count: number };
  /** Everything that was told of jobs, in order. */
  readonly told: BulkJob[];
  /** What nobody foresaw, in order. */
  readonly faults: unknown[];
  readonly desk: ReturnType<typeof createBulkDesk>;
  readonly preview: (action: BulkAction, selection: Selection) => Promise<BulkPreview>;
  /** Runs a job to its end. `during`: called at each pause, to cancel or to meddle. */
  readonly run: (
    action: BulkAction,
    selection: Selection,
    during?: (pause: number) => void,
  ) => Promise<BulkJob>;
}

export function openBench(): Bench {
  const opened = openTestStore();
  const pauses = { count: 0 };
  const told: BulkJob[] = [];
  const faults: unknown[] = [];
  let meddle: (pause: number) => void = () => undefined;
  let ended: (job: BulkJob) => void = () => undefined;
  const desk = createBulkDesk({
    store: opened.store,
    newId: () => `job-${told.length}`,
    pause: async () => {
      await new Promise((resolve) => void setImmediate(resolve));
      pauses.count += 1;
      meddle(pauses.count);
    },
    nudge: () => undefined,
    onJob(job) {
      told.push(job);
      if (job.state !== 'running') ended(job);
    },
    reportFault: (failure) => faults.push(failure),
  });
  return {
    ...opened,
    pauses,
    told,
    faults,
    desk,
    preview: (action, selection) => desk.preview(action, selection),
    async run(action, selection, during = () => undefined) {
      pauses.count = 0;
      meddle = during;
      const end = new Promise<BulkJob>((resolve) => (ended = resolve));
      desk.start(action, selection);
      const job = await end;
      await desk.stop();
      meddle = () => undefined;
      return job;
    },
  };
}

/** Everything of a group. */
export const allOf = (groupId: GroupId): Selection => ({
  kind: 'query',
  query: { scope: { kind: 'group', groupId }, search: '', filter: null, onlyUnsent: false },
  except: [],
});

/** What a group shows, by a column. */
export const valuesIn = (store: AccountStore, groupId: GroupId, column: string): string[] =>
  store.list
    .window(
      { scope: { kind: 'group', groupId }, search: '', sort: null, onlyUnsent: false },
      0,
      500,
    )
    .map(({ fields }) => fields[column] ?? '');
