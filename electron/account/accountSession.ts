/** One account at work: its database, its client, its sync. Exactly one is open at a time. */
import type { SyncStatus } from '#shared/ipc/views.ts';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import { createAfilnetClient } from '../afilnet/createClient.ts';
import { createBulkDesk, type BulkDesk } from '../bulk/bulkDesk.ts';
import type { AccountStore, StoreChange } from '../store/accountStore.ts';
import type { Account } from '../store/registry.ts';
import { scheduleBackups, type BackupSchedule } from '../store/safety/backupSchedule.ts';
import { openAccount } from '../store/safety/openAccount.ts';
import { systemClock } from '../sync/clock.ts';
import { createEngine, type Engine, type EngineOptions } from '../sync/engine.ts';
import { stopEach } from './stopEach.ts';

/** Something that should not have happened, to be written down; `where`: the part of the app, in a word or two. */
export type ReportFault = (where: string, failure: unknown) => void;

/** One request, replies of large groups on slow networks included. Milliseconds. */
export const requestTimeout = 90_000;

export interface AccountSession {
  readonly account: Account;
  readonly store: AccountStore;
  readonly client: ReturnType<typeof createAfilnetClient>;
  readonly engine: Engine;
  readonly bulk: BulkDesk;
  readonly backups: BackupSchedule;
  /** The password in memory while the account is open; null while it is not at hand. */
  readonly password: { current: string | null };
  /**
   * Ends bulk work and sync; what was on its way is *outcome unknown* at the next opening. The file is still to be
   * closed. Never rejects: a part that fails to end is reported.
   */
  readonly stop: () => Promise<void>;
}

export interface SessionOptions {
  readonly account: Account;
  readonly path: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly settings: EngineOptions['settings'];
  readonly onChange: (change: StoreChange) => void;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onBulk: (job: BulkJob) => void;
  /** A backup showed that the database is damaged: opening it again recovers it. */
  readonly onDamaged: () => void;
  readonly reportFault: ReportFault;
}

/** Opens the account's data, recovering it if need be; sync rests until `engine.start()`. @throws LibretaError as openAccount */
export function openAccountSession(options: SessionOptions): AccountSession {
  const { account, path, now, newId, onChange, reportFault } = options;
  const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  let telling: Engine | null = null;
  const store = openAccount({
    path,
    now,
    newId,
    onChange(change) {
      onChange(change);
      try {
        if (change.outbox) telling?.outboxChanged();
      } catch {
        // What was changed is kept: only what is said of it cannot be read now, and is told with the next status.
      }
    },
  });
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
    pause,
    settings: options.settings,
    onStatus: options.onStatus,
  });
  telling = engine;
  const bulk = createBulkDesk({
    store,
    newId,
    pause,
    nudge: () => engine.nudge(),
    onJob: options.onBulk,
    reportFault: (failure) => reportFault('bulk work', failure),
  });
  const backups = scheduleBackups({
    timer: systemClock,
    async take(signal) {
      const outcome = await store.safety.backup(signal);
      if (outcome.kind === 'damaged') options.onDamaged();
      return outcome;
    },
    // No room for a copy, say: the data itself is safe, and what hinders it hinders the next edit too and is told then.
    onFailure: () => undefined,
  });
  return {
    account,
    store,
    client,
    engine,
    bulk,
    backups,
    password,
    stop: () =>
      stopEach(
        [
          bulk.stop,
          engine.stop,
          backups.stop,
          () => client.close(),
          () => {
            password.current = null;
          },
        ],
        (failure) => reportFault('account end', failure),
      ),
  };
}
