import type { ElectronApplication } from '@playwright/test';

export interface MenuEntry {
  /** Without the sign before its mnemonic. */
  readonly label: string;
  readonly role: string | null;
  readonly enabled: boolean;
}

/** The desktop's menus, which lie outside of the page. */
export class NativeMenu {
  readonly electron: ElectronApplication;

  constructor(electron: ElectronApplication) {
    this.electron = electron;
  }

  /** The menus of the bar with what is in them, separators left out. */
  async bar(): Promise<Record<string, MenuEntry[]>> {
    return this.electron.evaluate(({ Menu }) => {
      const plain = (label: string): string => label.replace('&', '');
      return Object.fromEntries(
        (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => [
          plain(label),
          (submenu?.items ?? [])
            .filter(({ type }) => type !== 'separator')
            .map((item) => ({
              label: plain(item.label),
              role: item.role ?? null,
              enabled: item.enabled,
            })),
        ]),
      );
    });
  }

  /** Chooses an entry of the bar by its label, as a click on it does. */
  async choose(label: string): Promise<void> {
    await this.electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const entry = (Menu.getApplicationMenu()?.items ?? [])
        .flatMap(({ submenu }) => submenu?.items ?? [])
        .find((item) => item.label.replace('&', '') === wanted);
      if (entry === undefined) throw new Error(`The menu has no ${wanted}`);
      const [window] = BrowserWindow.getAllWindows();
      entry.click({}, window, window?.webContents);
    }, label);
  }
}
