import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium/find.ts';
import { canInstall, installDebianPackages, missingChromiumHint } from './chromium/install.ts';

/** What the app can be run on, and the environment that makes the `electron` package choose it. */
export interface PreparedElectron {
  readonly kind: 'electron' | 'stand-in';
  readonly env: Record<string, string>;
  /** One line for people. */
  readonly describe: string;
}

export const projectRoot = resolve(import.meta.dirname, '..', '..');
const packageFolder = join(projectRoot, 'node_modules', 'electron');
const standInFolder = join(import.meta.dirname, 'bin');
const FETCH_PATIENCE_MS = 10 * 60_000;

/** The Electron binary that the package has fetched, if it has. */
function fetchedBinary(): string | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** Lets the package fetch its binary; true when it did. Its output is of no use to anybody. */
async function fetchBinary(): Promise<boolean> {
  const installer = join(packageFolder, 'install.js');
  if (!existsSync(installer)) return false;
  const child = spawn(process.execPath, [installer, '--no'], {
    stdio: 'ignore',
    timeout: FETCH_PATIENCE_MS,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 && fetchedBinary() !== undefined;
}

async function prepareStandIn(): Promise<PreparedElectron> {
  if (process.platform === 'win32') {
    throw new Error('The Electron binary is missing. Fetch it with: npx install-electron');
  }
  if (findChromium() === undefined && canInstall()) await installDebianPackages();
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(missingChromiumHint());
  return {
    kind: 'stand-in',
    env: { ELECTRON_OVERRIDE_DIST_PATH: standInFolder, LIBRETA_CHROMIUM: chromium },
    describe: `The Electron binary cannot be fetched here: running on a stand-in for it, with ${chromium}.`,
  };
}

/**
 * Finds or fetches the Electron binary; where it cannot be had, prepares the stand-in on an installed
 * Chromium, installing that on Debian as root. `LIBRETA_SHELL=stand-in` goes there directly. Throws
 * an error whose message is for people when neither can be had.
 */
export async function prepareElectron(): Promise<PreparedElectron> {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (process.env['LIBRETA_SHELL'] === 'stand-in' || chosen === standInFolder)
    return prepareStandIn();
  if (chosen) {
    const describe = `Running on the Electron in ${chosen}.`;
    return { kind: 'electron', env: { ELECTRON_OVERRIDE_DIST_PATH: chosen }, describe };
  }
  if (fetchedBinary() === undefined && !(await fetchBinary())) return prepareStandIn();
  return { kind: 'electron', env: {}, describe: 'Running on Electron.' };
}

/** The executable that goes with a prepared environment. */
export function electronExecutable(env: Readonly<Record<string, string>>): string {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary = fetchedBinary();
  if (folder === undefined && binary !== undefined) return binary;
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  return join(folder ?? join(packageFolder, 'dist'), name);
}
