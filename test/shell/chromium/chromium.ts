import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { endWithRun } from '../shutdown.ts';
import { Connection, type Protocol, type Session } from './connection.ts';
import { chromiumArguments, type ChromiumSetting } from './switches.ts';

/** A page that a window of the app owns. */
export interface OpenedPage {
  readonly session: Session;
  readonly targetId: string;
}

const EXIT_PATIENCE_MS = 5_000;
const NOT_WANTED = /Created TensorFlow Lite|^\s*$/;

/** A process that has ended but that nobody has asked about; it still answers to its number. */
function isDefunct(pid: string): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until the Chromium that last used this profile is gone, so that a new one does not hand over to it. */
async function profileIsFree(profile: string): Promise<void> {
  for (let waited = 0; waited < EXIT_PATIENCE_MS; waited += 25) {
    let pid: string;
    try {
      pid = readlinkSync(join(profile, 'SingletonLock')).replace(/^.*-/, '');
      process.kill(Number(pid), 0);
    } catch {
      return;
    }
    if (isDefunct(pid)) return;
    await pause(25);
  }
}

/** A running Chromium, told what to do through its debugging pipe; it ends when that pipe closes. */
export class Chromium {
  readonly connection: Connection;
  readonly #process: ChildProcess;
  readonly #setting: ChromiumSetting;
  readonly #attached = new Map<string, OpenedPage>();
  readonly #claims = new Map<string, (page: OpenedPage) => void>();
  readonly #creating = new Set<Promise<unknown>>();
  #lastWindow = 0;
  /** Chromium's own version, such as 156.0.8078.79. */
  version = '';

  private constructor(child: ChildProcess, setting: ChromiumSetting) {
    this.#process = child;
    this.#setting = setting;
    const [, , , write, read] = child.stdio;
    this.connection = new Connection(write as Writable, read as Readable);
    this.connection.browser.on('Target.attachedToTarget', (attached) => {
      void this.#onPage(attached);
    });
  }

  /** Starts Chromium and waits until it answers. */
  static async launch(setting: ChromiumSetting): Promise<Chromium> {
    mkdirSync(setting.profile, { recursive: true });
    await profileIsFree(setting.profile);
    const child = spawn(setting.executable, chromiumArguments(setting), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Ctrl-C in a terminal is for the app, which then ends Chromium in order.
      detached: true,
      env: { ...process.env, LANGUAGE: setting.locale },
    });
    const said: string[] = [];
    const lines = createInterface({ input: child.stderr as Readable });
    lines.on('line', (line) => {
      // Playwright waits for this one; the rest is Chromium's own talk.
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
      else if (!NOT_WANTED.test(line)) said.splice(0, Math.max(0, said.length - 20), line);
    });
    const failed = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`Chromium ended (${String(code ?? signal)}):\n${said.join('\n')}`);
    });
    const chromium = new Chromium(child, setting);
    const answered = chromium.connection.browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    });
    const version = chromium.connection.browser.send('Browser.getVersion');
    await Promise.race([answered, failed]);
    chromium.version = (await version).product.replace(/^.*\//, '');
    failed.catch(() => undefined);
    return chromium;
  }

  /** Called when Chromium went away without being asked to. */
  onExit(listener: () => void): void {
    this.#process.once('exit', listener);
  }

  /** Opens a page in a window of its own. It stands still until its session resumes it. */
  async openPage(width: number, height: number): Promise<OpenedPage> {
    const creating = this.#setting.headless
      ? this.#createHeadless(width, height)
      : this.#createWindow(width, height);
    this.#creating.add(creating);
    try {
      const key = await creating;
      const known = this.#attached.get(key);
      this.#attached.delete(key);
      return known ?? (await new Promise((resolve) => this.#claims.set(key, resolve)));
    } finally {
      this.#creating.delete(creating);
    }
  }

  /** Ends Chromium, at first kindly so that it writes its files. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.connection.browser.tell('Browser.close');
    const late = setTimeout(() => this.#process.kill('SIGKILL'), EXIT_PATIENCE_MS);
    await ended;
    clearTimeout(late);
  }

  async #createHeadless(width: number, height: number): Promise<string> {
    const { targetId } = await this.connection.browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    return targetId;
  }

  /** A bare window: a second call hands an "app" page over to the running Chromium. */
  async #createWindow(width: number, height: number): Promise<string> {
    const file = join(this.#setting.profile, 'blank.html');
    writeFileSync(file, '<!doctype html><title></title>');
    const url = `${pathToFileURL(file).href}?window=${(this.#lastWindow += 1)}`;
    const handOver = spawn(
      this.#setting.executable,
      [
        `--user-data-dir=${this.#setting.profile}`,
        `--app=${url}`,
        `--window-size=${width},${height}`,
        '--no-sandbox',
        '--test-type',
        // Should the running one be gone by now, this one takes its place, and ends with its pipe.
        '--remote-debugging-pipe',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
    );
    endWithRun(handOver);
    await once(handOver, 'exit');
    return url;
  }

  async #onPage({ sessionId, targetInfo }: Protocol.Target.attachedToTargetPayload): Promise<void> {
    const session = this.connection.session(sessionId);
    if (targetInfo.openerId !== undefined) {
      this.#refuse(session, targetInfo.targetId);
      return;
    }
    const key = this.#setting.headless ? targetInfo.targetId : targetInfo.url;
    const page = { session, targetId: targetInfo.targetId };
    this.#attached.set(key, page);
    await Promise.allSettled(this.#creating);
    const claim = this.#claims.get(key);
    if (claim) {
      this.#claims.delete(key);
      this.#attached.delete(key);
      claim(page);
    } else if (this.#attached.delete(key)) {
      // Nobody asked for it: a link clicked in a way that opens a tab.
      this.#refuse(session, targetInfo.targetId);
    }
  }

  /** A page opened by a page: the windows' handlers refuse it, so it goes without touching the network. */
  #refuse(session: Session, targetId: string): void {
    session.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    session.on('Fetch.requestPaused', ({ requestId }) => {
      session.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    });
    session.tell('Runtime.runIfWaitingForDebugger');
    this.connection.browser.tell('Target.closeTarget', { targetId });
  }
}
