/**
 * What happens in a run, as a list that is made from the seed before anything runs. Each step names what it acts on
 * by a number that is taken modulo what there is, so that a script stays a script when steps are left out.
 */
import { everyFault, type FaultRule } from '../../../electron/sandbox/fault.ts';
import { seeded, type Random } from './random.ts';

export type Step =
  | { kind: 'add'; account: number; group: number; odd: number }
  | { kind: 'edit'; account: number; contact: number; column: number; odd: number }
  | { kind: 'editMain'; account: number; contact: number }
  | { kind: 'delete'; account: number; contact: number }
  | { kind: 'move'; account: number; contact: number; group: number }
  | { kind: 'createGroup'; account: number }
  | { kind: 'deleteGroup'; account: number; group: number }
  | { kind: 'addColumn'; account: number; group: number }
  | { kind: 'deleteColumn'; account: number; group: number; column: number }
  | { kind: 'assignCountry'; account: number; group: number; country: string }
  | { kind: 'discard'; account: number; entry: number }
  | { kind: 'settle'; account: number; entry: number; choice: number }
  | { kind: 'otherEdits'; group: number; contact: number; column: number }
  | { kind: 'otherAdds'; group: number; taken: number }
  | { kind: 'otherDeletes'; group: number; contact: number }
  /** Every contact goes, or one in so many stays. */
  | { kind: 'otherEmpties'; group: number; stays: number }
  | { kind: 'otherDeletesColumn'; group: number; column: number }
  | { kind: 'settleHeld'; account: number; group: number; choice: number }
  | { kind: 'fault'; rule: FaultRule }
  | { kind: 'offline' }
  | { kind: 'online' }
  | { kind: 'passwordChanges'; account: number }
  | { kind: 'passwordGiven'; account: number }
  | { kind: 'sync'; account: number }
  | { kind: 'pull'; account: number; group: number }
  | { kind: 'syncAndCrash'; account: number; after: number }
  /** The end of the process comes when a write was carried out and its answer not seen. */
  | { kind: 'syncAndCrashInWrite'; account: number; nth: number }
  /** The process ends and one of its files is harmed before it starts again. */
  | { kind: 'damage'; account: number; seed: number }
  | { kind: 'editWhileSyncing'; account: number; after: number; contact: number; column: number }
  | { kind: 'restart'; account: number }
  | { kind: 'takeBack'; account: number; direction: 'undo' | 'redo' }
  | { kind: 'time'; milliseconds: number };

const methods = [
  'creategroup',
  'getgroupcolumns',
  'addcolumntogroup',
  'deletecolumnfromgroup',
  'deletegroup',
  'assigncountrytogroup',
  'getcontacts',
  'addcontact',
  'addcontactlist',
  'modifycontact',
  'deletecontact',
] as const;

/** Faults that a run can wait for: a reply that never comes costs a whole time-out each. */
const quickFaults = everyFault.filter(({ name }) => name !== 'slow' && name !== 'hang');
const slowFaults = everyFault.filter(({ name }) => name === 'hang');

export function scriptFor(seed: number): Step[] {
  const random = seeded(seed);
  const length = 8 + random.below(28);
  return Array.from({ length }, () =>
    random.chance(0.04) ? movedAndBack(random) : [step(random)],
  ).flat();
}

/** What seldom comes about by chance: a move that is taken back, and may be done again, once Afilnet has it. */
function movedAndBack(random: Random): Step[] {
  const account = 0;
  const sync: Step = { kind: 'sync', account };
  const move: Step = {
    kind: 'move',
    account,
    contact: random.below(1000),
    group: random.below(100),
  };
  const back: Step[] = [{ kind: 'takeBack', account, direction: 'undo' }, sync];
  const again: Step[] = [{ kind: 'takeBack', account, direction: 'redo' }, sync];
  return [sync, move, sync, ...back, ...(random.chance(0.5) ? again : [])];
}

function step(random: Random): Step {
  const account = random.chance(0.8) ? 0 : 1;
  const group = random.below(100);
  const contact = random.below(1000);
  const column = random.below(100);
  const odd = random.below(12);
  const weights: [number, () => Step][] = [
    [10, () => ({ kind: 'add', account, group, odd })],
    [16, () => ({ kind: 'edit', account, contact, column, odd })],
    [2, () => ({ kind: 'editMain', account, contact })],
    [5, () => ({ kind: 'delete', account, contact })],
    [3, () => ({ kind: 'move', account, contact, group })],
    [3, () => ({ kind: 'createGroup', account })],
    [1, () => ({ kind: 'deleteGroup', account, group })],
    [2, () => ({ kind: 'addColumn', account, group })],
    [1, () => ({ kind: 'deleteColumn', account, group, column })],
    [
      1,
      () => ({
        kind: 'assignCountry',
        account,
        group,
        country: random.pick(['ESP', 'PRT', 'MAR']),
      }),
    ],
    [2, () => ({ kind: 'discard', account, entry: contact })],
    [3, () => ({ kind: 'settle', account, entry: contact, choice: random.below(100) })],
    [8, () => ({ kind: 'otherEdits', group, contact, column })],
    [3, () => ({ kind: 'otherAdds', group, taken: random.below(4) })],
    [3, () => ({ kind: 'otherDeletes', group, contact })],
    [1, () => ({ kind: 'otherEmpties', group, stays: random.below(4) })],
    [1, () => ({ kind: 'otherDeletesColumn', group, column })],
    [3, () => ({ kind: 'settleHeld', account, group, choice: random.below(100) })],
    [14, () => ({ kind: 'fault', rule: rule(random) })],
    [2, () => ({ kind: 'offline' })],
    [4, () => ({ kind: 'online' })],
    [1, () => ({ kind: 'passwordChanges', account })],
    [2, () => ({ kind: 'passwordGiven', account })],
    [14, () => ({ kind: 'sync', account })],
    [3, () => ({ kind: 'pull', account, group })],
    [7, () => ({ kind: 'syncAndCrash', account, after: random.below(24) })],
    [3, () => ({ kind: 'syncAndCrashInWrite', account, nth: 1 + random.below(3) })],
    [0.4, () => ({ kind: 'damage', account, seed: random.below(1_000_000) })],
    [4, () => ({ kind: 'editWhileSyncing', account, after: random.below(12), contact, column })],
    [2, () => ({ kind: 'restart', account })],
    [6, () => ({ kind: 'takeBack', account, direction: random.chance(0.7) ? 'undo' : 'redo' })],
    [
      4,
      () => ({
        kind: 'time',
        milliseconds: random.pick([500, 5_000, 60_000, 400_000, 31_536_000_000, -86_400_000]),
      }),
    ],
  ];
  let at = random.next() * weights.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of weights) {
    at -= weight;
    if (at < 0) return make();
  }
  return { kind: 'sync', account };
}

function rule(random: Random): FaultRule {
  if (random.chance(0.06)) {
    const share = random.pick([0, 0.4, 0.8]);
    return {
      fault: { name: 'fewContacts', share },
      method: 'getcontacts',
      nth: 1 + random.below(2),
    };
  }
  const fault = random.chance(0.02) ? random.pick(slowFaults) : random.pick(quickFaults);
  return {
    fault,
    method: random.pick(methods),
    nth: 1 + random.below(2),
    times: 1 + random.below(2),
  };
}
