import type { Intent } from '#shared/domain/intent.ts';

/** Whether a change carries values that can be shown one by one; the others say all in their sentence. */
export function hasValues(intent: Intent): boolean {
  return ['addContact', 'editContact', 'deleteContact', 'createGroup'].includes(intent.kind);
}
