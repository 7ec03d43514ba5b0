import type { Translate } from '../i18n/index.ts';

/** Why an attempt did not go through, as the end of a sentence. A word of the server's own is shown raw. */
export function failureReason(code: string, t: Translate): string {
  if (code === 'http-429') return t('entries.whyPause');
  if (code.startsWith('http-')) return t('entries.whyServer');
  switch (code) {
    case 'network':
      return t('entries.whyNetwork');
    case 'certificate':
      return t('entries.whyCertificate');
    case 'timeout':
      return t('entries.whyTimeout');
    case 'connection-lost':
      return t('entries.whyLost');
    case 'html':
      return t('entries.whyHtml');
    case 'redirect':
      return t('entries.whyRedirect');
    case 'empty-reply':
    case 'unreadable-reply':
    case 'unknown-reply':
    case 'reply-too-long':
      return t('entries.whyUnreadable');
    case 'not-stored':
      return t('entries.whyNotStored');
    case 'unknown':
      return t('entries.whyUnknown');
    default:
      return t('entries.whyCode', { code });
  }
}
