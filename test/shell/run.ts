import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { buildIfNeeded } from './build.ts';
import { prepareElectron, electronExecutable, projectRoot } from './prepare.ts';

/** Electron refuses to run as root with its sandbox on. */
function neededSwitches(kind: 'electron' | 'stand-in'): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return kind === 'electron' && root ? ['--no-sandbox'] : [];
}

/** Starts the app with these arguments and answers its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let prepared: Awaited<ReturnType<typeof prepareElectron>>;
  try {
    await buildIfNeeded();
    prepared = await prepareElectron();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  const { kind, env, describe } = prepared;
  if (kind === 'stand-in') console.error(describe);
  const child = spawn(electronExecutable(env), ['.', ...neededSwitches(kind), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  // From a terminal the app gets the signal as well; a second one does no harm.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? (signal ? 128 + constants.signals[signal] : 1);
}
