import { computed, type ComputedRef } from 'vue';
import type { KeychainView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useTell } from './useTell.ts';

export interface KeychainUse {
  readonly keychain: ComputedRef<KeychainView>;
  /** It does not answer and may do so later: once it was unlocked or started, or its prompt is answered. */
  readonly mayAnswerLater: ComputedRef<boolean>;
  readonly askAgain: () => Promise<void>;
}

type Reason = Extract<KeychainView, { kind: 'none' }>['reason'];

/** The others are of the computer as the app found it: to ask again would answer the same. */
const passing: readonly Reason[] = ['noService', 'locked', 'timedOut', 'crashed', 'unknown'];

export function useKeychain(): KeychainUse {
  const accounts = useAccounts();
  const tell = useTell();
  const keychain = computed(() => accounts.overview.keychain);
  return {
    keychain,
    mayAnswerLater: computed(
      () => keychain.value.kind === 'none' && passing.includes(keychain.value.reason),
    ),
    async askAgain() {
      const result = await envelope(() => libreta().accounts.askKeychain());
      if (result.ok) await accounts.load();
      else tell.fail(result.error);
    },
  };
}
