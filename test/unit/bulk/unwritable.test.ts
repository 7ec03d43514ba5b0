/** A job on a database that takes no more of it: that it ended is told all the same, and the next one may begin. */
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { GroupId } from '#shared/domain/ids.ts';
import { existingGroup, pulled } from '../store/testStore.ts';
import { allOf, openBench, valuesIn, type Bench } from './bench.ts';

const action = { kind: 'setField', column: 'city', value: 'Alcoy' } as const;

interface Many extends Bench {
  readonly group: GroupId;
  /** Another connection to the file, as a virus scanner or a backup of the user's own may have one. */
  readonly other: Sqlite.Database;
}

function withMany(): Many {
  const bench = openBench();
  const group = existingGroup(bench.store);
  bench.store.transaction(() => {
    for (let index = 0; index < 130; index += 1)
      pulled(bench.store, group, { mobile: String(34_600_000_000 + index), city: 'Soria' });
  });
  const other = new Sqlite(bench.path);
  onTestFinished(() => void other.close());
  // Not the five seconds of an account at work.
  bench.store.inspect.pragma('busy_timeout = 10');
  return { ...bench, group, other };
}

const doneWith = ({ told }: Many): number => told.at(-1)?.done ?? 0;

/** The end of a job is waited for only so long: before it came it never did. */
const soon = { timeout: 3_000 };

describe('a job whose database is locked amid the work', () => {
  test('ends as failed, with what was done before, and the desk is free again', soon, async () => {
    const many = withMany();
    const { store, group, other, run, desk, told, faults } = many;
    const job = await run(action, allOf(group), () => {
      if (doneWith(many) >= 50 && !other.inTransaction) other.exec('BEGIN IMMEDIATE');
    });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'databaseBusy' }, changed: 50 });
    expect(told.at(-1)).toEqual(job);
    expect(desk.isRunning()).toBe(false);
    // Only the count in the title of the step is not as it was to be, and that is written down.
    expect(faults).toMatchObject([{ coded: { code: 'databaseBusy' } }]);
    expect(store.undo.steps.next('undo')).toMatchObject({ id: job.stepId, what: { count: 130 } });

    other.exec('ROLLBACK');
    expect(await run(action, allOf(group))).toMatchObject({ state: 'done', changed: 80 });
    expect(new Set(valuesIn(store, group, 'city'))).toEqual(new Set(['Alcoy']));
    expect(faults).toHaveLength(1);
  });

  test('that is cancelled meanwhile ends as cancelled', soon, async () => {
    const many = withMany();
    const { group, other, run, desk } = many;
    const job = await run(action, allOf(group), () => {
      if (doneWith(many) < 50 || other.inTransaction) return;
      other.exec('BEGIN IMMEDIATE');
      desk.cancel();
    });
    expect(job).toMatchObject({ state: 'cancelled', error: null, changed: 50 });
    expect(desk.isRunning()).toBe(false);
  });
});

describe('a job whose step takes no other title', () => {
  test('is done all the same', soon, async () => {
    const { store, group, other, run, desk, faults } = withMany();
    other.exec(`CREATE TRIGGER fails BEFORE UPDATE OF what ON undo_steps
      BEGIN SELECT raise(ABORT, 'no room here'); END`);
    pulled(store, group, { mobile: '1', city: 'Alcoy' });
    const job = await run(action, allOf(group));
    expect(job).toMatchObject({ state: 'done', error: null, done: 131, changed: 130 });
    expect(desk.isRunning()).toBe(false);
    expect(faults).toMatchObject([{ message: 'no room here' }]);
  });
});

test(
  'a job that fails for a reason that nobody foresaw says so, and the reason is written down',
  soon,
  async () => {
    const { group, other, run, faults } = withMany();
    other.exec(`CREATE TRIGGER fails BEFORE INSERT ON outbox
    BEGIN SELECT raise(ABORT, 'no room here'); END`);
    expect(await run(action, allOf(group))).toMatchObject({
      state: 'failed',
      error: { code: 'internal' },
      changed: 0,
    });
    expect(faults).toMatchObject([{ message: 'no room here' }]);
  },
);
