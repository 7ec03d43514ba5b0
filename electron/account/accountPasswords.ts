/** The passwords of this machine's accounts: where each is kept, and how the account at work comes by its own. */
import type { AccountId } from '#shared/domain/ids.ts';
import type { GivenPassword } from '#shared/ipc/views.ts';
import type { Vault } from '../credentials/vault.ts';
import type { AccountSession } from './accountSession.ts';

/** Where a user wants a password to be. */
export type WantedPlace = 'keychain' | 'session';
export type PasswordPlace = WantedPlace | 'none';
/** `session`: for want of a keychain; `notInKeychain`: since the user wants it so. */
export type Keep = WantedPlace | 'notInKeychain';

export class AccountPasswords {
  readonly #vault: Vault;
  readonly #atWork: () => AccountSession | null;
  readonly #onAccounts: () => void;
  readonly #places = new Map<AccountId, PasswordPlace>();

  /** `atWork`: the account that is open now. `onAccounts`: told when what is known of a password has changed. */
  constructor(vault: Vault, atWork: () => AccountSession | null, onAccounts: () => void) {
    this.#vault = vault;
    this.#atWork = atWork;
    this.#onAccounts = onAccounts;
  }

  placeOf(id: AccountId): PasswordPlace {
    return this.#places.get(id) ?? 'none';
  }

  /** As it was when the user chose: the keychain may answer while the password is checked. */
  chosen(wanted: WantedPlace): Keep {
    const wasOffered = this.#vault.found?.kind !== 'none';
    return wanted === 'session' && wasOffered ? 'notInKeychain' : wanted;
  }

  /** The keychain where it works and is wanted; memory until the app closes otherwise, and until it has answered. */
  async keep(id: AccountId, password: string, keep: Keep): Promise<GivenPassword> {
    this.#vault.rememberForSession(id, password);
    this.#places.set(id, 'session');
    // What the keychain is just reading is older.
    const session = this.#atWork();
    if (session?.account.id === id) session.password.current = password;
    if (keep === 'notInKeychain') {
      this.#vault.outdate(id);
      // One that does not answer now loses it when it does.
      if (this.#vault.found?.kind !== 'none') void this.#vault.forgetKept(id);
    }
    if (keep !== 'keychain') return 'session';
    const kept = this.#vault.remember(id, password).then(({ kind }) => {
      if (kind !== 'remembered') return 'session';
      // It may have been signed out meanwhile.
      if (this.#places.has(id)) this.#places.set(id, 'keychain');
      this.#onAccounts();
      return 'keychain';
    });
    return (await this.#unlessAsking(kept)) ?? 'asking';
  }

  /** Lets the account at work go on with a password that its user gave. */
  goOn(session: AccountSession, password: string): void {
    session.password.current = password;
    // It need not wait for a keychain that has not answered.
    session.engine.start();
    void session.engine.passwordRenewed();
    this.#onAccounts();
  }

  /** Fetches the password and lets sync begin; without one the queue waits and the user is asked. */
  async unlock(session: AccountSession): Promise<void> {
    const { id } = session.account;
    const found = await this.#vault.password(id);
    if (this.#atWork() !== session) return;
    try {
      if (session.password.current !== null) {
        // Given by hand while the keychain was still thinking.
      } else if (found.kind === 'known') {
        session.password.current = found.password;
        this.#places.set(id, found.where);
      } else {
        this.#places.set(id, 'none');
        session.engine.passwordMissing();
      }
    } finally {
      session.engine.start();
      this.#onAccounts();
    }
  }

  /** Whether the password is missing is known when the keychain has answered, not from the last start. */
  forgetOldPause({ engine }: AccountSession): void {
    try {
      engine.passwordMayBeFound();
    } catch {
      // A disk that takes nothing: the pause stays until the keychain has answered.
    }
  }

  /** The user says that the keychain may answer now. Waits for nothing, as the start does. */
  askKeychain(): void {
    this.#vault.askAnew();
    this.#onAccounts();
    const session = this.#atWork();
    if (session === null || session.account.practice) return;
    if (session.password.current === null) void this.#lookAgain(session);
    else void this.#vault.compareKept(session.account.id);
  }

  /** The password of an account at work that had none at hand. */
  async #lookAgain(session: AccountSession): Promise<void> {
    const { id } = session.account;
    const found = await this.#vault.password(id);
    if (found.kind !== 'known' || this.#atWork() !== session || session.password.current !== null)
      return;
    this.#places.set(id, found.where);
    session.password.current = found.password;
    // One that Afilnet refused before is not tried again: accounts can lock.
    this.forgetOldPause(session);
    session.engine.start();
    session.engine.wakeUp();
    this.#onAccounts();
  }

  /** Takes a password off this machine; one that the keychain does not give up now, when it does. */
  async forget(id: AccountId): Promise<void> {
    await this.#unlessAsking(this.#vault.forget(id));
    this.#places.delete(id);
  }

  /** Whether the keychain may still hold a password that was forgotten. */
  mayRemain(id: AccountId): boolean {
    return this.#vault.mayHold(id);
  }

  /** What comes of the keychain; undefined where it has not answered anything yet, and may be asking the user. */
  async #unlessAsking<T>(answer: Promise<T>): Promise<T | undefined> {
    return this.#vault.found === null ? undefined : answer;
  }
}
