import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { GivenPassword } from '#shared/ipc/views.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useToasts } from '../stores/toasts.ts';
import { useText } from './useText.ts';

export interface KeepPassword {
  /** What the user ticked; on at first. */
  readonly keep: Ref<boolean>;
  /** Where the password is to go: not to a keychain that is known not to answer. */
  readonly place: ComputedRef<'keychain' | 'session'>;
  /** Tells the user when the password did not end up where it was to go. */
  readonly tellWhere: (asked: 'keychain' | 'session', got: GivenPassword) => void;
}

/** Where a password that is being given shall be kept. The keychain may answer while it is being typed. */
export function useKeepPassword(): KeepPassword {
  const accounts = useAccounts();
  const toasts = useToasts();
  const { t } = useText();
  const keep = ref(true);
  const place = computed(() =>
    keep.value && accounts.overview.keychain.kind !== 'none' ? 'keychain' : 'session',
  );
  return {
    keep,
    place,
    tellWhere(asked, got) {
      if (asked === 'keychain' && got === 'session')
        toasts.add({ tone: 'info', title: () => t('signIn.keptForSession') });
    },
  };
}
