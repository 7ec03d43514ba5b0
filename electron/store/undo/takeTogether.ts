/**
 * Contacts of a step of which one took the place of another: moved, moved back, or merged. What the one has, the other
 * has no more, so none of them is taken away before the other stands: refused is then both, and nothing is lost.
 */
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { Direction } from '#shared/domain/step.ts';
import { LibretaError, type CodedError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import { isOfTheFile } from '../database.ts';
import { contactBack, type ContactOutcome } from './contactBack.ts';
import type { Move } from './image.ts';

export interface Refusal {
  readonly id: ContactId;
  readonly why: CodedError;
}

export type Taken = ReadonlyMap<ContactId, ContactOutcome | Refusal>;

export interface Together {
  /** Those of the step that are tied to each other, in the order in which they are tried. */
  readonly members: readonly ContactId[];
  /** What must stand where a contact is taken, by its present id. */
  readonly needs: (id: ContactId) => readonly ContactId[];
}

/** A contact with all that is tied to it in a step. */
export function tiedTo(
  store: AccountStore,
  stepId: number,
  id: ContactId,
  direction: Direction,
): Together {
  const pairs = (one: ContactId) => store.undo.steps.successionsOf(stepId, one);
  const needs = (one: ContactId): readonly ContactId[] =>
    pairs(one).flatMap(({ original, successor }) => {
      const [last, first] = direction === 'undo' ? [successor, original] : [original, successor];
      return one === last ? [first] : [];
    });
  const found = new Set([id]);
  // A set goes on with what is added to it on the way.
  for (const one of found) {
    for (const { original, successor } of pairs(one)) found.add(original).add(successor);
  }
  const count = new Map([...found].map((one) => [one, needs(one).length]));
  const members = [...found].sort((one, other) => (count.get(one) ?? 0) - (count.get(other) ?? 0));
  return { members, needs };
}

class Unfounded extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('Taken without what it needs.');
    this.refusals = refusals;
  }
}

/**
 * Takes those of `movesOf`, in which nothing is found for a contact that is not to be taken. What was taken although
 * something that it needs was refused is put back, and refused as well.
 */
export function takeTogether(
  store: AccountStore,
  { members, needs }: Together,
  movesOf: ReadonlyMap<ContactId, readonly Move[]>,
  direction: Direction,
): Taken {
  const refused = new Map<ContactId, Refusal>();
  for (;;) {
    try {
      return store.undo.wholly(() =>
        attempt(store, { members, needs }, movesOf, direction, refused),
      );
    } catch (error) {
      if (!(error instanceof Unfounded)) throw error;
      for (const refusal of error.refusals) refused.set(refusal.id, refusal);
    }
  }
}

/** @throws Unfounded for those that must not be taken */
function attempt(
  store: AccountStore,
  { members, needs }: Together,
  movesOf: ReadonlyMap<ContactId, readonly Move[]>,
  direction: Direction,
  refusedBefore: ReadonlyMap<ContactId, Refusal>,
): Taken {
  const taken = new Map<ContactId, ContactOutcome | Refusal>(refusedBefore);
  let pending = members.filter((id) => movesOf.has(id) && !taken.has(id));

  /** Why a contact that something needs does not stand; null where it does. */
  function missing(id: ContactId): CodedError | null {
    const outcome = taken.get(id);
    if (typeof outcome === 'object') return outcome.why;
    return isHere(store, id) ? null : { code: 'contactUnknown' };
  }
  function obstacle(id: ContactId): CodedError | null {
    for (const need of needs(id)) {
      const why = missing(need);
      if (why !== null) return why;
    }
    return null;
  }
  /** One in another group can be waited for, here as on Afilnet; in their own one of them has the other's number. */
  function elsewhere(id: ContactId): ContactId[] {
    const group = groupOf(id);
    return needs(id).filter((need) => groupOf(need) !== group);
  }
  const groupOf = (id: ContactId): GroupId | undefined =>
    store.contacts.get(id)?.groupId ?? movesOf.get(id)?.[0]?.groupId;

  for (let before = Infinity; pending.length > 0 && pending.length < before;) {
    before = pending.length;
    pending = pending.filter((id) => {
      const first = elsewhere(id);
      const why = first.map(missing).find((one) => one !== null) ?? null;
      const outcome =
        why === null
          ? takeContact(store, id, movesOf.get(id) ?? [], direction, first[0])
          : { id, why };
      taken.set(id, outcome);
      return typeof outcome === 'object';
    });
  }
  const unfounded = [...taken].flatMap(([id, outcome]) => {
    const why = typeof outcome === 'object' ? null : obstacle(id);
    return why === null ? [] : [{ id, why }];
  });
  if (unfounded.length > 0) throw new Unfounded(unfounded);
  return taken;
}

/** A refused inverse leaves nothing half done. */
function takeContact(
  store: AccountStore,
  id: ContactId,
  moves: readonly Move[],
  direction: Direction,
  after: ContactId | undefined,
): ContactOutcome | Refusal {
  try {
    return store.undo.wholly(() => contactBack(store, id, moves, direction, after));
  } catch (error) {
    if (!(error instanceof LibretaError) || isOfTheFile(error)) throw error;
    return { id, why: error.coded };
  }
}

function isHere(store: AccountStore, id: ContactId): boolean {
  return store.contacts.get(id)?.tombstone === false;
}
