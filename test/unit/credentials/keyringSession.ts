/** Starts a scenario in a session of its own, with or without a keyring, and reads what it printed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const mark = 'answers ';
const keyring = path.resolve(import.meta.dirname, '../../keyring');

/** Elsewhere the keychain is the user's own, which tests leave alone. */
export const keyringIsTestable = process.platform === 'linux';
if (!keyringIsTestable) {
  console.log('Keyring tests skipped: a private keyring can be started on Linux only.');
}

export interface ScenarioSession {
  /** Which keyring `with-keyring.mjs` provides. */
  readonly mode?: '--keyring' | '--no-service' | '--none';
  /** Gives the session a display, so that the keyring can prompt. */
  readonly display?: boolean;
}

export interface ScenarioOutcome {
  readonly answers: Record<string, unknown>;
  /** All that the session wrote beside its answers. */
  readonly noise: string;
}

export function runScenario(name: string, session: ScenarioSession = {}): ScenarioOutcome {
  const environment = { ...process.env };
  delete environment['DISPLAY'];
  delete environment['NODE_OPTIONS'];
  const run = [
    ...[
      process.execPath,
      path.join(keyring, 'with-keyring.mjs'),
      session.mode ?? '--keyring',
      '--',
    ],
    ...[process.execPath, path.join(keyring, 'scenario.ts'), name],
  ];
  const [program, ...rest] = session.display ? ['xvfb-run', '-a', ...run] : run;
  const ran = spawnSync(program!, rest, { env: environment, encoding: 'utf8', timeout: 50_000 });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}: ${ran.stderr}`);
  const lines = ran.stdout.split('\n');
  const printed = lines.find((line) => line.startsWith(mark))?.slice(mark.length) ?? 'null';
  const others = lines.filter((line) => !line.startsWith(mark));
  return {
    answers: JSON.parse(printed) as Record<string, unknown>,
    noise: [...others, ran.stderr].join('\n'),
  };
}
