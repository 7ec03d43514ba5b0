/** Undoing or redoing a step: bit by bit, so that a step of a hundred thousand contacts does not block the process. */
import type { ContactId } from '#shared/domain/ids.ts';
import type { Direction, StepWhat } from '#shared/domain/step.ts';
import { LibretaError, type CodedError, type ErrorCode } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import { apartBack } from './apartBack.ts';
import { groupsOf } from './groupsOfStep.ts';
import type { Step } from './steps.ts';
import { tiedTo, takeTogether, type Refusal } from './takeTogether.ts';

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
  /** Columns that it made and that stay, since values came into them. */
  readonly columnsKept: number;
  readonly why: CodedError | null;
}

/**
 * Takes a step back or forth; by default the next one. Cut short, what is done stays: an undo can be taken again and goes
 * on where it was, a redo is the next to be undone. A step that can never be taken is passed over from then on.
 * @throws LibretaError nothingToUndo, undoImpossible, undoInUse (something came since that would go with it),
 * entryInFlight, cancelled, and for a step about one thing why it is refused
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
  try {
    return await takeWhole(store, step, direction, options);
  } catch (error) {
    const isNext = steps.next(direction)?.id === step.id;
    if (error instanceof LibretaError && isNext && neverTaken.has(error.coded.code)) {
      // Else nothing that was done before it could be taken back either. Out of turn it is in nobody's way.
      store.transaction(() => {
        steps.remove(step.id);
        store.touch.undo();
      });
    }
    throw error;
  }
}

const neverTaken: ReadonlySet<ErrorCode> = new Set(['undoImpossible', 'undoInUse', 'groupUnknown']);

async function takeWhole(
  store: AccountStore,
  step: Step,
  direction: Direction,
  options: TakeOptions,
): Promise<StepTaken> {
  const { steps } = store.undo;
  const { apart = [], ofGroup = [] } = Object.groupBy(
    steps.withoutContact(step.id, direction),
    ({ kind }) => (kind === 'apart' ? 'apart' : 'ofGroup'),
  );
  const groups = groupsOf(store, step.id, ofGroup, direction);
  const total = steps.countContacts(step.id);
  if (groups.count + apart.length + total === 0) throw new LibretaError('groupUnknown');
  const stayApart = store.transaction(() => {
    // An edit meanwhile makes a new step, which forgets what is undone: that is this one no more.
    if (direction === 'redo') steps.setTaken(step.id, direction);
    groups.takeFirst();
    return new Set(apart.flatMap((move) => apartBack(store, move)));
  });
  const tally = { restored: 0, left: stayApart.size };
  let things = 0;
  /** Of those that are tied to others; each of them is taken with the first. */
  const handled = new Set<ContactId>();

  function takeEach(ids: readonly ContactId[]): Refusal[] {
    return ids.flatMap((id) => {
      if (handled.has(id)) return [];
      const together = tiedTo(store, step.id, id, direction);
      const { members } = together;
      const movesOf = new Map(
        members.flatMap((member) => {
          const moves = steps.ofContact(step.id, member, direction);
          // What goes with its group needs no way of its own.
          const isTaken = handled.has(member) || moves.some((move) => groups.goes(move.groupId));
          return moves.length === 0 || isTaken ? [] : [[member, moves] as const];
        }),
      );
      if (movesOf.size > 0) things += 1;
      if (members.length > 1) for (const member of members) handled.add(member);
      const outcomes = [...takeTogether(store, together, movesOf, direction).values()];
      return outcomes.flatMap((outcome) => {
        if (typeof outcome === 'object') return [outcome];
        tally[outcome] += 1;
        return [];
      });
    });
  }

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
      options.onProgress(Math.max(0, total - left - refused.length), total);
      if (left > 0) await options.pause();
    }
    return refused;
  }

  let refused = await takeParts(partsOfStep(store, step.id), total);
  const isOneThing = things === 1;
  // A main field that another contact of the step held is free by now.
  for (let before = Infinity; refused.length > 0 && refused.length < before;) {
    before = refused.length;
    for (const { id } of refused) handled.delete(id);
    await options.pause();
    refused = await takeParts(partsOf(refused), before);
  }
  const why = refused[0]?.why ?? null;
  const isRefused = why !== null && isOneThing && tally.restored + tally.left === 0;
  const columnsKept = store.transaction(() => {
    steps.setTaken(step.id, isRefused ? opposite(direction) : direction);
    store.touch.undo();
    return isRefused ? 0 : groups.takeLast();
  });
  if (isRefused) throw new LibretaError(why.code, why);
  if (columnsKept > 0 && things + apart.length === 0) throw new LibretaError('undoInUse');
  return { what: step.what, ...tally, refused: refused.length, columnsKept, why };
}

const opposite = (direction: Direction): Direction => (direction === 'undo' ? 'redo' : 'undo');

function* partsOfStep(store: AccountStore, stepId: number): Generator<ContactId[]> {
  const { steps } = store.undo;
  const read = (after: string): ContactId[] => steps.contactsAfter(stepId, after, contactsAtOnce);
  for (let part = read(''); part.length > 0; part = read(part.at(-1) ?? '')) yield part;
}

function* partsOf(refused: readonly Refusal[]): Generator<ContactId[]> {
  const ids = refused.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += contactsAtOnce) yield ids.slice(at, at + contactsAtOnce);
}
