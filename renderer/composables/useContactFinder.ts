import { onScopeDispose, shallowRef, type Ref } from 'vue';
import type { CodedError, Result } from '#shared/ipc/errors.ts';
import type { GroupFindings } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

export interface ContactFinder {
  /** What the last answer found, and the text that it answered. */
  readonly found: Ref<{ readonly text: string; readonly groups: readonly GroupFindings[] }>;
  readonly error: Ref<CodedError | null>;
  /** The newest text wins: whatever an older one finds afterwards is dropped. */
  readonly ask: (text: string) => Promise<void>;
  /** Looks already for what is probably asked for next; null where nobody knows. Nothing is shown before it is. */
  readonly foresee: (text: string | null) => void;
}

const perGroup = 5;

type Reply = Promise<Result<readonly GroupFindings[]>>;

const request = (text: string): Reply =>
  envelope(() => libreta().search.contacts({ text, perGroup }));

/** Contacts of every group by any part of what stands in them. */
export function useContactFinder(): ContactFinder {
  const found = shallowRef<ContactFinder['found']['value']>({ text: '', groups: [] });
  const error = shallowRef<CodedError | null>(null);
  let newest = 0;
  let foreseen: { readonly text: string; readonly reply: Reply } | null = null;

  function foresee(text: string | null): void {
    foreseen = text === null || text.trim() === '' ? null : { text, reply: request(text) };
  }

  async function ask(text: string): Promise<void> {
    newest += 1;
    const asked = newest;
    const known = foreseen?.text === text ? foreseen.reply : null;
    foreseen = null;
    if (text.trim() === '') {
      error.value = null;
      found.value = { text, groups: [] };
      return;
    }
    let result = await (known ?? request(text));
    // Main ends a search when the next one comes, and that may have been foreseen for a key that changed nothing.
    while (asked === newest && !result.ok && result.error.code === 'cancelled')
      result = await request(text);
    if (asked !== newest) return;
    error.value = result.ok ? null : result.error;
    found.value = { text, groups: result.ok ? result.value : [] };
  }

  /* Who is gone waits for nothing more, and takes no turn from who comes after. */
  onScopeDispose(() => (newest += 1));

  return { found, error, ask, foresee };
}
