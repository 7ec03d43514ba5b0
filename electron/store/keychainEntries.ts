import type { AccountId } from '#shared/domain/ids.ts';
import { coded, type Database } from './database.ts';

/** `outdated`: it is to be removed as soon as the keychain answers, and is never used until then. */
export type KeychainEntry = 'wanted' | 'outdated';

/**
 * What may be in the system's keychain, by account: the passwords themselves never are in here. An entry outlives its
 * account, since whoever signs out does not wait for a keychain that does not answer.
 */
export interface KeychainEntries {
  /** Null where the keychain holds nothing of the account. */
  readonly get: (account: AccountId) => KeychainEntry | null;
  /** With those of accounts that are gone. */
  readonly outdated: () => AccountId[];
  /** @throws LibretaError when the disk takes nothing */
  readonly set: (account: AccountId, entry: KeychainEntry | null) => void;
}

export function keychainEntriesOn(db: Database): KeychainEntries {
  const read = db
    .prepare<[string], 0 | 1>('SELECT wanted FROM keychain_entries WHERE account_id = ?')
    .pluck();
  const outdated = db
    .prepare<[], AccountId>(
      `
      SELECT account_id FROM keychain_entries
      WHERE wanted = 0 OR account_id NOT IN (SELECT id FROM accounts)`,
    )
    .pluck();
  const write = db.prepare(`
    INSERT INTO keychain_entries (account_id, wanted) VALUES (?, ?)
    ON CONFLICT (account_id) DO UPDATE SET wanted = excluded.wanted`);
  const erase = db.prepare('DELETE FROM keychain_entries WHERE account_id = ?');
  return {
    get(account) {
      const wanted = read.get(account);
      return wanted === undefined ? null : wanted === 1 ? 'wanted' : 'outdated';
    },
    outdated: () => outdated.all(),
    set(account, entry) {
      coded(() =>
        entry === null ? erase.run(account) : write.run(account, entry === 'wanted' ? 1 : 0),
      );
    },
  };
}
