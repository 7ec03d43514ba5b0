/**
 * The application without its desktop: everything that runs in plain Node, built from what a platform offers.
 * main.ts gives it Electron's, the tests give it Node's.
 */
import type { AppEvent } from '#shared/ipc/events.ts';
import type { Settings } from '#shared/ipc/views.ts';
import type { StartProcess } from './credentials/isolatedProcess.ts';
import type { Handlers } from './ipc/handler.ts';

export interface Platform {
  /** The folder of everything that is kept on this machine. */
  readonly dataFolder: string;
  readonly version: string;
  readonly name: string;
  /** The system's languages, best first. */
  readonly languages: () => string[];
  /** The server address offered at sign-in. */
  readonly defaultServer: string;
  /** Starts the process that talks to the keychain. */
  readonly startKeychain: StartProcess;
  /** Asks where to save a file; null when cancelled. */
  readonly chooseSavePath: (suggestedName: string) => Promise<string | null>;
  /** Called at start and whenever settings change (theme, language). */
  readonly applySettings: (settings: Settings) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

export interface Application {
  readonly handlers: Handlers;
  /** Answers how to end the subscription. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** The machine woke up, or the network seems to be back: try now rather than at the next schedule. */
  readonly wakeUp: () => void;
  /** Stops sync, waits for what is in flight (bounded), closes files. Safe to call twice. */
  readonly close: () => Promise<void>;
}
