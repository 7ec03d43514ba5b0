import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { ContactId } from '#shared/domain/ids.ts';

export interface RowSelection {
  readonly ids: Ref<ReadonlySet<ContactId>>;
  readonly count: ComputedRef<number>;
  readonly has: (id: ContactId) => boolean;
  /** One more or one less; the next range starts here. */
  readonly toggle: (index: number) => void;
  /** Everything between the last toggled row and this one. */
  readonly extendTo: (index: number) => void;
  readonly addRange: (first: number, last: number) => void;
  readonly clear: () => void;
}

/** Chosen rows by the contact's id, so that sorting and syncing do not move the choice to other contacts. */
export function useRowSelection(idAt: (index: number) => ContactId | null): RowSelection {
  const ids = ref<ReadonlySet<ContactId>>(new Set()) as Ref<ReadonlySet<ContactId>>;
  let anchor = 0;

  function toggle(index: number): void {
    const id = idAt(index);
    if (id === null) return;
    const next = new Set(ids.value);
    if (!next.delete(id)) next.add(id);
    ids.value = next;
    anchor = index;
  }

  function addRange(first: number, last: number): void {
    const next = new Set(ids.value);
    for (let index = first; index <= last; index += 1) {
      const id = idAt(index);
      if (id !== null) next.add(id);
    }
    ids.value = next;
  }

  return {
    ids,
    count: computed(() => ids.value.size),
    has: (id) => ids.value.has(id),
    toggle,
    extendTo: (index) => addRange(Math.min(anchor, index), Math.max(anchor, index)),
    addRange,
    clear: () => (ids.value = new Set()),
  };
}
