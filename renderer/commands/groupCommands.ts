import {
  CloudDownload,
  Columns3,
  Flag,
  FolderPlus,
  Hash,
  Mail,
  MonitorX,
  Palette,
  Smartphone,
  Trash2,
  UserPlus,
} from '@lucide/vue';
import type { GroupView } from '#shared/ipc/views.ts';
import { usePull } from '../composables/usePull.ts';
import { useText } from '../composables/useText.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useGroups } from '../stores/groups.ts';
import { useNavigation } from '../stores/navigation.ts';
import { colourOf } from '../domain/groupColour.ts';
import type { Command } from './command.ts';
import { keyText } from './keyText.ts';

/** Every group by its name. */
export function useGroupPlaces(): () => Command[] {
  const { t } = useText();
  const groups = useGroups();
  const navigation = useNavigation();
  return () =>
    groups.list.map(({ id, label, type, colour }) => ({
      id: `goToGroup ${id}`,
      icon: type === 'mobile' ? Smartphone : Mail,
      colour: colourOf(colour),
      title: label,
      words: [t('commands.goToGroup', { group: label }), t('commands.goToGroupWords')].join(' '),
      run: () => navigation.goToGroup(id),
    }));
}

/** What makes groups, and what can be done with the one that is open. */
export function useGroupCommands(): () => Command[] {
  const { t } = useText();
  const groups = useGroups();
  const navigation = useNavigation();
  const dialogs = useDialogs();
  const { pull } = usePull();

  function openGroup(): GroupView | null {
    const { page } = navigation;
    if (page.kind !== 'contacts' || page.scope.kind !== 'group') return null;
    const { groupId } = page.scope;
    return groups.list.find(({ id }) => id === groupId) ?? null;
  }

  function ofGroup(open: GroupView): Command[] {
    const group = open.label;
    const groupId = open.id;
    const leaving = open.state === 'deleting';
    const changing: Command[] = [
      {
        id: 'addContact',
        icon: UserPlus,
        title: t('commands.addContact', { group }),
        words: t('commands.addContactWords'),
        keys: keyText('newContact'),
        run: () => navigation.show({ kind: 'new', groupId }),
      },
      {
        id: 'columns',
        icon: Columns3,
        title: t('commands.columns', { group }),
        words: t('commands.columnsWords'),
        run: () => dialogs.show({ kind: 'columns', groupId }),
      },
      {
        id: 'country',
        icon: Flag,
        title: t('commands.country', { group }),
        words: t('commands.countryWords'),
        run: () => dialogs.show({ kind: 'country', groupId }),
      },
    ];
    const fetching: Command = {
      id: 'pull',
      icon: CloudDownload,
      title: t('commands.pull', { group }),
      words: t('commands.pullWords'),
      run: () => pull(open),
    };
    return [
      ...(leaving ? [] : changing),
      {
        id: 'look',
        icon: Palette,
        title: t('commands.look', { group }),
        words: t('commands.lookWords'),
        run: () => dialogs.show({ kind: 'groupLook', groupId }),
      },
      ...(leaving || open.serverId === null || open.pulling ? [] : [fetching]),
      {
        id: 'forget',
        icon: MonitorX,
        title: t('commands.forget', { group }),
        words: t('commands.forgetWords'),
        run: () => dialogs.show({ kind: 'forgetGroup', groupId }),
      },
      ...(leaving ? [] : [deletion(open)]),
    ];
  }

  function deletion({ id: groupId, label: group }: GroupView): Command {
    return {
      id: 'deleteGroup',
      icon: Trash2,
      title: t('commands.deleteGroup', { group }),
      words: t('commands.deleteGroupWords'),
      run: () => dialogs.show({ kind: 'deleteGroup', groupId }),
    };
  }

  return () => {
    const open = openGroup();
    return [
      ...(open === null ? [] : ofGroup(open)),
      {
        id: 'createGroup',
        icon: FolderPlus,
        title: t('commands.createGroup'),
        words: t('commands.createGroupWords'),
        keys: keyText('newGroup'),
        run: () => dialogs.show({ kind: 'createGroup' }),
      },
      {
        id: 'addById',
        icon: Hash,
        title: t('commands.addById'),
        words: t('commands.addByIdWords'),
        run: () => dialogs.show({ kind: 'addGroupById' }),
      },
    ];
  };
}
