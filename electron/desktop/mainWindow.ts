/** The one window: opened, remembered, found again, told of events. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { eventChannel } from '#shared/ipc/channels.ts';
import type { AppEvent } from '#shared/ipc/events.ts';
import { appOrigin } from '../ipc/sender.ts';
import { offerFieldMenu } from './fieldMenu.ts';
import type { MenuTexts } from './texts.ts';
import { placeWindow, smallest } from './windowBounds.ts';
import type { WindowMemory } from './windowMemory.ts';

export interface MainWindowOptions {
  /** The built preload file. */
  readonly preload: string;
  readonly memory: WindowMemory;
  /** Never shown, but working as if it were. */
  readonly headless: boolean;
  readonly developerTools: boolean;
  readonly menuTexts: () => MenuTexts;
  readonly loadFailed: (failure: unknown) => void;
  /** The page's process ended by itself: `reload` brings the page back. */
  readonly pageGone: (reason: string, reload: () => void) => void;
}

export interface MainWindow {
  /** Opens the window, or brings the open one to the front. */
  open(): void;
  /** Tells the page of an event; without a window there is nobody to tell. */
  send(event: AppEvent): void;
  /** As `send`, but opens the window where it is closed. */
  show(event: AppEvent): void;
  hasFocus(): boolean;
  current(): BrowserWindow | null;
}

export function mainWindow(options: MainWindowOptions): MainWindow {
  let window: BrowserWindow | null = null;

  function send(event: AppEvent): void {
    window?.webContents.send(eventChannel, event);
  }

  function open(): void {
    if (window !== null) {
      bringToFront(window, options.headless);
      return;
    }
    const opened = newWindow(options);
    window = opened;
    const followTheme = () => {
      opened.setBackgroundColor(background());
    };
    nativeTheme.on('updated', followTheme);
    opened.once('closed', () => {
      nativeTheme.removeListener('updated', followTheme);
      window = null;
    });
    // Fails when the window is closed before the page is there.
    opened.loadURL(`${appOrigin}/index.html`).catch(options.loadFailed);
  }

  return {
    open,
    send,
    show(event) {
      const wasOpen = window !== null;
      open();
      if (wasOpen) send(event);
      else
        window?.webContents.once('did-finish-load', () => {
          send(event);
        });
    },
    hasFocus: () => window?.isFocused() ?? false,
    current: () => window,
  };
}

function newWindow(options: MainWindowOptions): BrowserWindow {
  const { memory, headless, developerTools } = options;
  const remembered = memory.read();
  const window = new BrowserWindow({
    ...placeWindow(
      remembered,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Libreta',
    backgroundColor: background(),
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would be fetched from elsewhere, and names and numbers are not prose.
      spellcheck: false,
      devTools: developerTools,
      // A window that is never shown would otherwise be slowed down as one in the background.
      backgroundThrottling: !headless,
    },
  });
  window.once('ready-to-show', () => {
    if (headless) return;
    if (remembered?.maximized) window.maximize();
    window.show();
  });
  offerFieldMenu(window, options.menuTexts);
  window.on('close', () => {
    memory.write({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    options.pageGone(reason, () => {
      if (!window.isDestroyed()) window.webContents.reload();
    });
  });
  return window;
}

function bringToFront(window: BrowserWindow, headless: boolean): void {
  if (window.isMinimized()) window.restore();
  if (!headless) window.show();
  window.focus();
}

/** The page's own colours, so that nothing flashes before it is drawn. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#17181d' : '#ffffff';
}
