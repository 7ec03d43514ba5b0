import {
  ArrowDown,
  ArrowDownAZ,
  ArrowUp,
  CircleStop,
  CloudDownload,
  Columns3,
  CopyCheck,
  Flag,
  History,
  MonitorX,
  Palette,
  Trash2,
} from '@lucide/vue';
import type { GroupView } from '#shared/ipc/views.ts';
import type { MenuAction } from '../components/base/menuAction.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useGroupOrder } from './useGroupOrder.ts';
import { usePull } from './usePull.ts';
import { useText } from './useText.ts';

export interface GroupActions {
  /** What can be done with a group, in parts. */
  readonly of: (group: GroupView) => MenuAction[][];
  /** Where it stands in the sidebar. */
  readonly placing: (group: GroupView) => MenuAction[];
}

export function useGroupActions(): GroupActions {
  const { t } = useText();
  const dialogs = useDialogs();
  const navigation = useNavigation();
  const order = useGroupOrder();
  const { pull, stop } = usePull();

  function fetching(group: GroupView): MenuAction {
    if (group.pulling)
      return {
        id: 'stop',
        icon: CircleStop,
        label: t('groups.stopPull'),
        run: () => stop(group),
      };
    return {
      id: 'pull',
      icon: CloudDownload,
      label: t('groups.pull'),
      disabled: group.serverId === null || group.state === 'deleting',
      run: () => pull(group),
    };
  }

  function of(group: GroupView): MenuAction[][] {
    const groupId = group.id;
    const disabled = group.state === 'deleting';
    return [
      [fetching(group)],
      [
        {
          id: 'columns',
          icon: Columns3,
          label: t('groups.columns'),
          disabled,
          run: () => dialogs.show({ kind: 'columns', groupId }),
        },
        {
          id: 'country',
          icon: Flag,
          label: t('groups.country'),
          disabled,
          run: () => dialogs.show({ kind: 'country', groupId }),
        },
        {
          id: 'duplicates',
          icon: CopyCheck,
          label: t('duplicates.menu'),
          disabled,
          run: () => void navigation.go({ kind: 'duplicates', scope: { kind: 'group', groupId } }),
        },
        {
          id: 'look',
          icon: Palette,
          label: t('groups.look'),
          run: () => dialogs.show({ kind: 'groupLook', groupId }),
        },
        {
          id: 'history',
          icon: History,
          label: t('history.ofGroup'),
          run: () => dialogs.show({ kind: 'groupHistory', groupId }),
        },
      ],
      [
        {
          id: 'forget',
          icon: MonitorX,
          label: t('groups.forget'),
          run: () => dialogs.show({ kind: 'forgetGroup', groupId }),
        },
        {
          id: 'delete',
          icon: Trash2,
          label: t('groups.delete'),
          disabled,
          danger: true,
          run: () => dialogs.show({ kind: 'deleteGroup', groupId }),
        },
      ],
    ];
  }

  function placing(group: GroupView): MenuAction[] {
    const place = order.placeOf(group);
    const last = order.sorted.value.length - 1;
    const up: MenuAction = {
      id: 'up',
      icon: ArrowUp,
      label: t('groups.moveUp'),
      keys: t('keys.altUp'),
      disabled: place === 0,
      run: () => order.move(group, -1),
    };
    const down: MenuAction = {
      id: 'down',
      icon: ArrowDown,
      label: t('groups.moveDown'),
      keys: t('keys.altDown'),
      disabled: place === last,
      run: () => order.move(group, 1),
    };
    const byName: MenuAction = {
      id: 'byName',
      icon: ArrowDownAZ,
      label: t('groups.byName'),
      run: order.byName,
    };
    return order.isArranged.value ? [up, down, byName] : [up, down];
  }

  return { of, placing };
}
