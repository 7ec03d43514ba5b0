import { fork, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { endWithRun } from '../shutdown.ts';
import { app } from './app.ts';
import { strictEmitter, strictObject } from './strict.ts';

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  readonly cwd?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit' | readonly ('pipe' | 'ignore' | 'inherit')[];
  readonly serviceName?: string;
}

const BOOTSTRAP = fileURLToPath(new URL('../utility/bootstrap.ts', import.meta.url));

/** A child process of Node that knows `process.parentPort`. */
class UtilityProcess extends strictEmitter('utilityProcess', [
  'spawn',
  'message',
  'exit',
  'error',
]) {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly #child: ChildProcess;
  #pid: number | undefined;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super();
    const { stdio = 'inherit' } = options;
    const [, output, errors] = typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio;
    this.#child = fork(modulePath, args, {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '-r',
        BOOTSTRAP,
        ...(options.execArgv ?? []),
      ],
      env: options.env ?? process.env,
      cwd: options.cwd ?? process.cwd(),
      serialization: 'advanced',
      // A signal to the terminal's group is for the app alone.
      detached: true,
      stdio: ['ignore', output ?? 'inherit', errors ?? 'inherit', 'ipc'],
    });
    endWithRun(this.#child);
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    this.#child.once('spawn', () => {
      this.#pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code, signal) => {
      this.#pid = undefined;
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1));
    });
  }

  get pid(): number | undefined {
    return this.#pid;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(structuredClone(message) as object);
  }
  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = strictObject('utilityProcess', {
  fork(
    modulePath: string,
    args: readonly string[] = [],
    options: ForkOptions = {},
  ): UtilityProcess {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
    return new UtilityProcess(modulePath, args, options);
  },
});
