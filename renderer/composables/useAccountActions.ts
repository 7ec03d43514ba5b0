import type { AccountId } from '#shared/domain/ids.ts';
import { errorText } from '../errors/errorText.ts';
import { envelope, libreta } from '../libreta.ts';
import { useAccounts } from '../stores/accounts.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useToasts } from '../stores/toasts.ts';
import { useText } from './useText.ts';

export interface AccountActions {
  readonly switchTo: (accountId: AccountId) => Promise<void>;
  /** Opens the practice account, which is made when there is none. */
  readonly practise: () => Promise<void>;
  /** Shows an account that main has just opened. */
  readonly opened: () => Promise<void>;
}

export function useAccountActions(): AccountActions {
  const { t } = useText();
  const accounts = useAccounts();
  const navigation = useNavigation();
  const toasts = useToasts();

  async function opened(): Promise<void> {
    await accounts.load();
    if (accounts.active !== null) navigation.reset();
  }

  async function switchTo(accountId: AccountId): Promise<void> {
    if (accountId === accounts.active?.id || !(await navigation.mayLeave())) return;
    const result = await envelope(() => libreta().accounts.switchTo({ accountId }));
    if (result.ok) await opened();
    else toasts.add({ tone: 'danger', title: () => errorText(result.error, t) });
  }

  async function practise(): Promise<void> {
    if (!(await navigation.mayLeave())) return;
    const result = await envelope(() => libreta().accounts.practice());
    if (result.ok) await opened();
    else toasts.add({ tone: 'danger', title: () => errorText(result.error, t) });
  }

  return { switchTo, practise, opened };
}
