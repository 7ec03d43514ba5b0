import type { SyncStatus } from './views.ts';

/** Where sync stands while no account is open, and until it was heard of. */
export const noSync: SyncStatus = {
  connection: 'unknown',
  queue: 'idle',
  waiting: 0,
  needsYou: 0,
  held: 0,
  lastSyncAt: null,
  nextTryAt: null,
  work: null,
  problem: null,
};
