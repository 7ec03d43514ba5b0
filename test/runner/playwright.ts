/** Runs Playwright on the built app, in a session with or without a keyring. */
import { join } from 'node:path';
import { buildIfNeeded } from '../shell/build.ts';
import { prepareElectron, type PreparedElectron } from '../shell/prepare.ts';
import { projectRoot, run, type CommandOptions } from './command.ts';
import { atLeastOne, judgeHalf, type Counts } from './counts.ts';
import { prepareMachine } from './machine.ts';
import { countsFromPlaywright } from './playwrightReport.ts';
import { withReport } from './report.ts';

/** The app is built and there is an Electron to run it on, which is told. Throws errors for people. */
export async function prepareApp(): Promise<PreparedElectron> {
  await buildIfNeeded();
  await prepareMachine();
  const prepared = await prepareElectron();
  const { kind, env } = prepared;
  const on =
    kind === 'electron'
      ? 'the real Electron'
      : `a stand-in for Electron, on ${env['LIBRETA_CHROMIUM'] ?? 'Chromium'}`;
  console.log(`End-to-end tests run on: ${on}`);
  return prepared;
}

const compileCache = join(projectRoot, 'test-results', 'compile-cache');

export interface Suite {
  /** Playwright's own arguments: what to run of it. */
  readonly select: readonly string[];
  readonly keyring: 'unlocked' | 'none';
  /** One half of a suite, which a filter may leave without a test. */
  readonly half?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a selection of specs and counts. */
export async function playwright(
  { kind, env }: PreparedElectron,
  suite: Suite,
  options: CommandOptions,
): Promise<Counts> {
  const { outcome, report } = await withReport((file) => {
    const [program, ...args] = inSession(kind, suite.keyring, [
      process.execPath,
      'node_modules/@playwright/test/cli.js',
      'test',
      ...suite.select,
    ]);
    return run(program, args, {
      ...options,
      env: {
        ...env,
        ...suite.env,
        // Each spec starts a server and an app anew; what they load is compiled once for all of them.
        NODE_COMPILE_CACHE: compileCache,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    });
  });
  const counts = judgeHalf(countsFromPlaywright(report), outcome);
  return suite.half === true ? counts : atLeastOne(counts);
}

type Command = readonly [string, ...string[]];

/**
 * On Linux the specs get a keyring of their own, or none. Without a display the stand-in runs headless;
 * the real Electron needs one, so it gets Xvfb, and a bus without services in place of no bus at all.
 * Elsewhere the keychain is the system's and there is nothing to wrap.
 */
function inSession(
  kind: PreparedElectron['kind'],
  keyring: Suite['keyring'],
  command: Command,
): Command {
  if (process.platform !== 'linux') return command;
  const without = kind === 'electron' ? '--no-service' : '--none';
  const mode = keyring === 'none' ? [without] : [];
  const wrapped: Command = [
    process.execPath,
    'test/keyring/with-keyring.mjs',
    ...mode,
    '--',
    ...command,
  ];
  const needsDisplay = kind === 'electron' && !process.env['DISPLAY'];
  return needsDisplay ? ['xvfb-run', '-a', '-s', '-screen 0 1280x800x24', ...wrapped] : wrapped;
}
