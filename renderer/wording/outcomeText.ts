import type { Intent } from '#shared/domain/intent.ts';
import type { HistoryLine } from '#shared/ipc/views.ts';
import type { Translate } from '../i18n/index.ts';

export function outcomeText(outcome: HistoryLine['outcome'], t: Translate): string {
  switch (outcome) {
    case 'saved':
      return t('contact.historySaved');
    case 'sent':
      return t('contact.historySent');
    case 'acknowledged':
      return t('contact.historyAcknowledged');
    case 'storedDifferently':
      return t('contact.historyStoredDifferently');
    case 'mergedFromServer':
      return t('contact.historyMerged');
    case 'deletedOnServer':
      return t('contact.historyDeletedOnServer');
    case 'failed':
      return t('contact.historyFailed');
    case 'asked':
      return t('contact.historyAsked');
    case 'settled':
      return t('contact.historySettled');
    case 'discarded':
      return t('contact.historyDiscarded');
    case 'undone':
      return t('contact.historyUndone');
    case 'redone':
      return t('contact.historyRedone');
  }
}

/** What it was that was saved, sent or refused; null where the line is about no intent of the contact. */
export function intentText(intent: Intent | null, t: Translate): string | null {
  switch (intent?.kind) {
    case 'addContact':
      return intent.replaces === undefined ? t('contact.historyAdd') : t('contact.historyReadd');
    case 'editContact':
      return intent.carry === 'recreate' ? t('contact.historyRecreate') : t('contact.historyEdit');
    case 'deleteContact':
      return t('contact.historyDelete');
    case 'createGroup':
    case 'deleteGroup':
    case 'addColumn':
    case 'deleteColumn':
    case 'assignCountry':
    case undefined:
      return null;
  }
}
