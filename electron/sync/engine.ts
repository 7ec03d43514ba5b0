/**
 * The sync of one account: rounds of replay and pull, when something was edited, when the network returns,
 * at start, on a schedule and on demand. It decides when; replay and pull decide how.
 */
import type { GroupId } from '#shared/domain/ids.ts';
import { LibretaError, type CodedError } from '#shared/ipc/errors.ts';
import type { SyncStatus } from '#shared/ipc/views.ts';
import type { AfilnetClient, ApiFailure, ApiResult } from '../afilnet/client.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { Clock } from './clock.ts';
import { backoff, entryBackoff, waitFor } from './backoff.ts';
import { codedFailure } from './codedFailure.ts';
import { Connectivity } from './connectivity.ts';
import { groupPulls } from './groupPulls.ts';
import { Lanes } from './lanes.ts';
import { oneRound, type Round } from './round.ts';
import { defaultLimits, type SyncLimits, type SyncSession } from './session.ts';
import { TroubledGroups } from './troubledGroups.ts';

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
  readonly settings: () => {
    readonly everyMinutes: number;
    readonly forcedOffline: boolean;
    readonly parallelWrites?: number;
  };
  readonly onStatus: (status: SyncStatus) => void;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(options: EngineOptions) {
  const { store, client, clock } = options;
  const connectivity = new Connectivity(clock.now, options.random);
  const lanes = new Lanes<GroupId>();
  const stopping = new AbortController();
  let work: SyncStatus['work'] = null;
  let round: Promise<void> | null = null;
  let again: Round | null = null;
  /** Somebody asked for a try: the round that begins next goes to the groups in trouble, too. */
  let asked = false;
  let cancelTimer = (): void => undefined;
  let plannedFor: number | null = null;
  let started = false;
  let roundStartedAt = 0;
  let toldWaiting = 0;
  const troubled = new TroubledGroups(clock.now, options.random);
  /** What this machine itself refused in the last round, such as a full disk. */
  let fault: { readonly problem: CodedError; readonly attempts: number } | null = null;

  const session: SyncSession = {
    store,
    client,
    now: clock.now,
    random: options.random,
    get limits() {
      const { parallelWrites = defaultLimits.parallelWrites } = options.settings();
      return { ...defaultLimits, parallelWrites, ...options.limits };
    },
    signal: stopping.signal,
    halted: () => !maySend(),
    pause: options.pause,
    report: (now) => {
      work = now;
      tell();
    },
    heard,
  };
  const pulls = groupPulls(session, lanes, {
    everyMinutes: () => options.settings().everyMinutes,
    ended: () => {
      work = null;
      tell();
    },
  });
  const parts = { session, lanes, pulls, troubled, connectivity };

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
    const held = store.groups.all().filter((group) => group.held?.decision === null).length;
    const { forcedOffline } = options.settings();
    const lastSyncAt = store.facts.get('lastSyncAt');
    return {
      connection: forcedOffline ? 'forcedOffline' : connectivity.reach,
      queue: paused() ? 'signIn' : round === null ? 'idle' : 'running',
      waiting,
      needsYou,
      held,
      lastSyncAt: lastSyncAt === null ? null : Number(lastSyncAt),
      nextTryAt: plannedFor,
      work,
      problem: fault?.problem ?? connectivity.problem,
    };
  }

  function tell(): void {
    if (stopping.signal.aborted) return;
    const now = status();
    toldWaiting = now.waiting;
    options.onStatus(now);
  }

  /** May a request leave now? */
  function maySend(): boolean {
    return !stopping.signal.aborted && !paused() && !options.settings().forcedOffline;
  }

  /** May one leave by itself? */
  function mayRun(): boolean {
    return started && maySend();
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

  /** As plan, unless a round is planned sooner. */
  function planBy(milliseconds: number): void {
    const sooner = plannedFor !== null && plannedFor <= clock.now() + milliseconds;
    if (!sooner) plan(milliseconds);
  }

  /** Plans the next round by itself: what backs off, what the network allows, what the schedule says. */
  function planNext(): void {
    const now = clock.now();
    const { everyMinutes } = options.settings();
    const probe = waitFor(connectivity.nextProbeAt, now);
    const waits: number[] = [];
    if (everyMinutes > 0) waits.push(everyMinutes * 60_000);
    if (connectivity.problem !== null) waits.push(probe);
    if (fault !== null) waits.push(backoff(entryBackoff, fault.attempts, options.random()));
    const retry = store.outbox.earliestTryAfter(roundStartedAt);
    for (const tryAt of [...(retry === null ? [] : [retry]), ...troubled.retries()]) {
      // What was due in the round that just ended and is still here waits for something else than time.
      waits.push(Math.max(waitFor(tryAt, now) || entryBackoff.longest, probe));
    }
    if (waits.length === 0) {
      cancelTimer();
      plannedFor = null;
      return;
    }
    plan(Math.max(250, Math.min(...waits)));
  }

  /** One round at a time; what is asked meanwhile is done right after. */
  async function run(what: Round): Promise<void> {
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

  async function rounds(first: Round): Promise<void> {
    let what: typeof again = first;
    try {
      while (what !== null && mayRun()) {
        again = null;
        if (asked) troubled.clear();
        asked = false;
        roundStartedAt = clock.now();
        await oneRound(parts, what);
        fault = null;
        what = again;
      }
    } catch (error) {
      const coded = error instanceof LibretaError;
      const problem: CodedError = coded ? error.coded : { code: 'internal' };
      fault = { problem, attempts: (fault?.attempts ?? 0) + 1 };
      again = null;
      // The machine's own refusals are told in the status; anything else is a mistake of ours, to be written down.
      if (!coded) throw error;
    }
  }

  /** Where the server is out of reach and nothing is planned sooner, the next try is planned. */
  function planProbe(): void {
    if (round === null && connectivity.problem !== null) {
      planBy(Math.max(250, waitFor(connectivity.nextProbeAt, clock.now())));
    }
  }

  /** Resolves when no round and no pull is under way. */
  async function idle(): Promise<void> {
    while (round !== null) await round.catch(() => undefined);
    await lanes.idle();
  }

  return {
    status,
    /** From now on rounds run by themselves; the first one at once. */
    start(): void {
      if (started) return;
      started = true;
      tell();
      void run('replay');
    },
    /** Also amid long work, which nudges at its end: that everything is saved is not said any longer than it is true. */
    outboxChanged(): void {
      if (toldWaiting === 0) tell();
    },
    /** Something was edited: it is sent a moment later. */
    nudge(): void {
      tell();
      if (round !== null) again = again ?? 'replay';
      else if (
        connectivity.reach === 'offline' &&
        waitFor(connectivity.nextProbeAt, clock.now()) > 0
      ) {
        planProbe();
      } else plan(settleTime);
    },
    /** A round on demand, pulls included. @throws LibretaError forcedOffline, keychainAsking before the start */
    async syncNow(): Promise<SyncStatus> {
      if (options.settings().forcedOffline) throw new LibretaError('forcedOffline');
      if (!started) throw new LibretaError('keychainAsking');
      connectivity.hope();
      asked = true;
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
      tell();
      connectivity.hope();
      asked = true;
      if (round !== null) again = again ?? 'replay';
      else void run('replay');
    },
    /** @throws LibretaError with the failure's code, forcedOffline, passwordNeeded, keychainAsking before the start */
    async pull(groupId: GroupId): Promise<{ applied: boolean }> {
      if (options.settings().forcedOffline) throw new LibretaError('forcedOffline');
      if (!started) throw new LibretaError('keychainAsking');
      if (paused()) throw new LibretaError('passwordNeeded');
      const outcome = await pulls.pull(groupId);
      planProbe();
      if (outcome.kind === 'stopped' && outcome.failure.class !== 'cancelled') {
        throw failureError(outcome.failure);
      }
      return { applied: outcome.kind === 'done' };
    },
    cancelPull: (groupId: GroupId) => pulls.cancel(groupId),
    isPulling: (groupId: GroupId) => pulls.isUnderWay(groupId),
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
    /** The keychain is asked, or has answered: what paused for want of a password goes on, what was refused does not. */
    passwordMayBeFound(): void {
      if (store.facts.get('queuePaused') === noPassword) store.facts.set('queuePaused', null);
    },
    /** The keychain has none: the queue waits until it is given. */
    passwordMissing(): void {
      if (!paused()) store.facts.set('queuePaused', noPassword);
    },
    /** The password was given again: the queue goes on; resolves when it does. */
    async passwordRenewed(): Promise<void> {
      // An answer to the old password may still be on its way: it must not speak of the new one.
      await idle();
      if (stopping.signal.aborted) return;
      store.facts.set('queuePaused', null);
      connectivity.hope();
      tell();
      void run('replay');
    },
    idle,
    /** Ends everything; what was on its way is *outcome unknown* at the next start. */
    async stop(): Promise<void> {
      stopping.abort();
      cancelTimer();
      await Promise.allSettled([round ?? Promise.resolve(), lanes.idle()]);
    },
  };
}

export function failureError(failure: ApiFailure): LibretaError {
  const { code, ...more } = codedFailure(failure);
  return new LibretaError(code, more);
}
