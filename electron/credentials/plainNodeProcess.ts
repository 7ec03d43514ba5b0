import { fork } from 'node:child_process';
import { keychainEnvironment, type IsolatedProcess } from './isolatedProcess.ts';

export interface PlainNodeOptions {
  /** The entry file: `keychainProcess.ts` or its build. */
  readonly file: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Options for Node itself. */
  readonly nodeOptions?: readonly string[];
}

/** An isolated process under plain Node, where there is no Electron: for tests and scripts. */
export function startInPlainNode(
  options: PlainNodeOptions,
): IsolatedProcess & { readonly pid: number | undefined } {
  const child = fork(options.file, [], {
    env: keychainEnvironment(options.environment),
    execArgv: [...(options.nodeOptions ?? [])],
    // The library below writes warnings of its own; nothing of this process goes to a log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    pid: child.pid,
    postMessage(value) {
      // A message that cannot be delivered is followed by the exit, which is what gets reported.
      child.send(value as object, () => undefined);
    },
    onMessage(listener) {
      child.on('message', listener);
    },
    onExit(listener) {
      let told = false;
      const tell = (what: string) => {
        if (!told) listener(what);
        told = true;
      };
      child.on('exit', (code, signal) => {
        tell(signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`);
      });
      child.on('error', () => {
        tell('could not be started');
      });
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}
