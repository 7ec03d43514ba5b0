/** The keychain operations on keytar itself; runs only inside the keychain process. */
import { randomUUID } from 'node:crypto';
import { reasonOf } from './reason.ts';
import { keychainService, type KeychainAnswer, type KeychainRequest } from './protocol.ts';

/** The part of keytar that is used. `findCredentials` is not: it ends the process on a locked keyring. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Loads keytar when it is first needed, so that a missing library is an answer and not a crash. */
export async function loadKeytar(): Promise<Keytar> {
  const loaded: Keytar & { readonly default?: Keytar } = await import('keytar');
  return loaded.default ?? loaded;
}

const detailLength = 300;
const probeService = `${keychainService} probe`;

/** Carries out one request. Never throws; no answer but `found` holds a secret. */
export async function perform(
  request: KeychainRequest,
  load: () => Promise<Keytar>,
): Promise<KeychainAnswer> {
  try {
    const keytar = await load();
    switch (request.operation) {
      case 'probe':
        return await probe(keytar);
      case 'read': {
        const password = await keytar.getPassword(keychainService, request.account);
        return password === null ? { code: 'missing' } : { code: 'found', password };
      }
      case 'write':
        await keytar.setPassword(keychainService, request.account, request.password);
        return { code: 'done' };
      case 'remove': {
        const removed = await keytar.deletePassword(keychainService, request.account);
        return { code: removed ? 'done' : 'missing' };
      }
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const secret = request.operation === 'write' ? request.password : '';
    return failed(secret === '' ? text : text.replaceAll(secret, '…'));
  }
}

/**
 * Writes, reads and removes a value of no worth: the only sign that the keychain works,
 * since reading answers "nothing" just as calmly where no keyring exists or it is locked.
 * Each probe has a name of its own: two that share one would take each other's value away.
 */
async function probe(keytar: Keytar): Promise<KeychainAnswer> {
  const probeAccount = `probe ${randomUUID()}`;
  const written = randomUUID();
  await keytar.setPassword(probeService, probeAccount, written);
  const read = await keytar.getPassword(probeService, probeAccount);
  const removed = await keytar.deletePassword(probeService, probeAccount);
  if (read !== written) return failed('The probe was written but could not be read back.');
  if (!removed) return failed('The probe was written but could not be removed.');
  return { code: 'done' };
}

function failed(text: string): KeychainAnswer {
  return { code: 'unavailable', reason: reasonOf(text), detail: text.slice(0, detailLength) };
}
