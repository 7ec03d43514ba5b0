import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { RecoveryReport } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

/** What became of the open account's data when it was found damaged, until the user has seen it. */
export const useRecovery = defineStore('recovery', () => {
  const report = shallowRef<RecoveryReport | null>(null);

  async function load(): Promise<void> {
    const result = await envelope(() => libreta().accounts.recoveryReport());
    report.value = result.ok ? result.value : null;
  }

  /** Stays on screen when main could not note that it was seen. */
  async function dismiss(): Promise<void> {
    await envelope<unknown>(() => libreta().accounts.dismissRecoveryReport());
    await load();
  }

  return { report, load, dismiss };
});
