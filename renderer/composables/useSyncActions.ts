import type { GroupId } from '#shared/domain/ids.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import { errorText } from '../errors/errorText.ts';
import { useGroups } from '../stores/groups.ts';
import { useNavigation } from '../stores/navigation.ts';
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
  const groups = useGroups();
  const navigation = useNavigation();

  /** The banner of the list on screen says why already. */
  async function isTold(problem: CodedError): Promise<boolean> {
    await groups.load();
    const { page } = navigation;
    if (page.kind !== 'contacts' || page.scope.kind !== 'group') return false;
    const told = groups.find(page.scope.groupId as GroupId)?.pullError ?? null;
    return told !== null && errorText(told, t) === errorText(problem, t);
  }

  async function syncNow(): Promise<void> {
    const result = await status.syncNow();
    if (!result.ok) {
      toasts.add({ tone: 'danger', title: () => errorText(result.error, t) });
      return;
    }
    const { problem, waiting, needsYou, held, queue } = result.value;
    if (problem !== null) {
      const told = await isTold(problem);
      const title = (): string => (told ? t('frame.notSynced') : errorText(problem, t));
      toasts.add({ tone: 'danger', title });
    } else if (waiting === 0 && needsYou === 0 && held === 0 && queue !== 'signIn')
      toasts.add({ title: () => t('frame.synced') });
  }

  async function setOffline(forced: boolean): Promise<void> {
    const result = await status.forceOffline(forced);
    if (result.ok) {
      toasts.add({
        tone: 'info',
        title: () => (forced ? t('frame.wentOffline') : t('frame.wentOnline')),
      });
      await status.load();
    } else toasts.add({ tone: 'danger', title: () => errorText(result.error, t) });
  }

  return { syncNow, setOffline };
}
