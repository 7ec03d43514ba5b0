import type { AppEvent } from '#shared/ipc/events.ts';
import { libreta } from './libreta.ts';
import { useAccounts } from './stores/accounts.ts';
import { useBulk } from './stores/bulk.ts';
import { useContacts } from './stores/contacts.ts';
import { useGroups } from './stores/groups.ts';
import { useNavigation } from './stores/navigation.ts';
import { useOutbox } from './stores/outbox.ts';
import { useRecovery } from './stores/recovery.ts';
import { useSettings } from './stores/settings.ts';
import { useStatus } from './stores/status.ts';

function goTo(page: 'pending' | 'settings' | 'groups'): void {
  const navigation = useNavigation();
  switch (page) {
    case 'pending':
    case 'settings':
      void navigation.go({ kind: page });
      return;
    case 'groups':
      void navigation.goToAll();
  }
}

function take(event: AppEvent): void {
  switch (event.kind) {
    case 'accountsChanged':
      void useAccounts().load();
      void useRecovery().load();
      return;
    case 'groupsChanged':
      void useGroups().load();
      return;
    case 'contactsChanged':
      useContacts().changed(event.groupId);
      return;
    case 'outboxChanged':
      void useOutbox().load();
      return;
    case 'bulkChanged':
      useBulk().set(event.job);
      return;
    case 'statusChanged':
      useStatus().set(event.status);
      return;
    case 'settingsChanged':
      useSettings().apply(event.settings);
      return;
    case 'goTo':
      goTo(event.page);
  }
}

/** Lets each event of main reach the store that it concerns; answers how to end it. */
export function followEvents(): () => void {
  return libreta().onEvent(take);
}
