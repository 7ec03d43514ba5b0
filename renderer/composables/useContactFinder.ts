import { shallowRef, type Ref } from 'vue';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { GroupFindings } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

export interface ContactFinder {
  /** What the last answer found, and the text that it answered. */
  readonly found: Ref<{ readonly text: string; readonly groups: readonly GroupFindings[] }>;
  readonly error: Ref<CodedError | null>;
  /** The newest text wins: whatever an older one finds afterwards is dropped. */
  readonly ask: (text: string) => Promise<void>;
}

const perGroup = 5;

/** Contacts of every group by any part of what stands in them. */
export function useContactFinder(): ContactFinder {
  const found = shallowRef<ContactFinder['found']['value']>({ text: '', groups: [] });
  const error = shallowRef<CodedError | null>(null);
  let newest = 0;

  async function ask(text: string): Promise<void> {
    newest += 1;
    const asked = newest;
    if (text.trim() === '') {
      found.value = { text, groups: [] };
      return;
    }
    const result = await envelope(() => libreta().search.contacts({ text, perGroup }));
    if (asked !== newest) return;
    error.value = result.ok ? null : result.error;
    found.value = { text, groups: result.ok ? result.value : [] };
  }

  return { found, error, ask };
}
