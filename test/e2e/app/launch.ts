/** One running app: started on a data folder, watched, and ended as a person or as a crash ends it. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { projectRoot } from '../../shell/prepare.ts';

export interface LaunchOptions {
  readonly dataFolder: string;
  /** BCP 47; English unless told. */
  readonly language?: string;
  /** The server that the sign-in page offers. */
  readonly server?: string;
  /** Another bus than the session's, by its D-Bus address. */
  readonly bus?: string;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Everything that it wrote to stdout and stderr so far. */
  readonly output: () => string;
  /** What the page complained of: errors on its console and exceptions that nobody caught. */
  readonly complaints: readonly string[];
  readonly isRunning: () => boolean;
  /** Ends it as its menu does. */
  readonly quit: () => Promise<void>;
  /** Ends it as a crash or a power cut does. */
  readonly kill: () => Promise<void>;
}

/** `env`: what makes the `electron` package choose its executable. */
export async function launchApp(
  env: Readonly<Record<string, string>>,
  { dataFolder, language = 'en', server, bus }: LaunchOptions,
): Promise<RunningApp> {
  const electron = await _electron.launch({
    args: ['.', `--user-data-dir=${dataFolder}`, `--lang=${language}`, '--headless'],
    cwd: projectRoot,
    env: {
      ...(process.env as Record<string, string>),
      ...env,
      ...(server === undefined ? {} : { LIBRETA_SERVER: server }),
      ...(bus === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: bus }),
    },
  });
  const child = electron.process();
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const complaints: string[] = [];
  const page = await electron.firstWindow().catch((error: unknown) => {
    const failures = join(dataFolder, 'logs', 'failures.log');
    const log = existsSync(failures) ? readFileSync(failures, 'utf8') : '';
    throw new Error(`The app ended (${child.exitCode ?? child.signalCode}):\n${output}\n${log}`, {
      cause: error,
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    electron,
    page,
    dataFolder,
    output: () => output,
    complaints,
    isRunning,
    async quit() {
      if (isRunning()) await electron.close();
    },
    async kill() {
      if (!isRunning()) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
