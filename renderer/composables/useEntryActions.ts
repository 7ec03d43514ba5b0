import type { Ref } from 'vue';
import type { Settlement } from '#shared/domain/entryState.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { EntryView } from '#shared/ipc/views.ts';
import { libreta } from '../libreta.ts';
import { useOutbox } from '../stores/outbox.ts';
import { useCall } from './useCall.ts';
import { useTell } from './useTell.ts';

export interface EntryActions {
  readonly busy: Ref<boolean>;
  readonly error: Ref<CodedError | null>;
  readonly retry: () => Promise<void>;
  readonly settle: (settlement: Settlement) => Promise<void>;
}

/** What can be done with one entry on the pending page. */
export function useEntryActions(entry: () => EntryView): EntryActions {
  const outbox = useOutbox();
  const { done } = useTell();
  const { busy, error, run } = useCall();

  async function retry(): Promise<void> {
    await run<unknown>(() => libreta().outbox.retry({ entryId: entry().id }));
    await outbox.load();
  }

  async function settle(settlement: Settlement): Promise<void> {
    const request = { entryId: entry().id as string, settlement };
    const result = await run(() => libreta().outbox.settle(request));
    if (result.ok) await done(result.value.stepId);
    await outbox.load();
  }

  return { busy, error, retry, settle };
}
