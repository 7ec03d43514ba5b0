import { watch } from 'vue';

/** Waits until something reactive holds. */
export function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(
      holds,
      (now) => {
        if (!now) return;
        resolve();
        queueMicrotask(() => stop());
      },
      { immediate: true },
    );
  });
}
