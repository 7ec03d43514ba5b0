import { defineStore } from 'pinia';
import { reactive, ref, shallowRef } from 'vue';
import type { Condition } from '#shared/domain/filter.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import { isSameColumn, type ListColumn } from '#shared/domain/listColumn.ts';
import type { Scope, Sort } from '#shared/ipc/list.ts';

/** How the list is asked for, and a count per group that says when to read again. */
export const useContacts = defineStore('contacts', () => {
  const search = ref('');
  /* Shallow: it crosses the border as it is, and a reactive proxy cannot be cloned. */
  const sort = shallowRef<Sort | null>(null);
  const filter = shallowRef<Condition | null>(null);
  const onlyUnsent = ref(false);

  const everyChange = ref(0);
  const changes = reactive(new Map<GroupId, number>());

  function changed(groupId: GroupId): void {
    everyChange.value += 1;
    changes.set(groupId, (changes.get(groupId) ?? 0) + 1);
  }

  /** Grows whenever a contact of the scope changed. */
  const revision = (scope: Scope): number =>
    scope.kind === 'all' ? everyChange.value : (changes.get(scope.groupId as GroupId) ?? 0);

  function sortBy(by: ListColumn): void {
    const current = sort.value;
    if (current === null || !isSameColumn(current.by, by)) sort.value = { by, direction: 'up' };
    else sort.value = current.direction === 'up' ? { by, direction: 'down' } : null;
  }

  function clearFilters(): void {
    search.value = '';
    onlyUnsent.value = false;
    filter.value = null;
  }

  return { search, sort, filter, onlyUnsent, changed, revision, sortBy, clearFilters };
});
