import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { DuplicatesFound } from '#shared/ipc/duplicates.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { Scope } from '#shared/ipc/list.ts';
import { envelope, libreta } from '../libreta.ts';

export interface Duplicates {
  readonly found: Ref<DuplicatesFound | null>;
  readonly searching: Ref<boolean>;
  /** Contacts that were looked at so far. */
  readonly compared: Ref<number>;
  readonly error: Ref<CodedError | null>;
  readonly search: () => Promise<void>;
  /** The same behind what was found before, which stays until then, and if it fails. */
  readonly searchAgain: () => Promise<void>;
  readonly stop: () => void;
  /** Takes sets off the list that were settled; what is left stays in its place. */
  readonly drop: (settled: (set: DuplicatesFound['sets'][number]) => boolean) => void;
}

/** The search for duplicates in a scope; it begins by itself and ends with the page. */
export function useDuplicates(scope: Ref<Scope>): Duplicates {
  const found = shallowRef<DuplicatesFound | null>(null);
  const searching = ref(false);
  const compared = ref(0);
  const error = ref<CodedError | null>(null);
  let asked = 0;
  /** A search is under way of which nothing is seen. */
  let again = false;

  async function search(): Promise<void> {
    asked += 1;
    const mine = asked;
    again = false;
    searching.value = true;
    compared.value = 0;
    error.value = null;
    const result = await envelope(() => libreta().duplicates.find({ scope: scope.value }));
    if (mine !== asked) return;
    searching.value = false;
    found.value = result.ok ? result.value : null;
    error.value = result.ok || result.error.code === 'cancelled' ? null : result.error;
  }

  async function searchAgain(): Promise<void> {
    if (searching.value) return search();
    /* It was stopped, or failed, and begins when somebody asks for it. */
    if (found.value === null) return;
    asked += 1;
    const mine = asked;
    again = true;
    const result = await envelope(() => libreta().duplicates.find({ scope: scope.value }));
    if (mine !== asked) return;
    again = false;
    if (result.ok) found.value = result.value;
  }

  const stop = (): void => void envelope<unknown>(() => libreta().duplicates.cancel());

  function drop(settled: (set: DuplicatesFound['sets'][number]) => boolean): void {
    const now = found.value;
    if (now === null) return;
    const counts = { ...now.counts };
    for (const set of now.sets) if (settled(set)) counts[set.reason] -= 1;
    found.value = { ...now, counts, sets: now.sets.filter((set) => !settled(set)) };
    /* What is on its way may have been found before that. */
    if (again) void searchAgain();
  }

  const unlisten = libreta().onEvent((event) => {
    if (event.kind === 'duplicatesProgress' && searching.value) compared.value = event.compared;
  });
  watch(scope, search, { immediate: true });
  onScopeDispose(() => {
    unlisten();
    asked += 1;
    if (searching.value || again) stop();
  });

  return { found, searching, compared, error, search, searchAgain, stop, drop };
}
