import type { EntryView, SyncStatus } from '#shared/ipc/views.ts';
import { mergeable } from './existsFields.ts';

/**
 * Whether trying an entry again does anything: a question is answered so, unless it has choices of its own; what
 * waits is tried now, unless nothing may be sent.
 */
export function mayRetry(
  { state, intent }: Pick<EntryView, 'state' | 'intent'>,
  { connection, queue }: Pick<SyncStatus, 'connection' | 'queue'>,
): boolean {
  if (state.kind !== 'needsYou') {
    const waits = state.kind === 'retrying' || state.kind === 'waiting';
    return waits && connection !== 'forcedOffline' && queue !== 'signIn';
  }
  switch (state.question.kind) {
    case 'rejected':
    case 'groupGone':
    case 'notUnderstood':
    case 'noProgress':
      return true;
    case 'exists':
      return !mergeable(state.question, intent);
    case 'conflict':
    case 'deletedThere':
    case 'createdUnknown':
    case 'cannotCarry':
    case 'storedDifferently':
      return false;
  }
}
