import { createHash } from 'node:crypto';
import { AppUrls } from './appUrl.ts';
import type { Chromium } from './chromium/chromium.ts';
import type { CommandLine } from './commandLine.ts';

/** The app that is being run, read from its package.json. */
export interface LoadedApp {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly packaged: boolean;
}

/** What one run of the stand-in knows; set once by boot.ts before the app is loaded. */
export interface Runtime {
  readonly executable: string;
  readonly commandLine: CommandLine;
  readonly app: LoadedApp;
  readonly headless: boolean;
}

let current: Runtime | undefined;
let chromium: Chromium | undefined;

/** The URLs of the app's own schemes, in both forms. */
export const urls = new AppUrls();

export function startRuntime(runtime: Runtime): void {
  current = runtime;
}

export function runtime(): Runtime {
  if (!current)
    throw new Error('The electron module was loaded outside the stand-in for Electron.');
  return current;
}

export function useChromium(running: Chromium): void {
  chromium = running;
}

/** Chromium, once it runs; before that, what needs it may not be called. */
export function requireChromium(purpose: string): Chromium {
  if (!chromium) throw new Error(`Cannot ${purpose} before app is ready`);
  return chromium;
}

/** Chromium, if it runs already. */
export function runningChromium(): Chromium | undefined {
  return chromium;
}

/** A short name for a folder, for things that belong to it but cannot lie in it. */
export function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
