import type { ShortcutId } from '#shared/domain/shortcuts.ts';
import { useSyncActions } from '../composables/useSyncActions.ts';
import { useText } from '../composables/useText.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useToasts } from '../stores/toasts.ts';

/** What a key, or its entry in the native menu, does. What is being written in a dialog is not thrown away for it. */
export function runShortcut(id: ShortcutId): void {
  const dialogs = useDialogs();
  const navigation = useNavigation();
  if (dialogs.open !== null) {
    if (dialogs.open.kind === 'palette' && id === 'palette') dialogs.close();
    return;
  }
  if (id === 'shortcuts') return dialogs.show({ kind: 'shortcuts' });
  if (useAccounts().active === null || navigation.page.kind === 'signIn') return;
  switch (id) {
    case 'palette':
      return dialogs.show({ kind: 'palette' });
    case 'newContact':
      return newContact();
    case 'newGroup':
      return dialogs.show({ kind: 'createGroup' });
    case 'syncNow':
      return void useSyncActions().syncNow();
    case 'groups':
      return void navigation.goToAll();
    case 'pending':
    case 'settings':
      return void navigation.go({ kind: id });
  }
}

/** Into the group that is open: a contact belongs to one. */
function newContact(): void {
  const navigation = useNavigation();
  const { page } = navigation;
  if (page.kind === 'contacts' && page.scope.kind === 'group')
    void navigation.show({ kind: 'new', groupId: page.scope.groupId });
  else {
    const { t } = useText();
    useToasts().add({ tone: 'info', title: () => t('keys.openGroupFirst') });
  }
}
