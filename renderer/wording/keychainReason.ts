import type { KeychainView } from '#shared/ipc/views.ts';
import type { Translate } from '../i18n/index.ts';

type Reason = Extract<KeychainView, { kind: 'none' }>['reason'];

/** Why this computer cannot keep the password. */
export function keychainReason(reason: Reason, t: Translate): string {
  switch (reason) {
    case 'noLibrary':
      return t('signIn.noLibrary');
    case 'noService':
      return t('signIn.noService');
    case 'noBus':
      return t('signIn.noBus');
    case 'locked':
      return t('signIn.locked');
    case 'timedOut':
      return t('signIn.timedOut');
    case 'crashed':
      return t('signIn.crashed');
    case 'unknown':
      return t('signIn.unknown');
  }
}
