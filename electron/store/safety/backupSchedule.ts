/** When backups are taken: a while after the opening, then every few hours, and on demand. One at a time. */
import type { BackupOutcome } from './backup.ts';

/** Time as the schedule sees it, so that a test can drive it. */
export interface Timer {
  /** Calls back once after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

export const firstBackupAfter = 60_000;
export const backupEvery = 4 * 3_600_000;

export interface BackupSchedule {
  /** Takes one now; joins the one that is under way. */
  readonly now: () => Promise<BackupOutcome>;
  /** Calls off what is planned and ends what is under way. */
  readonly stop: () => Promise<void>;
}

/**
 * `onFailure`: a backup that could not be taken (a full disk, say). It is tried again at the next time; nothing else
 * depends on it.
 */
export function scheduleBackups(options: {
  readonly timer: Timer;
  readonly take: (signal: AbortSignal) => Promise<BackupOutcome>;
  readonly onFailure: (error: unknown) => void;
}): BackupSchedule {
  const stopping = new AbortController();
  let running: Promise<BackupOutcome> | null = null;
  let callOff = plan(firstBackupAfter);

  function plan(milliseconds: number): () => void {
    return options.timer.after(milliseconds, () => {
      void take().catch(options.onFailure);
    });
  }

  function take(): Promise<BackupOutcome> {
    running ??= options.take(stopping.signal).finally(() => {
      running = null;
      callOff();
      if (!stopping.signal.aborted) callOff = plan(backupEvery);
    });
    return running;
  }

  return {
    now: take,
    async stop() {
      stopping.abort();
      callOff();
      await running?.catch(() => undefined);
    },
  };
}
