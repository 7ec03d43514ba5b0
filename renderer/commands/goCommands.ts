import { Clock, CopyCheck, Settings, Users } from '@lucide/vue';
import { useText } from '../composables/useText.ts';
import { useNavigation } from '../stores/navigation.ts';
import type { Command } from './command.ts';
import { keyText } from './keyText.ts';

/** The pages. */
export function useGoCommands(): () => Command[] {
  const { t } = useText();
  const navigation = useNavigation();
  return () => [
    {
      id: 'allContacts',
      icon: Users,
      title: t('commands.allContacts'),
      words: t('commands.allContactsWords'),
      keys: keyText('groups'),
      run: navigation.goToAll,
    },
    {
      id: 'pending',
      icon: Clock,
      title: t('commands.pending'),
      words: t('commands.pendingWords'),
      keys: keyText('pending'),
      run: () => navigation.go({ kind: 'pending' }),
    },
    {
      id: 'duplicates',
      icon: CopyCheck,
      title: t('commands.duplicates'),
      words: t('commands.duplicatesWords'),
      run: () => navigation.go({ kind: 'duplicates', scope: { kind: 'all' } }),
    },
    {
      id: 'settings',
      icon: Settings,
      title: t('commands.settings'),
      words: t('commands.settingsWords'),
      keys: keyText('settings'),
      run: () => navigation.go({ kind: 'settings' }),
    },
  ];
}
