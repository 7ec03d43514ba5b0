import { errorText } from '../errors/errorText.ts';
import { useStatus } from '../stores/status.ts';
import { useToasts } from '../stores/toasts.ts';
import { useText } from './useText.ts';

export interface SyncActions {
  readonly syncNow: () => Promise<void>;
  readonly setOffline: (forced: boolean) => Promise<void>;
}

/** Syncing by hand and working offline by choice, each told when it took effect. */
export function useSyncActions(): SyncActions {
  const { t } = useText();
  const status = useStatus();
  const toasts = useToasts();

  async function syncNow(): Promise<void> {
    const result = await status.syncNow();
    if (!result.ok) {
      toasts.add({ tone: 'danger', title: errorText(result.error, t) });
      return;
    }
    const { problem, waiting, needsYou, held, queue } = result.value;
    if (problem !== null) toasts.add({ tone: 'danger', title: errorText(problem, t) });
    else if (waiting === 0 && needsYou === 0 && held === 0 && queue !== 'signIn')
      toasts.add({ title: t('frame.synced') });
  }

  async function setOffline(forced: boolean): Promise<void> {
    const result = await status.forceOffline(forced);
    if (result.ok) {
      toasts.add({ tone: 'info', title: forced ? t('frame.wentOffline') : t('frame.wentOnline') });
      await status.load();
    } else toasts.add({ tone: 'danger', title: errorText(result.error, t) });
  }

  return { syncNow, setOffline };
}
