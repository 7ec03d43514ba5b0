/** What of a group's queue can go now: the first entry of each contact, sorted by how it travels. Pure. */
import type { ContactId, EntryId } from '#shared/domain/ids.ts';
import { columnsOf, type ContactIntent } from '#shared/domain/intent.ts';
import { waitFor } from '../backoff.ts';
import type { ContactEntry, Entry } from '../../store/entry.ts';
import { columnsBeingAdded, isContactEntry } from '../../store/outbox.ts';

export interface Plan {
  /** Outcomes that are not known: a read settles them. */
  readonly toCheck: readonly ContactEntry[];
  readonly deletes: readonly ContactEntry[];
  readonly edits: readonly ContactEntry[];
  /** Adds that travel in a list. */
  readonly adds: readonly ContactEntry[];
  /** Adds that a list left out in silence: sent alone, so that a refusal has a code. */
  readonly singleAdds: readonly ContactEntry[];
}

/**
 * `now` in milliseconds since 1970: what is backing off is left out, and so is all that stands behind it.
 * `staying`: deletions whose contact must not go before another one has arrived.
 */
export function planFor(
  entries: readonly Entry[],
  now: number,
  staying: ReadonlySet<EntryId>,
): Plan {
  const heads = firstOfEach(entries.filter(isContactEntry)).filter(
    (entry) => waitFor(entry.nextTryAt, now) === 0,
  );
  const adding = columnsBeingAdded(entries);
  const waiting = heads.filter(
    ({ phase, intent }) => phase === 'waiting' && !touches(intent, adding),
  );
  const adds = waiting.filter(({ intent }) => intent.kind === 'addContact');
  return {
    toCheck: heads.filter(({ phase }) => phase === 'unknown' || phase === 'sent'),
    deletes: waiting.filter(
      ({ id, intent }) => intent.kind === 'deleteContact' && !staying.has(id),
    ),
    edits: waiting.filter(({ intent }) => intent.kind === 'editContact'),
    adds: adds.filter(({ failure }) => failure?.class !== 'notStored'),
    singleAdds: adds.filter(({ failure }) => failure?.class === 'notStored'),
  };
}

export function writesIn(plan: Plan): number {
  return plan.deletes.length + plan.edits.length + plan.adds.length + plan.singleAdds.length;
}

/** A value waits for its column: a server may drop what it has no column for. */
function touches(intent: ContactIntent, columns: ReadonlySet<string>): boolean {
  return columns.size > 0 && columnsOf(intent).some((column) => columns.has(column));
}

function firstOfEach(entries: readonly ContactEntry[]): ContactEntry[] {
  const first = new Map<ContactId, ContactEntry>();
  for (const entry of entries) {
    if (!first.has(entry.contactId)) first.set(entry.contactId, entry);
  }
  return [...first.values()];
}
