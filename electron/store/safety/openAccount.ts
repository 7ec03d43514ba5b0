/** Opening an account so that damage is mended: the one way in for the application. */
import { openAccountStore, type AccountStore, type AccountStoreOptions } from '../accountStore.ts';
import { accountFiles } from './accountFiles.ts';
import { isDamagedError } from './damage.ts';
import { finishRecovery, recover } from './recovery.ts';

/**
 * As `openAccountStore`, but true corruption leads to a recovery, of which `store.safety.report()` tells.
 * @throws LibretaError diskFull, readOnly, databaseBusy, databaseFromNewerVersion: nothing is repaired for those
 */
export function openAccount(options: AccountStoreOptions): AccountStore {
  const files = accountFiles(options.path);
  finishRecovery(files, options.now());
  try {
    return openAccountStore(options);
  } catch (error) {
    if (!isDamagedError(error)) throw error;
    recover(files, error.coded.detail ?? '', options.now());
  }
  return openAccountStore(options);
}
