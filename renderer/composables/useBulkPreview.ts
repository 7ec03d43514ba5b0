import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { BulkActionRequest, BulkPreview } from '#shared/ipc/bulk.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { SelectionRequest } from '#shared/ipc/selection.ts';
import { envelope, libreta } from '../libreta.ts';

/** Milliseconds after the last key, so that typing does not count everything at each letter. */
const quiet = 250;

export interface PreviewState {
  readonly preview: Ref<BulkPreview | null>;
  /** Of what is typed now, not of what was typed before. */
  readonly counting: Ref<boolean>;
  readonly error: Ref<CodedError | null>;
}

/** What an action would do, asked again whenever it changes; null while it is incomplete. */
export function useBulkPreview(
  action: Ref<BulkActionRequest | null>,
  selection: SelectionRequest,
): PreviewState {
  const preview = shallowRef<BulkPreview | null>(null);
  const counting = ref(false);
  const error = ref<CodedError | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function ask(wanted: BulkActionRequest): Promise<void> {
    const mine = asked;
    const result = await envelope(() => libreta().bulk.preview({ action: wanted, selection }));
    if (mine !== asked) return;
    counting.value = false;
    error.value = result.ok ? null : result.error;
    preview.value = result.ok ? result.value : null;
  }

  watch(
    () => JSON.stringify(action.value),
    () => {
      clearTimeout(timer);
      asked += 1;
      error.value = null;
      const wanted = action.value;
      counting.value = wanted !== null;
      if (wanted === null) preview.value = null;
      else timer = setTimeout(() => void ask(wanted), preview.value === null ? 0 : quiet);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    asked += 1;
  });

  return { preview, counting, error };
}
