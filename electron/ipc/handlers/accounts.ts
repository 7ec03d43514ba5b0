import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import { writeUnsent } from '../../account/unsentExport.ts';
import type { HandlersOf } from '../handler.ts';

type Channels =
  | 'accounts.overview'
  | 'accounts.signIn'
  | 'accounts.practice'
  | 'accounts.switchTo'
  | 'accounts.renewPassword'
  | 'accounts.askKeychain'
  | 'accounts.signOut'
  | 'accounts.exportUnsent'
  | 'accounts.recoveryReport'
  | 'accounts.dismissRecoveryReport';

export function accountHandlers(
  desk: AccountDesk,
  chooseSavePath: (suggestedName: string) => Promise<string | null>,
): HandlersOf<Channels> {
  return {
    'accounts.overview': () => desk.overview(),
    'accounts.signIn': (request) => desk.signIn(request),
    'accounts.practice': () => desk.practice(),
    'accounts.switchTo': async ({ accountId }) => {
      await desk.switchTo(accountId);
    },
    'accounts.renewPassword': ({ accountId, password, keep }) =>
      desk.renewPassword(accountId, password, keep),
    'accounts.askKeychain': () => {
      desk.askKeychain();
      return undefined;
    },
    'accounts.signOut': ({ accountId, discardUnsent }) => desk.signOut(accountId, discardUnsent),
    'accounts.exportUnsent': async ({ accountId }) => {
      const unsent = desk.unsent(accountId);
      const path = await chooseSavePath('libreta-unsent.json');
      if (path === null) return { path };
      try {
        await writeUnsent(path, unsent);
      } catch (error) {
        throw new LibretaError(isDiskFull(error) ? 'diskFull' : 'readOnly', { detail: path });
      }
      return { path };
    },
    'accounts.recoveryReport': () => desk.currentOrNull?.store.safety.report() ?? null,
    'accounts.dismissRecoveryReport': () => {
      desk.currentOrNull?.store.safety.dismissReport();
    },
  };
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
