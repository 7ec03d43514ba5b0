import type { GroupView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';
import { useGroups } from '../stores/groups.ts';
import { useToasts } from '../stores/toasts.ts';
import { useTell } from './useTell.ts';
import { useText } from './useText.ts';

export interface PullActions {
  readonly pull: (group: GroupView) => Promise<void>;
  readonly stop: (group: GroupView) => Promise<void>;
}

/** Fetching a group by hand. It goes on by itself; the page only tells how it ended. */
export function usePull(): PullActions {
  const { t } = useText();
  const groups = useGroups();
  const toasts = useToasts();
  const { fail } = useTell();

  async function pull(group: GroupView): Promise<void> {
    const result = await envelope(() => libreta().groups.pull({ groupId: group.id }));
    await groups.load();
    /* Why a fetch failed, or is held, stands in the banner of the group itself. */
    if (result.ok && result.value.applied)
      toasts.add({ title: () => t('groups.pulled', { group: group.label }) });
    else if (!result.ok && result.error.code !== 'cancelled' && !groups.find(group.id)?.pullError)
      fail(result.error);
  }

  async function stop(group: GroupView): Promise<void> {
    const result = await envelope<unknown>(() =>
      libreta().groups.cancelPull({ groupId: group.id }),
    );
    if (!result.ok) fail(result.error);
    await groups.load();
  }

  return { pull, stop };
}
