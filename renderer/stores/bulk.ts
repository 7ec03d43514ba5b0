import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { BulkActionRequest, BulkJob } from '#shared/ipc/bulk.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { SelectionRequest } from '#shared/ipc/selection.ts';
import { envelope, libreta } from '../libreta.ts';

/** The bulk work under way, or how the last one ended until that was seen. */
export const useBulk = defineStore('bulk', () => {
  const job = shallowRef<BulkJob | null>(null);
  const stopping = ref(false);

  function set(next: BulkJob): void {
    if (next.state !== 'running') stopping.value = false;
    job.value = next;
  }

  /** After another account was opened, or the window was loaded anew: only what still goes on is of interest. */
  async function load(): Promise<void> {
    const result = await envelope(() => libreta().bulk.latest());
    job.value = result.ok && result.value?.state === 'running' ? result.value : null;
  }

  const start = (
    action: BulkActionRequest,
    selection: SelectionRequest,
  ): Promise<Result<{ jobId: string }>> =>
    envelope(() => libreta().bulk.start({ action, selection }));

  async function stop(): Promise<void> {
    stopping.value = true;
    await envelope<unknown>(() => libreta().bulk.cancel());
  }

  function dismiss(): void {
    if (job.value?.state !== 'running') job.value = null;
  }

  return { job, stopping, set, load, start, stop, dismiss };
});
