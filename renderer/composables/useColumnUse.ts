import { ref, watch, type Ref } from 'vue';
import type { GroupView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

/** How many contacts of the group hold a value in a column; null while it is counted or cannot be. */
export function useColumnUse(
  group: () => GroupView,
  column: Ref<string | null>,
): Ref<number | null> {
  const count = ref<number | null>(null);
  watch(column, async (name) => {
    count.value = null;
    if (name === null) return;
    const result = await envelope(() =>
      libreta().contacts.window({
        scope: { kind: 'group', groupId: group().id },
        search: '',
        sort: null,
        filter: {
          kind: 'value',
          column: { kind: 'field', name },
          test: { kind: 'empty' },
          not: true,
        },
        onlyUnsent: false,
        offset: 0,
        limit: 1,
      }),
    );
    if (column.value === name && result.ok) count.value = result.value.total;
  });
  return count;
}
