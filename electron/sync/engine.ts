/**
 * The sync of one account: rounds of replay and pull, when something was edited, when the network returns,
 * at start, on a schedule and on demand. It decides when; replay and pull decide how.
 */
import type { GroupId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { SyncStatus } from '#shared/ipc/views.ts';
import type { AfilnetClient, ApiFailure, ApiResult } from '../afilnet/client.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { Clock } from './clock.ts';
import { waitFor } from './backoff.ts';
import { codedFailure } from './codedFailure.ts';
import { Connectivity } from './connectivity.ts';
import { Lanes } from './lanes.ts';
import { pullGroup } from './pull.ts';
import { replayGroup } from './replay/replayGroup.ts';
import {
  defaultLimits,
  retryAt,
  type Outcome,
  type SyncLimits,
  type SyncSession,
} from './session.ts';

/** An edit is sent a moment later, so that a burst of typing is one entry. Milliseconds. */
const settleTime = 400;

/** The client's code for a request that was not sent because no password was at hand. */
const noPassword = 'no-password';

export interface EngineOptions {
  readonly store: AccountStore;
  readonly client: AfilnetClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pause: () => Promise<void>;
  readonly limits?: Partial<SyncLimits>;
  /** Read at each decision, so that a changed setting counts at once. */
  readonly settings: () => { readonly everyMinutes: number; readonly forcedOffline: boolean };
  readonly onStatus: (status: SyncStatus) => void;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(options: EngineOptions) {
  const { store, client, clock } = options;
  const connectivity = new Connectivity(clock.now, options.random);
  const lanes = new Lanes<GroupId>();
  const stopping = new AbortController();
  const pulls = new Map<GroupId, AbortController>();
  let work: SyncStatus['work'] = null;
  let round: Promise<void> | null = null;
  let again: 'replay' | 'everything' | null = null;
  let cancelTimer = (): void => undefined;
  let plannedFor: number | null = null;
  let started = false;
  let roundStartedAt = 0;
  /** Groups that the server had trouble with, and when each is tried again. */
  const troubled = new Map<GroupId, { attempts: number; retryAt: number }>();

  const session: SyncSession = {
    store,
    client,
    now: clock.now,
    random: options.random,
    limits: { ...defaultLimits, ...options.limits },
    signal: stopping.signal,
    halted: () => !mayRun(),
    pause: options.pause,
    report: (now) => {
      work = now;
      tell();
    },
    heard,
  };

  function heard(result: ApiResult<unknown>): void {
    if (!result.ok && result.failure.class === 'signIn') pauseForSignIn(result.failure);
    if (connectivity.heard(result)) tell();
  }

  /** Kept over a restart: a wrong password is not tried again by itself, since accounts can lock. */
  function pauseForSignIn(failure: ApiFailure): void {
    if (paused()) return;
    store.facts.set('queuePaused', failure.code === noPassword ? noPassword : 'refused');
    tell();
  }

  function paused(): boolean {
    return store.facts.get('queuePaused') !== null;
  }

  function status(): SyncStatus {
    const { waiting, needsYou } = store.outbox.counts();
    const { forcedOffline } = options.settings();
    const lastSyncAt = store.facts.get('lastSyncAt');
    return {
      connection: forcedOffline ? 'forcedOffline' : connectivity.reach,
      queue: paused() ? 'signIn' : round === null ? 'idle' : 'running',
      waiting,
      needsYou,
      lastSyncAt: lastSyncAt === null ? null : Number(lastSyncAt),
      nextTryAt: plannedFor,
      work,
      problem: connectivity.problem,
    };
  }

  function tell(): void {
    if (!stopping.signal.aborted) options.onStatus(status());
  }

  /** May a request leave by itself now? */
  function mayRun(): boolean {
    return started && !stopping.signal.aborted && !paused() && !options.settings().forcedOffline;
  }

  function plan(milliseconds: number): void {
    cancelTimer();
    if (!mayRun()) {
      plannedFor = null;
      return;
    }
    plannedFor = clock.now() + milliseconds;
    cancelTimer = clock.after(milliseconds, () => void run('replay'));
  }

  /** Plans the next round by itself: what backs off, what the network allows, what the schedule says. */
  function planNext(): void {
    const now = clock.now();
    const { everyMinutes } = options.settings();
    const probe = waitFor(connectivity.nextProbeAt, now);
    const waits: number[] = [];
    if (everyMinutes > 0) waits.push(everyMinutes * 60_000);
    if (connectivity.problem !== null) waits.push(probe);
    const retry = store.outbox.earliestTryAfter(roundStartedAt);
    if (retry !== null) waits.push(Math.max(waitFor(retry, now), probe));
    for (const { retryAt } of troubled.values()) waits.push(waitFor(retryAt, now));
    if (waits.length === 0) {
      cancelTimer();
      plannedFor = null;
      return;
    }
    plan(Math.max(250, Math.min(...waits)));
  }

  /** One round at a time; what is asked meanwhile is done right after. */
  async function run(what: 'replay' | 'everything'): Promise<void> {
    if (!mayRun()) return;
    if (round !== null) {
      again = what === 'everything' ? what : (again ?? what);
      await round;
      return;
    }
    cancelTimer();
    plannedFor = null;
    round = rounds(what).finally(() => {
      round = null;
      work = null;
      if (stopping.signal.aborted) return;
      if (again === null) planNext();
      else void run(again);
      tell();
    });
    tell();
    await round;
  }

  async function rounds(first: 'replay' | 'everything'): Promise<void> {
    let what: typeof again = first;
    while (what !== null && mayRun()) {
      again = null;
      await oneRound(what);
      what = again;
    }
  }

  async function oneRound(what: 'replay' | 'everything'): Promise<void> {
    roundStartedAt = clock.now();
    const queued = store.outbox.countsByGroup();
    let asked = false;
    for (const { id } of store.groups.all().filter((group) => queued.has(group.id))) {
      if (what === 'replay' && waitFor(troubled.get(id)?.retryAt ?? 0, clock.now()) > 0) continue;
      const outcome = await lanes.run(id, () => replayGroup(session, id));
      asked = true;
      noteTrouble(id, outcome);
      if (endsRound(outcome) || !mayRun()) return;
    }
    for (const group of store.groups.all()) {
      const due = what === 'everything' || isPullDue(group.pulledAt);
      if (!due || group.serverId === null || group.state === 'deleting') continue;
      if (what === 'replay' && troubled.has(group.id)) continue;
      asked = true;
      if (endsRound(await pullOne(group.id, false)) || !mayRun()) return;
    }
    if (!asked || connectivity.reach !== 'online') {
      const probe = await client.getBalance({ signal: stopping.signal });
      heard(probe);
      if (!probe.ok) return;
    }
    if (!stopping.signal.aborted && connectivity.problem === null) {
      store.facts.set('lastSyncAt', String(clock.now()));
    }
  }

  /** Trouble with one group backs off that group and no other. */
  function noteTrouble(id: GroupId, outcome: Outcome): void {
    if (outcome.kind !== 'stopped' || outcome.failure.class !== 'transient') {
      troubled.delete(id);
      return;
    }
    const attempts = (troubled.get(id)?.attempts ?? 0) + 1;
    troubled.set(id, { attempts, retryAt: retryAt(session, attempts) });
  }

  function isPullDue(pulledAt: number | null): boolean {
    const { everyMinutes } = options.settings();
    if (pulledAt === null) return true;
    const age = clock.now() - pulledAt;
    // A clock that jumped back makes an age that says nothing.
    return everyMinutes > 0 && (age < 0 || age >= everyMinutes * 60_000);
  }

  async function pullOne(groupId: GroupId, allowLoss: boolean): Promise<Outcome> {
    const cancel = new AbortController();
    pulls.set(groupId, cancel);
    store.transaction(() => store.touch.groups());
    try {
      const signal = AbortSignal.any([cancel.signal, stopping.signal]);
      return await lanes.run(groupId, () => pullGroup(session, groupId, { allowLoss, signal }));
    } finally {
      pulls.delete(groupId);
      work = null;
      if (!stopping.signal.aborted) {
        store.transaction(() => store.touch.groups());
        tell();
      }
    }
  }

  return {
    status,
    /** From now on rounds run by themselves; the first one at once. */
    start(): void {
      started = true;
      tell();
      void run('replay');
    },
    /** Something was edited: it is sent a moment later. */
    nudge(): void {
      tell();
      if (connectivity.reach === 'offline' && waitFor(connectivity.nextProbeAt, clock.now()) > 0) {
        return;
      }
      if (round !== null) again = again ?? 'replay';
      else plan(settleTime);
    },
    /** A round on demand, pulls included. */
    async syncNow(): Promise<SyncStatus> {
      if (options.settings().forcedOffline) throw new LibretaError('forcedOffline');
      connectivity.hope();
      troubled.clear();
      await run('everything');
      return status();
    },
    /** The network or the machine came back: try at once. */
    wakeUp(): void {
      connectivity.hope();
      void run('replay');
    },
    /** Someone pressed *retry*: what is due is tried at once, whatever was backing off. */
    retryNow(): void {
      connectivity.hope();
      troubled.clear();
      if (round !== null) again = again ?? 'replay';
      else void run('replay');
    },
    /** @throws LibretaError with the failure's code, forcedOffline, passwordNeeded */
    async pull(groupId: GroupId, allowLoss = false): Promise<{ applied: boolean }> {
      if (options.settings().forcedOffline) throw new LibretaError('forcedOffline');
      if (paused()) throw new LibretaError('passwordNeeded');
      const outcome = await pullOne(groupId, allowLoss);
      if (outcome.kind === 'stopped' && outcome.failure.class !== 'cancelled') {
        throw failureError(outcome.failure);
      }
      return { applied: outcome.kind === 'done' };
    },
    cancelPull: (groupId: GroupId) => pulls.get(groupId)?.abort(),
    isPulling: (groupId: GroupId) => pulls.has(groupId),
    /** The setting changed. */
    offlineSwitched(): void {
      if (!options.settings().forcedOffline) {
        connectivity.hope();
        void run('replay');
      } else {
        cancelTimer();
        plannedFor = null;
      }
      tell();
    },
    /** The keychain answered: what paused for want of a password goes on, what was refused does not. */
    passwordFound(): void {
      if (store.facts.get('queuePaused') === noPassword) store.facts.set('queuePaused', null);
    },
    /** The password was given again: the queue goes on. */
    passwordRenewed(): void {
      store.facts.set('queuePaused', null);
      connectivity.hope();
      tell();
      void run('replay');
    },
    /** Resolves when no round and no pull is under way. */
    async idle(): Promise<void> {
      while (round !== null) await round;
      await lanes.idle();
    },
    /** Ends everything; what was on its way is *outcome unknown* at the next start. */
    async stop(): Promise<void> {
      stopping.abort();
      cancelTimer();
      await Promise.allSettled([round ?? Promise.resolve(), lanes.idle()]);
    },
  };
}

/** Whether the other groups are worth a try: trouble with one says nothing of the others, but no network does. */
function endsRound(outcome: Outcome): boolean {
  if (outcome.kind !== 'stopped') return false;
  const ending: ApiFailure['class'][] = ['offline', 'signIn', 'cancelled'];
  return ending.includes(outcome.failure.class);
}

export function failureError(failure: ApiFailure): LibretaError {
  const { code, ...more } = codedFailure(failure);
  return new LibretaError(code, more);
}
