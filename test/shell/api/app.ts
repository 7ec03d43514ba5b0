import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromiumLocale, systemLanguages } from '../locale.ts';
import { runtime } from '../runtime.ts';
import { SingleInstance } from '../singleInstance.ts';
import { endRun } from '../shutdown.ts';
import { ElectronEvent, notPlayed, strictEmitter, strictObject } from './strict.ts';
import { allWindows } from './registry.ts';

const EVENTS = [
  'ready',
  'window-all-closed',
  'activate',
  'second-instance',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
];

/** Switches set by the app go to Chromium when it starts; later ones come too late, as in Electron. */
const commandLine = strictObject('app.commandLine', {
  added: new Map<string, string>(),
  appendSwitch(name: string, value = ''): void {
    this.added.set(name.toLowerCase(), value);
  },
  hasSwitch(name: string): boolean {
    return (
      this.added.has(name.toLowerCase()) || runtime().commandLine.switches.has(name.toLowerCase())
    );
  },
  getSwitchValue(name: string): string {
    const key = name.toLowerCase();
    return this.added.get(key) ?? runtime().commandLine.switches.get(key) ?? '';
  },
});

function configFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
}

class App extends strictEmitter('app', EVENTS) {
  readonly commandLine = commandLine;
  readonly dock = undefined;
  #name: string | undefined;
  readonly #paths = new Map<string, string>();
  #instance: SingleInstance | undefined;
  #quitting = false;
  #ready = false;
  readonly #readiness = Promise.withResolvers<undefined>();

  // Playwright replaces these by assignment, so they are plain members.
  isReady = (): boolean => this.#ready;
  whenReady = (): Promise<undefined> => this.#readiness.promise;

  get isPackaged(): boolean {
    return runtime().app.packaged;
  }
  get name(): string {
    return this.#name ?? runtime().app.name;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return runtime().app.version;
  }
  getAppPath(): string {
    return runtime().app.path;
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case 'home':
        return homedir();
      case 'temp':
        return tmpdir();
      case 'downloads':
        return join(homedir(), 'Downloads');
      case 'appData':
        return configFolder();
      case 'userData':
        return resolve(
          runtime().commandLine.switches.get('user-data-dir') ||
            join(configFolder(), runtime().app.name),
        );
      case 'logs':
        return join(this.getPath('userData'), 'logs');
      default:
        throw notPlayed(`app.getPath('${name}')`);
    }
  }
  setPath(name: string, path: string): void {
    this.getPath(name);
    this.#paths.set(name, path);
  }

  getLocale(): string {
    return chromiumLocale(this.getPreferredSystemLanguages()[0] ?? 'en-US');
  }
  getPreferredSystemLanguages(): string[] {
    const asked = commandLine.getSwitchValue('lang');
    return asked === '' ? systemLanguages(process.env) : [asked];
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    const message = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#instance.request(message, (second) => {
      const event = new ElectronEvent();
      this.emit(
        'second-instance',
        event,
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance?.held ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }

  enableSandbox(): void {
    // Every preload script of the stand-in is a sandboxed one.
  }
  setAppUserModelId(_id: string): void {
    // Windows only, as in Electron.
  }
  setBadgeCount(_count?: number): boolean {
    return false;
  }
  focus(): void {
    allWindows().at(-1)?.focus();
  }

  /** Closes every window, asking each, and ends the run if none refuses. */
  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    const event = new ElectronEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    const open = allWindows();
    for (const window of open) window.close();
    if (open.length === 0) this.#willQuit();
  }

  /** Ends the run at once, without asking anybody. */
  exit(code = 0): void {
    this.emit('quit', new ElectronEvent(), code);
    this.#instance?.release();
    void endRun(code);
  }

  /** For the windows: one refused to close, so the app stays. */
  stay(): void {
    this.#quitting = false;
  }

  /** For the windows: the last one is gone. */
  lastWindowClosed(): void {
    if (this.#quitting) this.#willQuit();
    else if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  /** For boot.ts: the app said `quit` before it was ready. */
  get isQuitting(): boolean {
    return this.#quitting;
  }

  /** For boot.ts: Chromium runs. */
  becomeReady(): void {
    this.#ready = true;
    this.emit('ready', new ElectronEvent(), {});
    this.#readiness.resolve(undefined);
  }

  #willQuit(): void {
    const event = new ElectronEvent();
    this.emit('will-quit', event);
    this.#quitting = false;
    if (!event.defaultPrevented) this.exit(0);
  }
}

export const app = new App();
