import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Result } from '#shared/ipc/errors.ts';
import { noSync } from '#shared/ipc/noSync.ts';
import type { SyncStatus } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

export const useStatus = defineStore('status', () => {
  const current = shallowRef<SyncStatus>(noSync);
  const isOffline = computed(
    () => current.value.connection === 'offline' || current.value.connection === 'forcedOffline',
  );

  const set = (status: SyncStatus): void => {
    current.value = status;
  };

  async function load(): Promise<void> {
    const result = await envelope(() => libreta().sync.status());
    if (result.ok) set(result.value);
  }

  async function syncNow(): Promise<Result<SyncStatus>> {
    const result = await envelope(() => libreta().sync.now());
    if (result.ok) set(result.value);
    return result;
  }

  const forceOffline = (forced: boolean): Promise<Result<unknown>> =>
    envelope<unknown>(() => libreta().sync.forceOffline({ forced }));

  return { current, isOffline, set, load, syncNow, forceOffline };
});
