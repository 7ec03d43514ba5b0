import type { KeychainView } from '#shared/ipc/views.ts';
import type { Vault } from '../credentials/vault.ts';

/**
 * What is known of the keychain, without waiting for it: it may take its time or ask the user. Whoever looks
 * before it has answered makes it be asked, once, and `answered` is called when it has.
 */
export function keychainState(vault: Vault, answered: () => void): () => KeychainView {
  let asked = false;

  async function ask(): Promise<void> {
    if (asked) return;
    asked = true;
    await vault.availability();
    asked = false;
    answered();
  }

  return () => {
    const { found } = vault;
    if (found === null) {
      void ask();
      return { kind: 'asking' };
    }
    return found.kind === 'keychain' ? found : { kind: 'none', reason: found.reason };
  };
}
