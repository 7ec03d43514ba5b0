import { ref, type Ref } from 'vue';
import type { CodedError, Result } from '#shared/ipc/errors.ts';
import { envelope } from '../libreta.ts';

export interface Call {
  readonly busy: Ref<boolean>;
  readonly error: Ref<CodedError | null>;
  /** Runs one call at a time, keeps its error for the screen and hands its envelope on. */
  readonly run: <T>(call: () => Promise<Result<T>>) => Promise<Result<T>>;
}

/** The state of a button that asks main for something: busy, failed, or done. */
export function useCall(): Call {
  const busy = ref(false);
  const error = ref<CodedError | null>(null);
  async function run<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
    busy.value = true;
    error.value = null;
    const result = await envelope(call);
    busy.value = false;
    if (!result.ok) error.value = result.error;
    return result;
  }
  return { busy, error, run };
}
