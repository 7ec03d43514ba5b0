import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { GroupId } from '#shared/domain/ids.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { GroupView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

export const useGroups = defineStore('groups', () => {
  const list = shallowRef<readonly GroupView[]>([]);
  const loaded = ref(false);
  const error = shallowRef<CodedError | null>(null);
  const byId = computed(() => new Map(list.value.map((group) => [group.id, group])));
  const contacts = computed(() => list.value.reduce((sum, group) => sum + group.contacts, 0));

  const find = (groupId: GroupId): GroupView | null => byId.value.get(groupId) ?? null;

  async function load(): Promise<void> {
    const result = await envelope(() => libreta().groups.list());
    error.value = result.ok ? null : result.error;
    if (!result.ok) return;
    list.value = result.value;
    loaded.value = true;
  }

  function clear(): void {
    list.value = [];
    loaded.value = false;
  }

  return { list, loaded, error, contacts, find, load, clear };
});
