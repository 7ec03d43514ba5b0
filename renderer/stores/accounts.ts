import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { AccountsOverview } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

export const useAccounts = defineStore('accounts', () => {
  const overview = shallowRef<AccountsOverview>({
    accounts: [],
    active: null,
    keychain: { kind: 'keychain' },
    defaultServer: '',
  });
  const accounts = computed(() => overview.value.accounts);
  const active = computed(
    () => accounts.value.find((account) => account.id === overview.value.active) ?? null,
  );

  async function load(): Promise<void> {
    const result = await envelope(() => libreta().accounts.overview());
    if (result.ok) overview.value = result.value;
  }

  return { overview, accounts, active, load };
});
