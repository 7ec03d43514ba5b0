/** One account at work: its database, its client, its sync. Exactly one is open at a time. */
import type { SyncStatus } from '#shared/ipc/views.ts';
import { createAfilnetClient } from '../afilnet/createClient.ts';
import { openAccountStore, type AccountStore, type StoreChange } from '../store/accountStore.ts';
import type { Account } from '../store/registry.ts';
import { systemClock } from '../sync/clock.ts';
import { createEngine, type Engine } from '../sync/engine.ts';

/** One request, replies of large groups on slow networks included. Milliseconds. */
export const requestTimeout = 90_000;

export interface AccountSession {
  readonly account: Account;
  readonly store: AccountStore;
  readonly client: ReturnType<typeof createAfilnetClient>;
  readonly engine: Engine;
  /** The password in memory while the account is open; null while it is not at hand. */
  readonly password: { current: string | null };
  /** Ends sync and closes the file; what was on its way is *outcome unknown* at the next opening. */
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  readonly account: Account;
  readonly path: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly settings: () => { readonly everyMinutes: number; readonly forcedOffline: boolean };
  readonly onChange: (change: StoreChange) => void;
  readonly onStatus: (status: SyncStatus) => void;
}

/** Opens the account's data; sync rests until `engine.start()`. @throws LibretaError as openDatabase */
export function openAccountSession(options: SessionOptions): AccountSession {
  const { account, path, now, newId, onChange } = options;
  const store = openAccountStore({ path, now, newId, onChange });
  const password: AccountSession['password'] = { current: null };
  const client = createAfilnetClient({
    server: account.server,
    transport: account.transport,
    user: account.user,
    password: () => password.current,
    timeoutMs: requestTimeout,
  });
  const engine = createEngine({
    store,
    client,
    clock: { ...systemClock, now },
    random: options.random,
    pause: () => new Promise((resolve) => void setImmediate(resolve)),
    settings: options.settings,
    onStatus: options.onStatus,
  });
  return {
    account,
    store,
    client,
    engine,
    password,
    async close() {
      await engine.stop();
      client.close();
      store.close();
    },
  };
}
