import { ArrowRightLeft, FlaskConical, LogOut, UserPlus } from '@lucide/vue';
import type { AccountView } from '#shared/ipc/views.ts';
import { useAccountActions } from '../composables/useAccountActions.ts';
import { useText } from '../composables/useText.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';
import type { Command } from './command.ts';

export function useAccountCommands(): () => Command[] {
  const { t } = useText();
  const accounts = useAccounts();
  const dialogs = useDialogs();
  const navigation = useNavigation();
  const { switchTo, practise } = useAccountActions();

  const switching = ({ id, user, practice }: AccountView): Command => ({
    id: `switchTo ${id}`,
    icon: ArrowRightLeft,
    title: t('commands.switchTo', { user: practice ? t('frame.practice') : user }),
    words: t('commands.switchToWords'),
    run: () => switchTo(id),
  });

  function signingOut(): Command[] {
    const accountId = accounts.active?.id;
    if (accountId === undefined) return [];
    return [
      {
        id: 'signOut',
        icon: LogOut,
        title: t('commands.signOut'),
        words: t('commands.signOutWords'),
        run: () => dialogs.show({ kind: 'signOut', accountId }),
      },
    ];
  }

  function practising(): Command[] {
    if (accounts.accounts.some(({ practice }) => practice)) return [];
    return [
      {
        id: 'practise',
        icon: FlaskConical,
        title: t('commands.practise'),
        words: t('commands.practiseWords'),
        run: practise,
      },
    ];
  }

  return () => [
    ...accounts.accounts.filter(({ id }) => id !== accounts.active?.id).map(switching),
    {
      id: 'addAccount',
      icon: UserPlus,
      title: t('commands.addAccount'),
      words: t('commands.addAccountWords'),
      run: () => navigation.go({ kind: 'signIn' }),
    },
    ...practising(),
    ...signingOut(),
  ];
}
