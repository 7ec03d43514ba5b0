/** A harmed account is opened as often as it takes until a check of the whole file finds nothing. */
import { LibretaError } from '#shared/ipc/errors.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import { openAccount } from '../../../electron/store/safety/openAccount.ts';
import type { AccountStore, AccountStoreOptions } from '../../../electron/store/accountStore.ts';
import { mendVersion } from '../../damage/run.ts';

const never = new AbortController().signal;
const mostOpenings = 4;

/** Answers the groups that are there; throws where the account is damaged again and again. */
export async function mend(options: AccountStoreOptions): Promise<GroupId[]> {
  for (let opening = 1; opening <= mostOpenings; opening += 1) {
    const store = opened(options);
    if (store === null) continue;
    try {
      const { kind } = await store.safety.backup(never);
      if (kind !== 'damaged') return store.groups.all().map(({ id }) => id);
    } catch (error) {
      if (codeOf(error) !== 'databaseDamaged') throw error;
    } finally {
      store.close();
    }
  }
  throw new Error('damaged again at every opening');
}

/** Null for a file whose header came to name a newer version: it is refused, left alone, and given its own again. */
function opened(options: AccountStoreOptions): AccountStore | null {
  try {
    return openAccount(options);
  } catch (error) {
    if (codeOf(error) !== 'databaseFromNewerVersion') throw error;
    mendVersion(options.path);
    return null;
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof LibretaError ? error.coded.code : null;
}
