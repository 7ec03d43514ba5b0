/** The accounts of this machine: signing in, switching, signing out, passwords. One account is open at a time. */
import type { AccountId } from '#shared/domain/ids.ts';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import { noSync } from '#shared/ipc/noSync.ts';
import type {
  AccountsOverview,
  GivenPassword,
  KeychainView,
  SyncStatus,
  Transport,
} from '#shared/ipc/views.ts';
import { parseServerAddress } from '../afilnet/serverAddress.ts';
import type { Vault } from '../credentials/vault.ts';
import type { AccountStore, StoreChange } from '../store/accountStore.ts';
import type { Account, Registry } from '../store/registry.ts';
import { failureError } from '../sync/engine.ts';
import { AccountFiles } from './accountFiles.ts';
import { AccountPasswords, type WantedPlace } from './accountPasswords.ts';
import { openAccountSession, type AccountSession, type ReportFault } from './accountSession.ts';
import {
  practicePassword,
  practiceUser,
  registerSampleGroups,
  type PracticeServer,
} from './practice.ts';
import { keychainState } from './keychainState.ts';
import { checkSignIn } from './signInCheck.ts';
import { unsentOf } from './unsentExport.ts';

export interface DeskOptions {
  readonly dataFolder: string;
  readonly defaultServer: string;
  readonly registry: Registry;
  readonly vault: Vault;
  readonly practice: PracticeServer;
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly onChange: (change: StoreChange) => void;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onBulk: (job: BulkJob) => void;
  readonly onAccounts: () => void;
  readonly reportFault: ReportFault;
}

export class AccountDesk {
  readonly #options: DeskOptions;
  #open: AccountSession | null = null;
  /** The one that was open, while its last requests end: its file must not be opened a second time. */
  #leaving: AccountSession | null = null;
  #changing: Promise<unknown> = Promise.resolve();
  readonly #files: AccountFiles;
  readonly #passwords: AccountPasswords;
  readonly #keychain: () => KeychainView;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#files = new AccountFiles({ ...options, inUse: () => [this.#open, this.#leaving] });
    this.#passwords = new AccountPasswords(options.vault, () => this.#open, options.onAccounts);
    this.#keychain = keychainState(options.vault, options.onAccounts);
  }

  /** The account at work. @throws LibretaError noAccount */
  get current(): AccountSession {
    if (this.#open === null) throw new LibretaError('noAccount');
    return this.#open;
  }

  get currentOrNull(): AccountSession | null {
    return this.#open;
  }

  /** At start: straight to the data of the account that was open last, whatever the network and the keychain say. */
  async restore(): Promise<void> {
    const { registry } = this.#options;
    const active = registry.active.get();
    const account = active === null ? null : registry.accounts.get(active);
    if (account !== null) await this.#inTurn(() => this.#enter(account));
  }

  /** Waits for nothing: what the keychain answers is told as a change when it does. */
  overview(): AccountsOverview {
    const { registry, defaultServer } = this.#options;
    return {
      accounts: registry.accounts.all().map((account) => ({
        ...account,
        passwordPlace: account.practice ? 'session' : this.#passwords.placeOf(account.id),
        unsent: this.#unsentIfReadable(account.id),
      })),
      active: this.#open?.account.id ?? null,
      keychain: this.#keychain(),
      defaultServer,
    };
  }

  /** @throws LibretaError serverAddressInvalid, serverAddressInsecure, or why the server refused */
  async signIn(request: {
    user: string;
    password: string;
    server: string;
    transport: Transport;
    keep: WantedPlace;
  }): Promise<{ accountId: AccountId; passwordPlace: GivenPassword }> {
    const address = parseServerAddress(request.server);
    if (!address.ok) {
      throw new LibretaError(
        address.code === 'insecure' ? 'serverAddressInsecure' : 'serverAddressInvalid',
      );
    }
    const { user, password, transport } = request;
    const { server } = address;
    const keep = this.#passwords.chosen(request.keep);
    const failure = await checkSignIn({ server, transport, user, password });
    if (failure !== null) throw failureError(failure);
    return this.#inTurn(async () => {
      const { registry } = this.#options;
      const known = registry.accounts.find(user, server);
      const account = known ?? registry.accounts.add({ user, server, transport, practice: false });
      registry.accounts.setTransport(account.id, transport);
      if (account.transport !== transport && this.#open?.account.id === account.id) {
        await this.#leave();
      }
      const passwordPlace = await this.#passwords.keep(account.id, password, keep);
      await this.#enter({ ...account, transport });
      this.#passwordGiven(account.id, password);
      return { accountId: account.id, passwordPlace };
    });
  }

  async practice(): Promise<{ accountId: AccountId }> {
    return this.#inTurn(async () => {
      const { registry, practice } = this.#options;
      const server = await practice.address();
      const known = registry.accounts.all().find((account) => account.practice);
      const account =
        known ??
        registry.accounts.add({ user: practiceUser, server, transport: 'post', practice: true });
      await this.#enter(account);
      return { accountId: account.id };
    });
  }

  /** @throws LibretaError accountUnknown */
  async switchTo(id: AccountId): Promise<void> {
    await this.#inTurn(() => this.#enter(this.#account(id)));
  }

  /** A changed password: checked where the server answers, kept, and the queue goes on. */
  async renewPassword(
    id: AccountId,
    password: string,
    keep: WantedPlace,
  ): Promise<{ passwordPlace: GivenPassword }> {
    const account = this.#account(id);
    const chosen = this.#passwords.chosen(keep);
    const failure = await checkSignIn({ ...account, password });
    if (failure?.class === 'signIn') throw failureError(failure);
    return this.#inTurn(async () => {
      // It may have been signed out meanwhile.
      this.#account(id);
      const passwordPlace = await this.#passwords.keep(id, password, chosen);
      this.#passwordGiven(id, password);
      return { passwordPlace };
    });
  }

  /** The user says that the keychain may answer now. Waits for nothing. */
  askKeychain(): void {
    this.#passwords.askKeychain();
  }

  /**
   * Takes an account and everything of it off this machine; a password that the keychain does not give up now, when it
   * does. @throws LibretaError unsentWork with the count
   */
  async signOut(id: AccountId, discardUnsent: boolean): Promise<{ passwordMayRemain: boolean }> {
    return this.#inTurn(async () => {
      const account = this.#account(id);
      // Counted in its turn, with nothing between this and the end of the account.
      const unsent = this.#files.withStore(id, unsentCount);
      if (unsent > 0 && !discardUnsent) throw new LibretaError('unsentWork', { count: unsent });
      const { registry, onStatus } = this.#options;
      const wasOpen = this.#open?.account.id === id;
      if (wasOpen) await this.#leave();
      if (!account.practice) await this.#passwords.forget(id);
      registry.accounts.remove(id);
      this.#files.remove(id);
      const next = registry.accounts.all()[0];
      if (wasOpen && next !== undefined) await this.#enter(next);
      else if (wasOpen) {
        registry.active.set(null);
        // Nothing of what the account said is true any more: not on the icon either.
        onStatus(noSync);
      }
      this.#options.onAccounts();
      return { passwordMayRemain: this.#passwords.mayRemain(id) };
    });
  }

  /** Everything that an account has not sent yet, ready to be written to a file. */
  unsent(id: AccountId): unknown {
    const account = this.#account(id);
    return this.#files.withStore(id, (store) => unsentOf(store, account, this.#options.now()));
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#leave());
  }

  async #enter(account: Account): Promise<void> {
    if (this.#open?.account.id === account.id) return;
    const { registry, practice, now, newId, random, onChange, onStatus, onBulk, onAccounts } =
      this.#options;
    const server = account.practice ? await practice.address() : account.server;
    if (account.practice) registry.accounts.setServer(account.id, server);
    const session = openAccountSession({
      account: { ...account, server },
      path: this.#files.path(account.id),
      now,
      newId,
      random,
      settings: () => {
        const { syncEveryMinutes, forcedOffline, parallelWrites } = registry.settings.get();
        return { everyMinutes: syncEveryMinutes, forcedOffline, parallelWrites };
      },
      onChange,
      onStatus,
      onBulk,
      onDamaged: () => void this.#reopen(account),
      reportFault: this.#options.reportFault,
    });
    // Only now, so that an account that cannot be opened leaves the other one at work.
    await this.#leave();
    this.#open = session;
    registry.active.set(account.id);
    onAccounts();
    if (!account.practice) this.#passwords.forgetOldPause(session);
    // Its own at once: the keychain may take its time before sync says anything.
    onStatus(session.engine.status());
    if (account.practice) {
      registerSampleGroups(session.store);
      session.password.current = practicePassword;
      session.engine.start();
      return;
    }
    // The keychain may take its time or ask the user; the data is on screen meanwhile.
    void this.#passwords.unlock(session);
  }

  /** Closes an account whose database is damaged and opens it again, which recovers it. */
  async #reopen(account: Account): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#open?.account.id !== account.id) return;
      await this.#leave();
      await this.#enter(account);
      // A failure shows as no account being open; the next start tries again.
    }).catch(() => this.#options.onAccounts());
  }

  async #leave(): Promise<void> {
    const session = this.#open;
    if (session === null) return;
    this.#open = null;
    this.#leaving = session;
    try {
      await session.stop();
    } finally {
      this.#leaving = null;
      session.store.close();
    }
  }

  #passwordGiven(id: AccountId, password: string): void {
    const session = this.#open;
    if (session?.account.id === id) this.#passwords.goOn(session, password);
    else this.#files.withStore(id, (store) => store.facts.set('queuePaused', null));
  }

  #account(id: AccountId): Account {
    const account = this.#options.registry.accounts.get(id);
    if (account === null) throw new LibretaError('accountUnknown');
    return account;
  }

  /** One account that cannot be read must not hide the others; acting on it says what is wrong. */
  #unsentIfReadable(id: AccountId): number {
    try {
      return this.#files.withStore(id, unsentCount);
    } catch {
      return 0;
    }
  }

  /** Changes of the open account follow one another. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const result = this.#changing.then(change, change);
    this.#changing = result;
    return result;
  }
}

function unsentCount(store: AccountStore): number {
  const { waiting, needsYou } = store.outbox.counts();
  return waiting + needsYou;
}
