/** A snapshot that would take away a suspicious share of a group is held and shown, not applied (rule 9). */
import type { HeldPull } from '#shared/ipc/views.ts';

/** Groups up to this size may shrink as they like, unless they come back empty. */
const small = 20;
const suspiciousShare = 0.1;

export interface Snapshot {
  /** Contacts that the mirror knows from the server, without those that we are deleting ourselves. */
  readonly known: number;
  /** How many of them the snapshot does not hold. */
  readonly missing: number;
  readonly arrived: number;
  readonly lostColumns: readonly string[];
}

/** Why the snapshot must be held, or null when it can be applied. */
export function suspicion(snapshot: Snapshot): HeldPull['reason'] | null {
  const { known, missing, arrived, lostColumns } = snapshot;
  if (arrived === 0 && missing > 0) return 'emptied';
  if (known > small && missing > known * suspiciousShare) return 'manyRemoved';
  return lostColumns.length > 0 ? 'columnLost' : null;
}
