/**
 * Where the app keeps the password of an account: in the system's keychain, or, where none works,
 * in memory until the app closes. There is no third place: no file, no setting, no fallback.
 */
import type { AccountId } from '#shared/domain/ids.ts';
import type { KeychainEntries, KeychainEntry } from '../store/keychainEntries.ts';
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
  readonly #entries: KeychainEntries;
  /** What the disk may not have taken. */
  readonly #noted = new Map<AccountId, KeychainEntry | null>();
  /** What the keychain gave since the start. */
  readonly #read = new Map<AccountId, string>();
  readonly #session = new Map<AccountId, string>();
  /** How often a password was given for the session: what was to be remembered before is out of date. */
  readonly #given = new Map<AccountId, number>();
  #found: Availability | null = null;
  /** Nothing has happened since that speaks against what was found. */
  #holds = false;
  #probing: Promise<Availability> | null = null;
  #changes: Promise<unknown> = Promise.resolve();

  /** `entries`: what may be in the keychain from earlier, and outlives this start of the app. */
  constructor(keychain: Keychain, entries: KeychainEntries) {
    this.#keychain = keychain;
    this.#entries = entries;
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

  /** No keychain answered, and now one may: nothing is known of it until somebody asks. */
  askAnew(): void {
    if (this.#found?.kind !== 'none' || this.#probing !== null) return;
    this.#found = null;
    this.#holds = false;
  }

  /** Puts a password that the user gave into the keychain, and believes it only after reading it back. */
  remember(account: AccountId, password: string): Promise<RememberResult> {
    const given = this.#given.get(account);
    const isNewest = (): boolean => this.#given.get(account) === given;
    return this.#inTurn(async () => {
      if (!isNewest()) return { kind: 'sessionOnly', ...newerGiven };
      const availability = await this.availability('again');
      if (!isNewest()) return { kind: 'sessionOnly', ...newerGiven };
      if (availability.kind === 'none') return { ...availability, kind: 'sessionOnly' };
      // Not to be trusted before it was read back, whatever happens to the app meanwhile.
      this.#note(account, 'outdated');
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
            await this.#removeFromKeychain(account);
            return isNewest()
              ? this.#failed('sessionOnly', notReadBack)
              : { kind: 'sessionOnly', ...newerGiven };
          }
          this.#note(account, 'wanted');
          this.#read.set(account, password);
          this.#session.delete(account);
          return { kind: 'remembered' };
      }
    });
  }

  /**
   * Keeps a password in memory until the app closes; it goes before the one in the keychain. That is out of date where it
   * is known to be another, and stays where nobody could look.
   */
  rememberForSession(account: AccountId, password: string): void {
    const read = this.#read.get(account);
    if (read !== undefined && read !== password) this.outdate(account);
    this.#session.set(account, password);
    this.#given.set(account, (this.#given.get(account) ?? 0) + 1);
  }

  /** The password of an account. Reading changes nothing, whatever it finds. */
  async password(account: AccountId): Promise<PasswordResult> {
    const held = this.#session.get(account);
    if (held !== undefined) return { kind: 'known', password: held, where: 'session' };
    const availability = await this.availability();
    if (availability.kind === 'none') return { ...availability, kind: 'unavailable' };
    if (this.#entryOf(account) === 'outdated') return { kind: 'lockedOrGone' };
    const read = await this.#keychain.read(account);
    switch (read.code) {
      case 'ok': {
        this.#read.set(account, read.password);
        const given = this.#session.get(account);
        if (given === undefined)
          return { kind: 'known', password: read.password, where: 'keychain' };
        // Given while the keychain was being read.
        if (given !== read.password) this.outdate(account);
        return { kind: 'known', password: given, where: 'session' };
      }
      case 'missing':
        // Perhaps locked since the probe. The next call probes first, and learns which it is;
        // doing so now would prompt a user twice who has just dismissed a prompt.
        this.#holds = false;
        return { kind: 'lockedOrGone' };
      case 'unavailable':
        return this.#failed('unavailable', read);
    }
  }

  /**
   * Removes a password from memory and from the keychain. Other accounts and the account itself stay. What the
   * keychain does not give up now is never used again, and removed when it answers.
   */
  forget(account: AccountId): Promise<ForgetResult> {
    this.#session.delete(account);
    return this.forgetKept(account);
  }

  /** The same in the keychain alone: the password in memory stays. One that holds nothing of the account is not asked. */
  forgetKept(account: AccountId): Promise<ForgetResult> {
    this.outdate(account);
    return this.#inTurn(async () => {
      // What was on its way there when this was asked has arrived.
      this.outdate(account);
      if (this.#entryOf(account) === null) return { kind: 'forgotten' };
      // A locked keyring answers "nothing to remove"; after a probe that means what it says.
      const availability = await this.availability('again');
      if (availability.kind === 'none') return { ...availability, kind: 'mayRemain' };
      return this.#removeFromKeychain(account);
    });
  }

  /** A password was given while no keychain answered, and now one may: what is another there is removed. */
  async compareKept(account: AccountId): Promise<void> {
    if (!this.#session.has(account) || this.#entryOf(account) !== 'wanted') return;
    if ((await this.availability()).kind === 'none') return;
    const read = await this.#keychain.read(account);
    const given = this.#session.get(account);
    if (read.code === 'ok' && given !== undefined && given !== read.password)
      await this.forgetKept(account);
  }

  /** Whether the keychain may still hold a password of an account, wanted or not. */
  mayHold(account: AccountId): boolean {
    return this.#entryOf(account) !== null;
  }

  async #removeFromKeychain(account: AccountId): Promise<ForgetResult> {
    const removed = await this.#keychain.remove(account, 'unlocked');
    if (removed.code === 'unavailable') return this.#failed('mayRemain', removed);
    this.#note(account, null);
    return { kind: 'forgotten' };
  }

  /**
   * Behind a probe: what earlier starts of the app could not remove. One that is not seen stays noted, since the keyring
   * may have been locked again meanwhile.
   */
  #removeAllOutdated(): Promise<void> {
    return this.#inTurn(async () => {
      const outdated = new Set(this.#entries.outdated());
      for (const [account, entry] of this.#noted) if (entry === 'outdated') outdated.add(account);
      for (const account of outdated) {
        if (this.#noted.has(account) && this.#noted.get(account) !== 'outdated') continue;
        const removed = await this.#keychain.remove(account, 'unlocked');
        if (removed.code === 'unavailable') return;
        if (removed.code === 'ok') this.#note(account, null);
      }
    });
  }

  #entryOf(account: AccountId): KeychainEntry | null {
    const noted = this.#noted.get(account);
    return noted === undefined ? this.#entries.get(account) : noted;
  }

  /** What the keychain holds of an account is never used again, and removed when that is known to work. */
  outdate(account: AccountId): void {
    if (this.#entryOf(account) === 'wanted') this.#note(account, 'outdated');
  }

  #note(account: AccountId, entry: KeychainEntry | null): void {
    this.#noted.set(account, entry);
    try {
      this.#entries.set(account, entry);
    } catch {
      // A disk that takes nothing: it holds until the app closes.
    }
  }

  /** Nobody is asked any more, and what is under way ends at once. */
  async close(): Promise<void> {
    this.#keychain.close();
    await this.#changes.catch(() => undefined);
  }

  async #probe(): Promise<Availability> {
    const probed = await this.#keychain.probe();
    this.#found =
      probed.code === 'ok'
        ? { kind: 'keychain' }
        : { kind: 'none', reason: probed.reason, detail: probed.detail };
    this.#holds = true;
    if (probed.code === 'ok') void this.#removeAllOutdated();
    return this.#found;
  }

  /** An operation failed after a good probe, so the probe no longer holds. */
  #failed<Kind extends string>(kind: Kind, { reason, detail }: Unavailable) {
    this.#holds = false;
    return { kind, reason, detail };
  }

  /** Changes follow one another, so that each reads back its own password. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = this.#changes.then(change, change);
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
