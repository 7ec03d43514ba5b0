import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { EntryView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

const page = 100;

/** The list of the pending page: as many entries as were asked for, what needs the user first. */
export const useOutbox = defineStore('outbox', () => {
  const rows = shallowRef<readonly EntryView[]>([]);
  const total = ref(0);
  const loaded = ref(false);
  const error = ref<CodedError | null>(null);
  const filter = ref<'all' | 'needsYou'>('all');
  const wanted = ref(page);
  let reading = false;
  let again = false;

  async function readPages(): Promise<void> {
    const found: EntryView[] = [];
    let all = 0;
    do {
      const limit = Math.min(500, wanted.value - found.length);
      const request = { filter: filter.value, offset: found.length, limit };
      const result = await envelope(() => libreta().outbox.list(request));
      if (!result.ok) {
        error.value = result.error;
        return;
      }
      all = result.value.total;
      found.push(...result.value.rows);
      if (result.value.rows.length === 0) break;
    } while (found.length < Math.min(all, wanted.value));
    error.value = null;
    rows.value = found;
    total.value = all;
    loaded.value = true;
  }

  /** Reads again; calls that come while one is under way end in one more read. */
  async function load(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      await readPages();
    } while (again);
    reading = false;
  }

  /** An entry by its id, as far as it is among those that were read. */
  const find = (entryId: string): EntryView | null =>
    rows.value.find(({ id }) => id === entryId) ?? null;

  async function more(): Promise<void> {
    wanted.value += page;
    await load();
  }

  async function choose(next: 'all' | 'needsYou'): Promise<void> {
    filter.value = next;
    wanted.value = page;
    await load();
  }

  return { rows, total, loaded, error, filter, find, load, more, choose };
});
