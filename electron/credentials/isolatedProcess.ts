/** A process beside the app, as much of it as the keychain needs; Electron's and Node's both fit. */
export interface IsolatedProcess {
  postMessage(value: unknown): void;
  onMessage(listener: (value: unknown) => void): void;
  /** Called once, also when the process could not be started. */
  onExit(listener: (what: string) => void): void;
  /** Ends the process at once, whatever it is waiting for. */
  kill(): void;
}

/** Starts the process; may throw. */
export type StartProcess = () => IsolatedProcess;

/**
 * The environment for the keychain process: the app's own, without translations,
 * because the library's error texts are all there is to tell its failures apart.
 */
export function keychainEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };
}
