import { Cloud, CloudOff, Keyboard, Languages, Monitor, Moon, RefreshCw, Sun } from '@lucide/vue';
import { useSyncActions } from '../composables/useSyncActions.ts';
import { useText } from '../composables/useText.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useSettings } from '../stores/settings.ts';
import { useStatus } from '../stores/status.ts';
import type { Command } from './command.ts';
import { keyText } from './keyText.ts';

/** Syncing, the theme and the language. What is so already is not offered. */
export function useAppCommands(): () => Command[] {
  const { t, locale } = useText();
  const settings = useSettings();
  const status = useStatus();
  const dialogs = useDialogs();
  const { syncNow, setOffline } = useSyncActions();

  function syncing(): Command[] {
    if (status.current.connection === 'forcedOffline')
      return [
        {
          id: 'goOnline',
          icon: Cloud,
          title: t('commands.goOnline'),
          words: t('commands.goOnlineWords'),
          run: () => setOffline(false),
        },
      ];
    return [
      {
        id: 'syncNow',
        icon: RefreshCw,
        title: t('commands.syncNow'),
        words: t('commands.syncNowWords'),
        keys: keyText('syncNow'),
        run: syncNow,
      },
      {
        id: 'goOffline',
        icon: CloudOff,
        title: t('commands.goOffline'),
        words: t('commands.goOfflineWords'),
        run: () => setOffline(true),
      },
    ];
  }

  function themes(): Command[] {
    const words = t('commands.themeWords');
    return (
      [
        { theme: 'light', icon: Sun, title: t('commands.themeLight') },
        { theme: 'dark', icon: Moon, title: t('commands.themeDark') },
        { theme: 'system', icon: Monitor, title: t('commands.themeSystem') },
      ] as const
    )
      .filter(({ theme }) => theme !== settings.current.theme)
      .map(({ theme, icon, title }) => ({
        id: `theme ${theme}`,
        icon,
        title,
        words,
        run: () => settings.change({ theme }),
      }));
  }

  function language(): Command {
    const other = locale.value === 'en' ? ('es' as const) : ('en' as const);
    return {
      id: `language ${other}`,
      icon: Languages,
      title: other === 'en' ? t('commands.english') : t('commands.spanish'),
      words: t('commands.languageWords'),
      run: () => settings.change({ language: other }),
    };
  }

  const sheet = (): Command => ({
    id: 'shortcuts',
    icon: Keyboard,
    title: t('commands.shortcuts'),
    words: t('commands.shortcutsWords'),
    keys: '?',
    run: () => dialogs.show({ kind: 'shortcuts' }),
  });

  return () => [...syncing(), ...themes(), language(), sheet()];
}
