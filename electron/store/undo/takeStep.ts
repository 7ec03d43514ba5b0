/** Undoing or redoing a step: bit by bit, so that a step of a hundred thousand contacts does not block the process. */
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { Direction, StepWhat } from '#shared/domain/step.ts';
import { LibretaError, type CodedError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import { apartBack } from './apartBack.ts';
import { contactBack, type ContactOutcome } from './contactBack.ts';
import { bringsGroupHere, groupBack, takesGroupAway } from './groupBack.ts';
import type { Move } from './image.ts';

const contactsAtOnce = 100;

export interface TakeOptions {
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface StepTaken {
  readonly what: StepWhat;
  /** Contacts that are as they were. */
  readonly restored: number;
  /** Contacts with a value that something else changed since, which stays. */
  readonly left: number;
  /** Contacts for which the inverse was refused, and why the first of them was. */
  readonly refused: number;
  readonly why: CodedError | null;
}

/**
 * Takes a step back or forth; by default the next one. Cut short, it can be taken again and goes on where it was.
 * @throws LibretaError nothingToUndo, undoImpossible, entryInFlight, cancelled, and for a step about one thing why it is refused
 */
export async function takeStep(
  store: AccountStore,
  direction: Direction,
  stepId: number | null,
  options: TakeOptions,
): Promise<StepTaken> {
  const { steps } = store.undo;
  const step = stepId === null ? steps.next(direction) : steps.get(stepId);
  if (step === null || step.undone !== (direction === 'redo')) {
    throw new LibretaError('nothingToUndo');
  }
  const { apart = [], ofGroup = [] } = Object.groupBy(
    steps.withoutContact(step.id, direction),
    ({ kind }) => (kind === 'apart' ? 'apart' : 'ofGroup'),
  );
  const groups = Map.groupBy(ofGroup, ({ groupId }) => groupId);
  const total = steps.countContacts(step.id);
  leaveGone(store, groups);
  if (groups.size + apart.length + total === 0) throw new LibretaError('groupUnknown');
  const stayApart = store.transaction(() => {
    for (const [groupId, moves] of groups) groupBack(store, groupId, moves);
    return new Set(apart.flatMap((move) => apartBack(store, move)));
  });
  const going = new Set([...groups].flatMap(([id, moves]) => (takesGroupAway(moves) ? [id] : [])));
  const tally = { restored: 0, left: stayApart.size };
  const takeEach = (ids: readonly ContactId[]): Refusal[] =>
    ids.flatMap((id) => {
      const moves = steps.ofContact(step.id, id, direction);
      // What goes with its group needs no way of its own.
      if (moves.some(({ groupId }) => going.has(groupId))) return [];
      const outcome = takeContact(store, id, moves, direction);
      if (typeof outcome === 'object') return [outcome];
      tally[outcome] += 1;
      return [];
    });

  /** Takes `count` contacts, some at a time; progress counts those that are done with, not those that were refused. */
  async function takeParts(parts: Iterable<ContactId[]>, count: number): Promise<Refusal[]> {
    const refused: Refusal[] = [];
    let left = count;
    for (const ids of parts) {
      if (options.signal.aborted) throw new LibretaError('cancelled');
      store.transaction(() => {
        refused.push(...takeEach(ids));
      });
      left -= ids.length;
      options.onProgress(total - left - refused.length, total);
      if (left > 0) await options.pause();
    }
    return refused;
  }

  let refused = await takeParts(partsOfStep(store, step.id), total);
  // A main field that another contact of the step held is free by now.
  for (let before = Infinity; refused.length > 0 && refused.length < before;) {
    before = refused.length;
    await options.pause();
    refused = await takeParts(partsOf(refused), before);
  }
  const why = refused[0]?.why ?? null;
  if (total === 1 && why !== null) throw new LibretaError(why.code, why);
  store.transaction(() => {
    steps.setTaken(step.id, direction);
    store.touch.undo();
  });
  return { what: step.what, ...tally, refused: refused.length, why };
}

/** Groups that have gone since are left out, but for those that this step itself brings back or takes away. */
function leaveGone(store: AccountStore, groups: Map<GroupId, Move[]>): void {
  for (const [id, moves] of groups) {
    if (store.groups.get(id) !== null) continue;
    if (!bringsGroupHere(moves) && !takesGroupAway(moves)) groups.delete(id);
  }
}

function* partsOfStep(store: AccountStore, stepId: number): Generator<ContactId[]> {
  const { steps } = store.undo;
  const read = (after: string): ContactId[] => steps.contactsAfter(stepId, after, contactsAtOnce);
  for (let part = read(''); part.length > 0; part = read(part.at(-1) ?? '')) yield part;
}

function* partsOf(refused: readonly Refusal[]): Generator<ContactId[]> {
  const ids = refused.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += contactsAtOnce) yield ids.slice(at, at + contactsAtOnce);
}

interface Refusal {
  readonly id: ContactId;
  readonly why: CodedError;
}

function takeContact(
  store: AccountStore,
  id: ContactId,
  moves: readonly Move[],
  direction: Direction,
): ContactOutcome | Refusal {
  try {
    // A refused inverse leaves nothing half done.
    return store.undo.wholly(() => contactBack(store, id, moves, direction));
  } catch (error) {
    if (!(error instanceof LibretaError)) throw error;
    return { id, why: error.coded };
  }
}
