import { computed, type ComputedRef } from 'vue';
import { firstStep, type FirstStep } from '../domain/firstStep.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useGroups } from '../stores/groups.ts';
import { useSettings } from '../stores/settings.ts';

/** Where somebody new stands; null for everybody else. */
export function useFirstStep(): ComputedRef<FirstStep | null> {
  const accounts = useAccounts();
  const groups = useGroups();
  const settings = useSettings();
  return computed(() =>
    firstStep({
      welcomed: settings.current.welcomed,
      signedIn: accounts.active !== null,
      groups: groups.loaded ? groups.list.length : null,
    }),
  );
}
