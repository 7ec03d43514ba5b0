import type { ShortcutId } from '#shared/domain/shortcuts.ts';
import { useSyncActions } from '../composables/useSyncActions.ts';
import { useText } from '../composables/useText.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useToasts } from '../stores/toasts.ts';

/**
 * What a key, or its entry in the native menu, does. Under a dialog it does nothing, whoever opened that: what is being
 * written there is not thrown away, and nothing opens behind it.
 */
export function runShortcut(id: ShortcutId): void {
  const dialogs = useDialogs();
  const navigation = useNavigation();
  if (dialogs.covers) {
    if (dialogs.open?.kind === 'palette' && id === 'palette') dialogs.close();
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
