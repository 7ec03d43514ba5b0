/** Running a command with its output in view. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..', '..');

/** A program that takes longer than this hangs. Playwright ends itself before, and says what it left out. */
const PATIENCE_MS = 55 * 60_000;
const GRACE_MS = 10_000;

export interface CommandOptions {
  /** Ends the command when aborted. */
  readonly signal: AbortSignal;
  /** Added to this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, without input, and answers its exit code; 1 for one that was ended or did not start. */
export function run(
  program: string,
  args: readonly string[],
  { signal, env = {} }: CommandOptions,
): Promise<number> {
  if (signal.aborted) return Promise.resolve(1);
  return new Promise((ended) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = (): void => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
    };
    const patience = setTimeout(() => {
      console.error(`${program} did not end within ${PATIENCE_MS / 60_000} minutes.`);
      end();
    }, PATIENCE_MS);
    const settle = (code: number): void => {
      clearTimeout(patience);
      signal.removeEventListener('abort', end);
      ended(code);
    };
    signal.addEventListener('abort', end);
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      settle(1);
    });
    child.on('close', (code) => settle(code ?? 1));
  });
}

/** Runs a JavaScript file with this Node. */
export function runNode(args: readonly string[], options: CommandOptions): Promise<number> {
  return run(process.execPath, args, options);
}

/** Runs one of package.json's scripts with the npm that runs this, or the one on the path. */
export function runScript(name: string, options: CommandOptions): Promise<number> {
  const npm = process.env['npm_execpath'];
  return npm === undefined || npm === ''
    ? run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', name], options)
    : runNode([npm, 'run', name], options);
}
