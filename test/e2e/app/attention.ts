/** What the app asks of the desktop from now on, in place of showing it: notifications, and the number on its icon. */
import type { ElectronApplication } from '@playwright/test';

export interface Attention {
  /** Title and text, the oldest first. */
  readonly notifications: () => Promise<string[]>;
  /** The numbers that the icon was to show, one after another. */
  readonly badges: () => Promise<number[]>;
  /** Follows the last notification, as by a click on it. */
  readonly click: () => Promise<void>;
  /** The user turns to another program. */
  readonly lookElsewhere: () => Promise<void>;
}

export async function watchAttention(electron: ElectronApplication): Promise<Attention> {
  const asked = await electron.evaluateHandle(({ app, Notification }) => {
    const shown: Electron.Notification[] = [];
    const badges: number[] = [];
    Notification.prototype.show = function show(this: Electron.Notification): void {
      shown.push(this);
    };
    app.setBadgeCount = (count = 0) => {
      badges.push(count);
      return true;
    };
    return { shown, badges };
  });
  return {
    notifications: () =>
      asked.evaluate(({ shown }) => shown.map(({ title, body }) => `${title}: ${body}`)),
    badges: () => asked.evaluate(({ badges }) => badges),
    click: () =>
      asked.evaluate(({ shown }) => {
        shown.at(-1)?.emit('click');
      }),
    lookElsewhere: () =>
      electron.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getFocusedWindow()?.blur();
      }),
  };
}
