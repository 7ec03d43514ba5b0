/**
 * What becomes of a list that lacks too much: it is held until the user decides, and the next read carries that out
 * if it shows no more loss than the user was shown. A list that is whole again ends it by itself.
 */
import type { ServerId } from '#shared/domain/ids.ts';
import type { HeldPull } from '#shared/ipc/views.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { LinkedContact } from '../store/contacts.ts';
import { keepColumns, keepContacts, keepValues } from '../store/edits/keep.ts';
import type { Group } from '../store/groups.ts';
import { suspicion } from './guard.ts';

/** Contacts that are queued again in one transaction. */
const keptAtOnce = 250;

/**
 * `pass`: what is missing may go. `byWord`: it may go because the user said so, as long as they say so.
 * `kept`: nothing that mattered is missing any more. `held`: not to be applied.
 */
export type Passage = 'pass' | 'byWord' | 'kept' | 'held' | 'cancelled';

export interface Passing {
  readonly pause: () => Promise<void>;
  readonly isOver: () => boolean;
}

/** Contacts first: the snapshot against what the mirror knows from the server. */
export async function passContacts(
  store: AccountStore,
  group: Group,
  known: readonly LinkedContact[],
  there: ReadonlySet<ServerId>,
  passing: Passing,
): Promise<Passage> {
  const missing = known.filter(({ server_id }) => !there.has(server_id));
  const counts = { known: known.length, missing: missing.length, arrived: there.size };
  const suspicious = suspicion({ ...counts, lostColumns: [] });
  const held = heldContacts(store, group);
  // Once asked, what is missing goes by the user's word alone, however little it has become.
  const reason = suspicious ?? (held === null ? null : 'manyRemoved');
  if (missing.length === 0 || reason === null) return 'pass';
  const asShown = held !== null && missing.length <= held.removed;
  if (asShown && held.decision === 'keep') return keepMissing(store, group, missing, passing);
  if (asShown && held.decision === 'apply') return 'byWord';
  hold(store, group, { ...nothingLost, reason, ...removal(counts) });
  return 'held';
}

/** Whether the user still wants applied what they wanted applied. */
export function stillApplies(store: AccountStore, group: Group): boolean {
  return heldContacts(store, group)?.decision === 'apply';
}

/** A list was applied, or was whole: there is nothing to decide any more. Lost columns are another matter. */
export function endHoldOfContacts(store: AccountStore, group: Group): void {
  if (heldContacts(store, group) !== null) store.groups.setHeld(group.id, null);
}

async function keepMissing(
  store: AccountStore,
  group: Group,
  missing: readonly LinkedContact[],
  { pause, isOver }: Passing,
): Promise<Passage> {
  for (let start = 0; start < missing.length; start += keptAtOnce) {
    if (isOver()) return 'cancelled';
    // The user may change their mind at any time; what is queued by then can be discarded.
    if (heldContacts(store, group)?.decision !== 'keep') return 'held';
    keepContacts(
      store,
      missing.slice(start, start + keptAtOnce).map(({ id }) => id),
    );
    await pause();
  }
  return 'kept';
}

/** Columns that a snapshot lacks: `pass` once they may go, `kept` once they are queued to be added again. */
export async function passColumns(
  store: AccountStore,
  group: Group,
  lost: readonly string[],
  passing: Passing,
): Promise<Passage> {
  const held = store.groups.get(group.id)?.held ?? null;
  const ofColumns = held?.reason === 'columnLost' ? held : null;
  if (lost.length === 0) {
    if (ofColumns !== null) endHold(store, group);
    return 'pass';
  }
  const asShown = ofColumns !== null && lost.every((column) => ofColumns.columns.includes(column));
  if (!asShown || ofColumns.decision === null) {
    const values = store.contacts.countWithColumns(group.id, lost);
    const of = store.contacts.count(group.id);
    hold(store, group, { reason: 'columnLost', removed: 0, of, columns: [...lost], values });
    return 'held';
  }
  if (ofColumns.decision === 'apply') {
    endHold(store, group);
    return 'pass';
  }
  return keepLostColumns(store, group, lost, passing);
}

/** The values first: once the columns are queued, the next read no longer misses them. */
async function keepLostColumns(
  store: AccountStore,
  group: Group,
  lost: readonly string[],
  { pause, isOver }: Passing,
): Promise<Passage> {
  for (const column of lost) {
    let after: number | null = 0;
    while (after !== null) {
      if (isOver()) return 'cancelled';
      after = keepValues(store, group.id, column, { after, limit: keptAtOnce });
      await pause();
    }
  }
  if (isOver()) return 'cancelled';
  store.transaction(() => {
    keepColumns(store, group.id, lost);
    endHold(store, group);
  });
  return 'kept';
}

function endHold(store: AccountStore, group: Group): void {
  store.transaction(() => {
    store.groups.setHeld(group.id, null);
    store.touch.groups();
  });
}

type Loss = Omit<HeldPull, 'heldAt' | 'decision'>;

const nothingLost = { columns: [], values: 0 };

function removal({ missing, known }: { missing: number; known: number }): {
  removed: number;
  of: number;
} {
  return { removed: missing, of: known };
}

/** Asks, with the counts of this snapshot. The same loss again is the same question. */
function hold(store: AccountStore, group: Group, loss: Loss): void {
  const held = store.groups.get(group.id)?.held ?? null;
  if (held !== null && held.decision === null && sameLoss(held, loss)) return;
  store.transaction(() => {
    store.groups.setHeld(group.id, { ...loss, heldAt: store.now(), decision: null });
    store.touch.groups();
  });
}

function sameLoss(held: HeldPull, loss: Loss): boolean {
  return (
    held.reason === loss.reason &&
    held.removed === loss.removed &&
    held.of === loss.of &&
    held.values === loss.values &&
    held.columns.length === loss.columns.length &&
    held.columns.every((column, index) => column === loss.columns[index])
  );
}

function heldContacts(store: AccountStore, group: Group): HeldPull | null {
  const held = store.groups.get(group.id)?.held ?? null;
  return held?.reason === 'columnLost' ? null : held;
}
