/**
 * Where the app keeps the password of an account: in the system's keychain, or, where none works,
 * in memory until the app closes. There is no third place: no file, no setting, no fallback.
 */
import type { AccountId } from '#shared/domain/ids.ts';
import type { Keychain } from './keychain.ts';
import type { Unavailable } from './protocol.ts';
import type { UnavailableReason } from './reason.ts';

interface Refusal {
  readonly reason: UnavailableReason;
  /** The system's own words, for diagnosis; never holds a password. */
  readonly detail: string;
}

export type Availability = { readonly kind: 'keychain' } | ({ readonly kind: 'none' } & Refusal);

export type RememberResult =
  /** In the keychain, read back and found equal. */
  | { readonly kind: 'remembered' }
  /** Not kept anywhere yet; `rememberForSession` is what is left. */
  | ({ readonly kind: 'sessionOnly' } & Refusal);

export type PasswordResult =
  | { readonly kind: 'known'; readonly password: string; readonly where: 'keychain' | 'session' }
  /** The keychain works and shows no password: its keyring may be locked, or the entry was removed. Ask; never sign out. */
  | { readonly kind: 'lockedOrGone' }
  | ({ readonly kind: 'unavailable' } & Refusal);

export type ForgetResult =
  | { readonly kind: 'forgotten' }
  /** Forgotten here, but the keychain could not be reached and may still hold it. */
  | ({ readonly kind: 'mayRemain' } & Refusal);

export class Vault {
  readonly #keychain: Keychain;
  readonly #session = new Map<AccountId, string>();
  /** How often a password was given for the session: what was to be remembered before is out of date. */
  readonly #given = new Map<AccountId, number>();
  #found: Availability | null = null;
  /** Nothing has happened since that speaks against what was found. */
  #holds = false;
  #probing: Promise<Availability> | null = null;
  #changes: Promise<unknown> = Promise.resolve();

  constructor(keychain: Keychain) {
    this.#keychain = keychain;
  }

  /** What is known of the keychain, without waiting; null before the end of the first probe. */
  get found(): Availability | null {
    return this.#found;
  }

  /**
   * Whether the keychain works, by a probe; kept until `again` or a failure. It may take as long as a user
   * takes to answer the system's prompt; whoever asks meanwhile causes no second one.
   */
  availability(how: 'cached' | 'again' = 'cached'): Promise<Availability> {
    if (how === 'cached' && this.#holds && this.#found !== null)
      return Promise.resolve(this.#found);
    this.#probing ??= this.#probe().finally(() => (this.#probing = null));
    return this.#probing;
  }

  /** Puts a password that the user gave into the keychain, and believes it only after reading it back. */
  remember(account: AccountId, password: string): Promise<RememberResult> {
    const given = this.#given.get(account);
    const isNewest = (): boolean => this.#given.get(account) === given;
    return this.#inTurn(async () => {
      if (!isNewest()) return { kind: 'sessionOnly', ...newerGiven };
      const availability = await this.availability('again');
      if (availability.kind === 'none') return { ...availability, kind: 'sessionOnly' };
      const written = await this.#keychain.write(account, password);
      if (written.code === 'unavailable') return this.#failed('sessionOnly', written);
      const read = await this.#keychain.read(account, 'unlocked');
      switch (read.code) {
        case 'unavailable':
          return this.#failed('sessionOnly', read);
        case 'missing':
          return this.#failed('sessionOnly', notReadBack);
        case 'ok':
          if (read.password !== password || !isNewest()) {
            // A wrong password left behind would be sent to Afilnet at the next start.
            await this.#keychain.remove(account, 'unlocked');
            return isNewest()
              ? this.#failed('sessionOnly', notReadBack)
              : { kind: 'sessionOnly', ...newerGiven };
          }
          this.#session.delete(account);
          return { kind: 'remembered' };
      }
    });
  }

  /** Keeps a password in memory until the app closes. It goes before the one in the keychain. */
  rememberForSession(account: AccountId, password: string): void {
    this.#session.set(account, password);
    this.#given.set(account, (this.#given.get(account) ?? 0) + 1);
  }

  /** The password of an account. Reading changes nothing, whatever it finds. */
  async password(account: AccountId): Promise<PasswordResult> {
    const held = this.#session.get(account);
    if (held !== undefined) return { kind: 'known', password: held, where: 'session' };
    const availability = await this.availability();
    if (availability.kind === 'none') return { ...availability, kind: 'unavailable' };
    const read = await this.#keychain.read(account);
    switch (read.code) {
      case 'ok':
        return { kind: 'known', password: read.password, where: 'keychain' };
      case 'missing':
        // Perhaps locked since the probe. The next call probes first, and learns which it is;
        // doing so now would prompt a user twice who has just dismissed a prompt.
        this.#holds = false;
        return { kind: 'lockedOrGone' };
      case 'unavailable':
        return this.#failed('unavailable', read);
    }
  }

  /** Removes a password from memory and from the keychain. Other accounts and the account itself stay. */
  forget(account: AccountId): Promise<ForgetResult> {
    this.#session.delete(account);
    return this.#inTurn(async () => {
      // A locked keyring answers "nothing to remove"; after a probe that means what it says.
      const availability = await this.availability('again');
      if (availability.kind === 'none') return { ...availability, kind: 'mayRemain' };
      const removed = await this.#keychain.remove(account, 'unlocked');
      if (removed.code === 'unavailable') return this.#failed('mayRemain', removed);
      return { kind: 'forgotten' };
    });
  }

  async #probe(): Promise<Availability> {
    const probed = await this.#keychain.probe();
    this.#found =
      probed.code === 'ok'
        ? { kind: 'keychain' }
        : { kind: 'none', reason: probed.reason, detail: probed.detail };
    this.#holds = true;
    return this.#found;
  }

  /** An operation failed after a good probe, so the probe no longer holds. */
  #failed<Kind extends string>(kind: Kind, { reason, detail }: Unavailable) {
    this.#holds = false;
    return { kind, reason, detail };
  }

  /** Changes follow one another, so that each reads back its own password. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = this.#changes.then(change);
    this.#changes = result;
    return result;
  }
}

const newerGiven: Refusal = {
  reason: 'unknown',
  detail: 'Another password was given meanwhile, for this session alone.',
};

const notReadBack: Unavailable = {
  code: 'unavailable',
  reason: 'unknown',
  detail: 'The keychain took the password but did not give it back.',
};
