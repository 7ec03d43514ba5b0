/** An account that is left amid bulk work of which something fails: all of it ends all the same. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import type { AccountSession } from '../../../electron/account/accountSession.ts';
import { temporary } from '../safety/files.ts';
import { pulled } from '../store/testStore.ts';
import { accountDesk } from './realDesk.ts';

/** The practice account with 200 contacts, which is left when the first 50 of them have been changed. */
async function leftAmidBulk(
  whenLeft: (other: Sqlite.Database) => void,
  onBulk: (job: BulkJob) => void = () => undefined,
) {
  const dataFolder = temporary();
  const jobs: BulkJob[] = [];
  const faults: [string, unknown][] = [];
  const { promise: left, resolve } = Promise.withResolvers<unknown>();
  let leave = (): void => undefined;
  const desk = accountDesk(dataFolder, {
    onBulk(job) {
      jobs.push(job);
      if (job.done > 0) leave();
      onBulk(job);
    },
    reportFault: (where, failure) => faults.push([where, failure]),
  });
  const { accountId } = await desk.practice();
  const session = desk.current;
  const [group] = session.store.groups.all();
  for (let index = 0; index < 200; index += 1) {
    pulled(session.store, group!.id, { mobile: String(34_600_000_000 + index), city: 'Soria' });
  }
  session.store.inspect.pragma('busy_timeout = 10');
  const other = new Sqlite(join(dataFolder, 'accounts', accountId, 'mirror.db'));
  onTestFinished(() => void other.close());
  leave = () => {
    leave = () => undefined;
    whenLeft(other);
    resolve(desk.close().catch((error: unknown) => error));
  };
  const query = { scope: { kind: 'all' }, search: '', filter: null, onlyUnsent: false } as const;
  const action = { kind: 'setField', column: 'city', value: 'Alcoy' } as const;
  session.bulk.start(action, { kind: 'query', query, except: [] });
  return { failure: await left, accountId, desk, session, jobs, faults, other };
}

/** Its file is closed: sync that had not been ended would fail on it. */
function expectEnded({ store, engine, bulk, password }: AccountSession): void {
  expect(() => store.outbox.counts()).toThrow();
  expect(() => engine.nudge()).not.toThrow();
  expect(bulk.isRunning()).toBe(false);
  expect(password.current).toBeNull();
}

it('while another process holds the file: the end is told, and what was done is there later', async () => {
  const lock = (other: Sqlite.Database): void => void other.exec('BEGIN IMMEDIATE');
  const { failure, accountId, desk, session, jobs, faults, other } = await leftAmidBulk(lock);

  expect(failure).toBeUndefined();
  expect(jobs.at(-1)).toMatchObject({ state: 'cancelled', total: 200, changed: 50 });
  expect(faults).toMatchObject([['bulk work', { coded: { code: 'databaseBusy' } }]]);
  expectEnded(session);

  other.exec('ROLLBACK');
  await desk.switchTo(accountId);
  expect(desk.current.store.outbox.counts().waiting).toBe(50);
});

it('while nobody can be told of its end: that is written down, and sync ends', async () => {
  const { failure, session, faults } = await leftAmidBulk(
    () => undefined,
    ({ state }) => {
      if (state !== 'running') throw new Error('nobody listens');
    },
  );

  expect(failure).toBeUndefined();
  expect(faults).toContainEqual(['account end', new Error('nobody listens')]);
  expectEnded(session);
});
