/** What the command line and the environment ask for. Electron's own switches are left to Electron. */
import { resolve } from 'node:path';

export interface LaunchOptions {
  /** `--user-data-dir=DIR`, made absolute: where everything is kept instead of the system's place. */
  readonly dataFolder: string | null;
  /** `--lang=es`: preferred to the system's languages. */
  readonly language: string | null;
  /** `--headless`: the window works but is never shown. */
  readonly headless: boolean;
  /** The server offered at sign-in: LIBRETA_SERVER, else Afilnet's own. It is validated where it is used. */
  readonly defaultServer: string;
  /** LIBRETA_TRUST_REPLIES: main's answers go unchecked while the app is developed too, as in one that is installed. */
  readonly trustReplies: boolean;
}

const afilnet = 'https://www.afilnet.com';

export function readLaunchOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): LaunchOptions {
  const dataFolder = switchValue(argv, 'user-data-dir');
  return {
    dataFolder: dataFolder === null ? null : resolve(dataFolder),
    language: switchValue(argv, 'lang'),
    headless: argv.some((argument) => /^--headless(=|$)/.test(argument)),
    defaultServer: environment['LIBRETA_SERVER'] || afilnet,
    trustReplies: Boolean(environment['LIBRETA_TRUST_REPLIES']),
  };
}

/** Variables by which tests reach inside: they must have no effect on an app that somebody installed. */
const testVariables = ['LIBRETA_SANDBOX_CONTROL'];

/** Takes the tests' variables out of the environment of a packaged app. */
export function dropTestVariables(environment: NodeJS.ProcessEnv, packaged: boolean): void {
  if (!packaged) return;
  for (const name of testVariables) Reflect.deleteProperty(environment, name);
}

/** The last one wins, as in Chromium; an empty value counts as not given. */
function switchValue(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  return argv.findLast((argument) => argument.startsWith(prefix))?.slice(prefix.length) || null;
}
