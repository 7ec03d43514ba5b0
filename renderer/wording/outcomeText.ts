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
