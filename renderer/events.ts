import type { AppEvent } from '#shared/ipc/events.ts';
import type { Direction } from '#shared/domain/step.ts';
import { runShortcut } from './commands/runShortcut.ts';
import { useUndo } from './composables/useUndo.ts';
import { libreta } from './libreta.ts';
import { useAccounts } from './stores/accounts.ts';
import { useBulk } from './stores/bulk.ts';
import { useContacts } from './stores/contacts.ts';
import { useDialogs } from './stores/dialogs.ts';
import { useGroups } from './stores/groups.ts';
import { useOutbox } from './stores/outbox.ts';
import { useRecovery } from './stores/recovery.ts';
import { useSettings } from './stores/settings.ts';
import { useStatus } from './stores/status.ts';
import { useUndoSteps } from './stores/undo.ts';

/** In a field it is about what is being typed, as everywhere; under a dialog about nothing else. */
function undoOrType(direction: Direction): void {
  const field = document.activeElement?.closest('input, textarea, [contenteditable="true"]');
  // The only way to reach a field's own undo; browsers keep it for exactly this.
  if (field) document.execCommand(direction);
  else if (!useDialogs().covers) void useUndo().take(direction);
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
    case 'shortcut':
      runShortcut(event.id);
      return;
    case 'undoChanged':
      void useUndoSteps().load();
      return;
    case 'undoProgress':
      useUndoSteps().advance(event.done, event.total);
      return;
    case 'undoAsked':
      undoOrType(event.direction);
      return;
    case 'statusChanged':
      useStatus().set(event.status);
      return;
    case 'settingsChanged':
      useSettings().apply(event.settings);
      return;
    case 'goTo':
      runShortcut(event.page);
  }
}

/** Lets each event of main reach the store that it concerns; answers how to end it. */
export function followEvents(): () => void {
  return libreta().onEvent(take);
}
