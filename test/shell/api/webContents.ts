import { unlessClosed, type Protocol, type Session as Cdp } from '../chromium/connection.ts';
import { DocumentTrail } from '../page/document.ts';
import { MainFrame } from '../page/frame.ts';
import { PageIpc } from '../page/ipc.ts';
import { applyPermissions } from '../page/permissions.ts';
import { interceptRequests } from '../page/requests.ts';
import { consoleMessages } from '../page/console.ts';
import { contextMenus } from '../page/contextMenu.ts';
import { requireChromium, runtime, urls } from '../runtime.ts';
import { app } from './app.ts';
import { nativeTheme } from './nativeTheme.ts';
import { addPage, allPages, removePage } from './registry.ts';
import { session as sessions, type Session } from './session.ts';
import { ElectronEvent, notPlayed, strictEmitter, strictObject } from './strict.ts';

const EVENTS = [
  'will-navigate',
  'will-redirect',
  'will-attach-webview',
  'did-start-loading',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'render-process-gone',
  'console-message',
  'context-menu',
  'destroyed',
];

export interface WebPreferences {
  readonly preload?: string;
  readonly session?: Session;
  readonly partition?: string;
  readonly zoomFactor?: number;
}

interface OpenDetails {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
  readonly referrer: { readonly url: string; readonly policy: string };
}
type OpenHandler = (details: OpenDetails) => { readonly action: string };

interface Parts {
  readonly page: Cdp;
  readonly trail: DocumentTrail;
  readonly ipc: PageIpc;
}

let lastId = 0;

/** One page of the app: the document of a window, and all that may happen to it. */
export class WebContents extends strictEmitter('webContents', EVENTS) {
  readonly id = (lastId += 1);
  readonly session: Session;
  readonly mainFrame = new MainFrame(this.id);
  readonly #preferences: WebPreferences;
  readonly #attached = Promise.withResolvers<Parts>();
  readonly #size: () => { width: number; height: number };
  #parts: Parts | undefined;
  #targetId = '';
  #openHandler: OpenHandler | undefined;
  #destroyed = false;
  #crashed = false;
  #zoom: number;
  /** For the window: asked to close by the page's side. */
  onCloseRequest: () => void = () => undefined;

  constructor(preferences: WebPreferences, size: () => { width: number; height: number }) {
    super();
    this.#preferences = preferences;
    this.#size = size;
    this.#zoom = preferences.zoomFactor ?? 1;
    this.session =
      preferences.session ??
      (preferences.partition === undefined
        ? sessions.defaultSession
        : sessions.fromPartition(preferences.partition));
    this.#attached.promise.catch(() => undefined);
    addPage(this);
    app.emit('web-contents-created', new ElectronEvent(), this);
  }

  /** For the window: its page exists and stands still. Every call is sent before the page is let go. */
  attach(page: Cdp, targetId: string): void {
    this.#targetId = targetId;
    page.onClosed(() => this.markDestroyed());
    page.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      this.emit('render-process-gone', new ElectronEvent(), { reason: 'crashed', exitCode: 5 });
    });
    page.on('Page.windowOpen', (asked) => this.#onWindowOpen(asked));
    page.on('Page.javascriptDialogOpening', ({ type }) => {
      // A page that does not want to be left keeps its window, as in Electron, which shows no dialog.
      if (type === 'beforeunload') page.tell('Page.handleJavaScriptDialog', { accept: false });
    });
    const ipc = new PageIpc(page, this, this.#preferences.preload);
    const trail = new DocumentTrail(page, targetId, {
      onUrl: (url) => this.mainFrame.moveTo(url),
      onLoad: () => this.emit('did-finish-load', new ElectronEvent()),
      onForeignScheme: (url) => this.#onForeignScheme(url, page),
      onNewTab: (url) => this.#askToOpen(url, '', '', 'background-tab'),
    });
    consoleMessages(page, (details) => {
      const { level, message, lineNumber, sourceId } = details;
      const event = new ElectronEvent({ ...details, frame: this.mainFrame });
      this.emit('console-message', event, level, message, lineNumber, sourceId);
    });
    contextMenus(page, (params) => {
      this.emit('context-menu', new ElectronEvent(), strictObject('context-menu params', params));
    });
    interceptRequests(page, {
      webContentsId: this.id,
      session: this.session,
      isMainFrame: (frameId) => frameId === targetId,
      mayShow: (url, redirected) => this.#mayShow(url, redirected, trail),
      prepare: (url) =>
        applyPermissions(
          requireChromium('show a page').connection.browser,
          this.session,
          this,
          url,
        ),
    });
    this.#parts = { page, trail, ipc };
    this.applyEmulation();
    page.tell('Emulation.setLocaleOverride', { locale: app.getLocale().replace('-', '_') });
    void this.#letGo(this.#parts);
  }

  /** Tells the page its size, zoom and colour scheme. */
  applyEmulation(): void {
    const page = this.#parts?.page;
    if (!page) return;
    const scheme = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
    page.tell('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
    if (!runtime().headless && this.#zoom === 1) {
      page.tell('Emulation.clearDeviceMetricsOverride');
      return;
    }
    const size = this.#size();
    page.tell('Emulation.setDeviceMetricsOverride', {
      width: Math.round(size.width / this.#zoom),
      height: Math.round(size.height / this.#zoom),
      deviceScaleFactor: this.#zoom === 1 ? 0 : this.#zoom,
      mobile: false,
      screenWidth: Math.max(size.width, 1920),
      screenHeight: Math.max(size.height, 1080),
    });
  }

  async loadURL(url: string): Promise<void> {
    const { trail } = await this.#attached.promise;
    if (urls.schemeOf(url) === undefined && !/^(https?|data|about|blob):/.test(url)) {
      throw notPlayed(`loadURL('${url}'), whose scheme was not registered as a standard one`);
    }
    try {
      await trail.load(url);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.emit('did-fail-load', new ElectronEvent(), -3, reason, url, true);
      throw error;
    }
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  getTitle(): string {
    throw notPlayed('webContents.getTitle');
  }
  reload(): void {
    this.#crashed = false;
    void this.#attached.promise.then(({ page }) => page.tell('Page.reload'));
  }
  send(channel: string, ...args: unknown[]): void {
    this.#parts?.ipc.send(channel, args);
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { page } = await this.#attached.promise;
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as unknown;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoom = factor;
    this.applyEmulation();
  }
  getZoomFactor(): number {
    return this.#zoom;
  }
  undo(): void {
    this.#edit('undo');
  }
  redo(): void {
    this.#edit('redo');
  }
  cut(): void {
    this.#edit('cut');
  }
  copy(): void {
    this.#edit('copy');
  }
  paste(): void {
    this.#edit('paste');
  }
  selectAll(): void {
    this.#edit('selectAll');
  }
  openDevTools(): void {
    // Playwright and --remote-debugging-port are the tools here.
  }
  focus(): void {
    void this.#attached.promise.then(({ page }) => page.tell('Page.bringToFront'));
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  /** Playwright closes pages through this. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload === false) this.closePage(true);
    else this.onCloseRequest();
  }

  /** For the window: ends the page, with or without asking it. */
  closePage(atOnce: boolean): void {
    void this.#attached.promise.then(async ({ page }) => {
      if (!atOnce && !this.#crashed && (await mayClose(page)) === false) {
        app.stay();
        return;
      }
      const { browser } = requireChromium('close a window').connection;
      browser.tell('Target.closeTarget', { targetId: this.#targetId });
    });
  }

  /** For the window: Chromium's page is gone. */
  markDestroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    removePage(this);
    this.#attached.reject(new Error('Object has been destroyed'));
    this.emit('destroyed');
  }

  /** For Playwright: which target this is. */
  get targetId(): string {
    return this.#targetId;
  }

  /**
   * Lets the page run. It may navigate only when its renderer has answered: what is still under way
   * when the renderer is replaced by another one comes too late for the first document.
   */
  async #letGo(parts: Parts): Promise<void> {
    const resumed = await unlessClosed(parts.page.send('Runtime.runIfWaitingForDebugger'));
    if (resumed) this.#attached.resolve(parts);
  }

  /** One of Chromium's editing commands, on what has the keyboard in the page. */
  #edit(command: string): void {
    void this.#attached.promise.then(({ page }) => {
      page.tell('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
    });
  }

  #mayShow(url: string, redirected: boolean, trail: DocumentTrail): boolean {
    const own = trail.isOwn(url);
    if (own && !redirected) return true;
    return this.#announce(redirected ? 'will-redirect' : 'will-navigate', url);
  }

  #announce(name: string, url: string): boolean {
    const event = new ElectronEvent({
      url,
      isSameDocument: false,
      isMainFrame: true,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    });
    this.emit(name, event, url, false, true);
    return !event.defaultPrevented;
  }

  /** Chromium would drop `app:` by itself, where Electron asks and goes there. */
  #onForeignScheme(url: string, page: Cdp): void {
    if (!this.#announce('will-navigate', url)) page.tell('Page.stopLoading');
    else if (urls.schemeOf(url) !== undefined) void unlessClosed(this.loadURL(url));
  }

  #onWindowOpen({ url, windowName, windowFeatures }: Protocol.Page.windowOpenPayload): void {
    const frameName = windowName === '_blank' ? '' : windowName;
    const disposition = windowFeatures.includes('menubar') ? 'foreground-tab' : 'new-window';
    this.#askToOpen(urls.toApp(url), frameName, windowFeatures.join(','), disposition);
  }

  #askToOpen(url: string, frameName: string, features: string, disposition: string): void {
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' };
    const answer = this.#openHandler?.({ url, frameName, features, disposition, referrer });
    if (answer?.action !== 'deny') {
      throw notPlayed(`window for ${url}: a window open handler must deny`);
    }
  }
}

/**
 * Asks the page's beforeunload listeners. Chromium would ask the user in a dialog, which Electron
 * does not have and Playwright answers by itself.
 */
async function mayClose(page: Cdp): Promise<boolean | undefined> {
  const expression = `(() => {
    const event = document.createEvent('BeforeUnloadEvent');
    event.initEvent('beforeunload', false, true);
    window.dispatchEvent(event);
    return !event.defaultPrevented && event.returnValue === '';
  })()`;
  const answer = await unlessClosed(
    page.send('Runtime.evaluate', { expression, returnByValue: true }),
  );
  return answer?.result.value as boolean | undefined;
}

export const webContents = strictObject('webContents', {
  getAllWebContents: (): WebContents[] => allPages(),
  fromId: (id: number): WebContents | undefined => allPages().find((page) => page.id === id),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    allPages().find((page) => page.targetId === targetId),
});
