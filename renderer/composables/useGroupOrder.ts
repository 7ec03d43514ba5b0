import { computed, type ComputedRef } from 'vue';
import { inOrder, movedTo } from '#shared/domain/groupOrder.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { GroupView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';
import { useAnnouncer } from '../stores/announcer.ts';
import { useGroups } from '../stores/groups.ts';
import { useTell } from './useTell.ts';
import { useText } from './useText.ts';

export interface GroupOrder {
  readonly sorted: ComputedRef<readonly GroupView[]>;
  /** The user has put them in an order; until then they go by their names. */
  readonly isArranged: ComputedRef<boolean>;
  readonly placeOf: (group: GroupView) => number;
  /** So many places down, or up where it is less than 0. */
  readonly move: (group: GroupView, by: number) => Promise<void>;
  readonly moveTo: (groupId: GroupId, place: number) => Promise<void>;
  readonly byName: () => Promise<void>;
}

/** The groups as they stand in the sidebar, and moving them there. */
export function useGroupOrder(): GroupOrder {
  const { t, formats } = useText();
  const groups = useGroups();
  const announcer = useAnnouncer();
  const { fail } = useTell();
  const sorted = computed(() => inOrder(groups.list, formats.value.compare));
  const placeOf = ({ id }: GroupView): number => sorted.value.findIndex((one) => one.id === id);

  async function arrange(groupIds: readonly GroupId[]): Promise<boolean> {
    const request = { groupIds: [...groupIds] as string[] };
    const result = await envelope<unknown>(() => libreta().groups.arrange(request));
    if (result.ok) await groups.load();
    else fail(result.error);
    return result.ok;
  }

  async function moveTo(groupId: GroupId, place: number): Promise<void> {
    const ids = sorted.value.map(({ id }) => id);
    const next = movedTo(ids, groupId, place);
    if (next.every((id, at) => id === ids[at]) || !(await arrange(next))) return;
    announcer.say(
      t('groups.moved', {
        group: groups.find(groupId)?.label ?? '',
        place: formats.value.number(next.indexOf(groupId) + 1),
        total: formats.value.number(next.length),
      }),
    );
  }

  return {
    sorted,
    isArranged: computed(() => groups.list.some(({ position }) => position !== null)),
    placeOf,
    move: (group, by) => moveTo(group.id, placeOf(group) + by),
    moveTo,
    async byName() {
      if (await arrange([])) announcer.say(t('groups.sortedByName'));
    },
  };
}
