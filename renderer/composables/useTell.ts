import type { CodedError } from '#shared/ipc/errors.ts';
import { errorText } from '../errors/errorText.ts';
import { useStatus } from '../stores/status.ts';
import { useToasts } from '../stores/toasts.ts';
import { useText } from './useText.ts';

export interface Tell {
  /** A failure that has no place of its own on the page. */
  readonly fail: (error: CodedError) => void;
  /** Where an edit stands that was just made, and when it goes on: never more than is known. */
  readonly whenSent: () => string;
  readonly queued: (title: string) => void;
}

export function useTell(): Tell {
  const { t } = useText();
  const status = useStatus();
  const toasts = useToasts();

  function whenSent(): string {
    const { connection, queue } = status.current;
    if (connection === 'forcedOffline') return t('contact.sentWhenAllowed');
    if (connection === 'offline') return t('contact.sentWhenOnline');
    return queue === 'signIn' ? t('contact.sentAfterPassword') : t('contact.sentSoon');
  }

  return {
    fail: (error) => toasts.add({ tone: 'danger', title: errorText(error, t) }),
    whenSent,
    queued: (title) => toasts.add({ title, detail: whenSent }),
  };
}
