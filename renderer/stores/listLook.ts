import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { ViewId } from '#shared/domain/ids.ts';
import type { ListLayout } from '#shared/domain/listLayout.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { Scope } from '#shared/ipc/list.ts';
import type { ListLook, ListView } from '#shared/ipc/listView.ts';
import { envelope, libreta } from '../libreta.ts';
import { useContacts } from './contacts.ts';

/** How the open list is looked at: its columns, and the views that were named. Kept with the account. */
export const useListLook = defineStore('listLook', () => {
  const contacts = useContacts();
  const scope = shallowRef<Scope>({ kind: 'all' });
  /** False until what was kept of the list is here. */
  const ready = shallowRef(false);
  const layout = shallowRef<ListLayout>([]);
  const views = shallowRef<readonly ListView[]>([]);
  const viewId = shallowRef<ViewId | null>(null);
  const view = computed(() => views.value.find(({ id }) => id === viewId.value) ?? null);
  const look = computed<ListLook>(() => ({
    filter: contacts.filter,
    sort: contacts.sort,
    layout: [...layout.value],
  }));
  /** The list is not looked at any more as its view says. */
  const differs = computed(
    () => view.value !== null && JSON.stringify(view.value.look) !== JSON.stringify(look.value),
  );

  async function readViews(): Promise<void> {
    const asked = scope.value;
    const result = await envelope(() => libreta().lists.look({ scope: asked }));
    if (asked === scope.value && result.ok) views.value = result.value.views;
  }

  /** Another list: as it was left. */
  async function open(next: Scope): Promise<void> {
    scope.value = next;
    ready.value = false;
    viewId.value = null;
    layout.value = [];
    views.value = [];
    const result = await envelope(() => libreta().lists.look({ scope: next }));
    if (next !== scope.value) return;
    if (result.ok) {
      layout.value = result.value.layout;
      views.value = result.value.views;
    }
    ready.value = true;
  }

  /** Shown at once and kept; null: as at the beginning. */
  async function setLayout(next: ListLayout | null): Promise<Result<unknown>> {
    layout.value = next ?? [];
    const request = { scope: scope.value, layout: next === null ? null : [...next] };
    return envelope<unknown>(() => libreta().lists.setLayout(request));
  }

  /** Null: the whole list, with the columns as they are. */
  function show(next: ListView | null): void {
    viewId.value = next?.id ?? null;
    contacts.filter = next?.look.filter ?? null;
    contacts.sort = next?.look.sort ?? null;
    if (next !== null && next.look.layout.length > 0) void setLayout(next.look.layout);
  }

  async function save(id: ViewId | null, name: string, as: ListLook): Promise<Result<unknown>> {
    const request = { scope: scope.value, viewId: id as string | null, name, look: as };
    const result = await envelope(() => libreta().lists.saveView(request));
    if (!result.ok) return result;
    await readViews();
    viewId.value = result.value.viewId;
    return result;
  }

  async function remove(id: ViewId): Promise<Result<unknown>> {
    const request = { scope: scope.value, viewId: id as string };
    const result = await envelope<unknown>(() => libreta().lists.deleteView(request));
    if (result.ok) {
      if (viewId.value === id) viewId.value = null;
      await readViews();
    }
    return result;
  }

  return { ready, layout, views, view, look, differs, open, setLayout, show, save, remove };
});
