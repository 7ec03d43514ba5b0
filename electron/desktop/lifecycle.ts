/** When the app starts, comes back and ends. */
import { mkdirSync } from 'node:fs';
import { app, powerMonitor } from 'electron';
import { settledWithin } from './settledWithin.ts';

/** How long the app may take to finish what is in flight before it is ended, in milliseconds. */
const patience = 5_000;

/**
 * The folder of everything that is kept on this machine: the one asked for, else the system's place for it.
 * Electron takes a folder only if it is there.
 */
export function dataFolder(asked: string | null): string {
  if (asked !== null) {
    mkdirSync(asked, { recursive: true });
    app.setPath('userData', asked);
  }
  return app.getPath('userData');
}

/** Whether this is the only instance on its data folder. If not, the other one has been told and this one quits. */
export function claimDataFolder(): boolean {
  const claimed = app.requestSingleInstanceLock();
  if (!claimed) app.quit();
  return claimed;
}

/** Calls `open` each time the user starts the app again while it runs. */
export function whenStartedAgain(open: () => void): void {
  app.on('second-instance', open);
}

/** On macOS an app outlives its window and its icon opens it again; elsewhere it ends with the window. */
export function followTheWindow(open: () => void): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', open);
}

export function whenMachineWakes(wakeUp: () => void): void {
  powerMonitor.on('resume', wakeUp);
}

/** Holds the end of the app until `close` is done, or until patience runs out. */
export function closeBeforeExit(close: () => Promise<void>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void settledWithin(close(), patience).then(() => {
      app.exit(0);
    });
  });
}
