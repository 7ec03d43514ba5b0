/** What stands in the keyring of the session, as another program of the same user sees it. Linux only. */
import { spawnSync } from 'node:child_process';
import { keychainService } from '../../../electron/credentials/protocol.ts';

/** The password of an account; null where there is none. */
export function inKeyring(accountId: string): string | null {
  const { error, status, stdout } = spawnSync(
    'secret-tool',
    ['lookup', 'service', keychainService, 'account', accountId],
    { encoding: 'utf8' },
  );
  if (error !== undefined) throw error;
  return status === 0 ? stdout : null;
}
