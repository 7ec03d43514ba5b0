import { requireChromium, runtime } from '../runtime.ts';
import { isEnding } from '../shutdown.ts';
import { app } from './app.ts';
import { addWindow, allWindows, removeWindow } from './registry.ts';
import { SCREEN } from './screen.ts';
import { ElectronEvent, notPlayed, strictEmitter } from './strict.ts';
import { WebContents, type WebPreferences } from './webContents.ts';

const EVENTS = [
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'resize',
  'resized',
  'move',
  'moved',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
];

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface WindowOptions extends Partial<Rectangle> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
}

/** Options that the stand-in carries out, and those that only change how a real window looks. */
const OPTIONS = new Set(
  `x y width height show title webPreferences minWidth minHeight maxWidth maxHeight backgroundColor
   useContentSize center icon autoHideMenuBar resizable minimizable maximizable closable movable
   titleBarStyle titleBarOverlay trafficLightPosition accentColor vibrancy backgroundMaterial
   darkTheme fullscreenable paintWhenInitiallyHidden`.split(/\s+/),
);
const PREFERENCES = new Set(
  `preload session partition zoomFactor contextIsolation sandbox nodeIntegration
   nodeIntegrationInWorker nodeIntegrationInSubFrames webSecurity allowRunningInsecureContent
   webviewTag devTools spellcheck navigateOnDragDrop safeDialogs enableWebSQL experimentalFeatures
   backgroundThrottling v8CacheOptions plugins autoplayPolicy textAreasAreResizable
   disableBlinkFeatures enableBlinkFeatures disableDialogs defaultEncoding images`.split(/\s+/),
);

function checkOptions(options: object, preferences: object): void {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.has(name)) throw notPlayed(`BrowserWindow option '${name}'`);
  }
  for (const [name, value] of Object.entries(preferences) as [string, unknown][]) {
    if (!PREFERENCES.has(name)) throw notPlayed(`webPreferences.${name}`);
    const wanted = { contextIsolation: true, sandbox: true, nodeIntegration: false }[name];
    if (wanted !== undefined && value !== wanted) {
      throw notPlayed(`webPreferences.${name}: ${String(value)}`);
    }
  }
}

/** The number of the window that has the keyboard. */
let focused: number | undefined;

/** A window of the app with its page. Headless, its frame is only imagined, and its page is the whole of it. */
export class BrowserWindow extends strictEmitter('BrowserWindow', EVENTS) {
  readonly id: number;
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #state: 'normal' | 'minimized' | 'maximized' = 'normal';
  #visible: boolean;
  #title: string;
  #minimum: readonly [number, number];
  #destroyed = false;
  #windowId: number | undefined;

  constructor(options: WindowOptions & { minWidth?: number; minHeight?: number } = {}) {
    super();
    const preferences = options.webPreferences ?? {};
    checkOptions(options, preferences);
    const chromium = requireChromium('create BrowserWindow');
    const { width = 800, height = 600 } = options;
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#bounds = this.#fit({
      x: options.x ?? Math.max(0, Math.round((SCREEN.width - width) / 2)),
      y: options.y ?? Math.max(0, Math.round((SCREEN.height - height) / 2)),
      width,
      height,
    });
    this.#visible = options.show ?? true;
    this.#title = options.title ?? app.name;
    addWindow(this);
    this.webContents = new WebContents(preferences, () => this.getBounds());
    this.id = this.webContents.id;
    this.webContents.onCloseRequest = () => this.close();
    this.webContents.once('destroyed', () => this.#gone());
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    if (this.#visible) focused = this.id;
    void chromium.openPage(this.#bounds.width, this.#bounds.height).then(
      ({ session, targetId }) => {
        this.webContents.attach(session, targetId);
        if (!runtime().headless) void this.#findWindow(targetId);
      },
      (error: unknown) => {
        this.webContents.markDestroyed();
        if (!isEnding()) throw error;
      },
    );
  }

  static getAllWindows(): BrowserWindow[] {
    return allWindows();
  }
  static getFocusedWindow(): BrowserWindow | null {
    return allWindows().find((window) => window.id === focused) ?? null;
  }
  static fromWebContents(page: WebContents): BrowserWindow | null {
    return allWindows().find((window) => window.webContents === page) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return allWindows().find((window) => window.id === id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.blur();
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible;
  }
  focus(): void {
    this.webContents.focus();
    if (this.isFocused()) return;
    BrowserWindow.getFocusedWindow()?.blur();
    focused = this.id;
    this.emit('focus');
  }
  blur(): void {
    if (!this.isFocused()) return;
    focused = undefined;
    this.emit('blur');
  }
  isFocused(): boolean {
    return focused === this.id;
  }

  minimize(): void {
    this.#enter('minimized', 'minimize');
  }
  maximize(): void {
    this.#enter('maximized', 'maximize');
  }
  unmaximize(): void {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize');
  }
  restore(): void {
    if (this.#state !== 'normal') this.#enter('normal', 'restore');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isFullScreen(): boolean {
    return false;
  }

  getBounds(): Rectangle {
    return this.isMaximized() ? { ...SCREEN } : { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }
  setBounds(change: Partial<Rectangle>): void {
    const before = this.#bounds;
    this.#bounds = this.#fit({ ...before, ...change });
    this.#apply();
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) this.emit('move');
    if (width !== before.width || height !== before.height) this.emit('resize');
  }
  getSize(): [number, number] {
    const { width, height } = this.getBounds();
    return [width, height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
    this.setBounds({});
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  setBackgroundColor(_color: string): void {
    // The page's own background covers all of the window.
  }
  setMenu(_menu: unknown): void {
    // There are no menu bars.
  }
  setMenuBarVisibility(_visible: boolean): void {
    // See above.
  }
  flashFrame(_flag: boolean): void {
    // No task bar either.
  }

  /** Asks the app and then the page; either may refuse. */
  close(): void {
    if (this.#destroyed) return;
    const event = new ElectronEvent();
    this.emit('close', event);
    if (event.defaultPrevented) app.stay();
    else this.webContents.closePage(false);
  }
  destroy(): void {
    if (!this.#destroyed) this.webContents.closePage(true);
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  #fit(bounds: Rectangle): Rectangle {
    const [minWidth, minHeight] = this.#minimum;
    return {
      ...bounds,
      width: Math.max(bounds.width, minWidth),
      height: Math.max(bounds.height, minHeight),
    };
  }

  #enter(state: 'normal' | 'minimized' | 'maximized', event: string): void {
    if (this.#state === state) return;
    const resized = this.#state === 'maximized' || state === 'maximized';
    this.#state = state;
    this.#apply();
    this.emit(event);
    if (resized) this.emit('resize');
  }

  #apply(): void {
    this.webContents.applyEmulation();
    const windowId = this.#windowId;
    if (windowId === undefined) return;
    const { browser } = requireChromium('move a window').connection;
    const { x, y, width, height } = this.#bounds;
    browser.tell('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    const bounds =
      this.#state === 'normal' ? { left: x, top: y, width, height } : { windowState: this.#state };
    browser.tell('Browser.setWindowBounds', { windowId, bounds });
  }

  async #findWindow(targetId: string): Promise<void> {
    const { browser } = requireChromium('find a window').connection;
    const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
    this.#windowId = windowId;
    this.#apply();
  }

  #gone(): void {
    this.#destroyed = true;
    if (this.isFocused()) focused = undefined;
    removeWindow(this);
    this.emit('closed');
    if (allWindows().length === 0 && !isEnding()) app.lastWindowClosed();
  }
}
