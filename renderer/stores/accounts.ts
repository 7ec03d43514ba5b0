import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { AccountsOverview } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

export const useAccounts = defineStore('accounts', () => {
  const overview = shallowRef<AccountsOverview>({
    accounts: [],
    active: null,
    keychain: { kind: 'asking' },
    defaultServer: '',
  });
  /** Why the accounts cannot be read: then nothing else can be shown either. */
  const error = shallowRef<CodedError | null>(null);
  const accounts = computed(() => overview.value.accounts);
  const active = computed(
    () => accounts.value.find((account) => account.id === overview.value.active) ?? null,
  );

  async function load(): Promise<void> {
    const result = await envelope(() => libreta().accounts.overview());
    error.value = result.ok ? null : result.error;
    if (result.ok) overview.value = result.value;
  }

  return { overview, error, accounts, active, load };
});
