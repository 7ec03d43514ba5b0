import type { LibretaBridge } from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    /** What the preload offers: one method per channel of the contract. */
    readonly libreta: LibretaBridge;
  }
}
