import { utilityProcess } from 'electron';
import {
  keychainEnvironment,
  type IsolatedProcess,
  type StartProcess,
} from '../credentials/isolatedProcess.ts';

/** Starts `file` as an Electron utility process, so that a keychain that hangs or crashes harms nothing else. */
export function keychainProcess(file: string): StartProcess {
  return () => {
    const child = utilityProcess.fork(file, [], {
      serviceName: 'Libreta keychain',
      env: keychainEnvironment(process.env) as Record<string, string>,
      stdio: 'ignore',
    });
    return {
      postMessage(value) {
        child.postMessage(value);
      },
      onMessage(listener) {
        child.on('message', listener);
      },
      onExit(listener) {
        child.once('exit', (code) => {
          listener(`exit code ${code}`);
        });
      },
      kill() {
        child.kill();
      },
    } satisfies IsolatedProcess;
  };
}
