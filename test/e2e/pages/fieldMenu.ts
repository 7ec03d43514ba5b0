import type { ElectronApplication, Locator } from '@playwright/test';
import { expect } from '../app/expect.ts';
import type { MenuEntry } from './menu.ts';

/** The menus that open where the right button is pressed. Nothing draws them in a test: what would be drawn is kept. */
export class FieldMenu {
  readonly entries: () => Promise<MenuEntry[]>;
  readonly choose: (label: string) => Promise<void>;
  readonly #forget: () => Promise<void>;

  private constructor(
    entries: FieldMenu['entries'],
    choose: FieldMenu['choose'],
    forget: () => Promise<void>,
  ) {
    this.entries = entries;
    this.choose = choose;
    this.#forget = forget;
  }

  static async of(electron: ElectronApplication): Promise<FieldMenu> {
    const kept = await electron.evaluateHandle(({ Menu, BrowserWindow }) => {
      const opened: Electron.Menu[] = [];
      Menu.prototype.popup = function popup(this: Electron.Menu): void {
        opened.push(this);
      };
      const choose = (label: string): void => {
        const entry = opened.at(-1)?.items.find((item) => item.label.replace('&', '') === label);
        if (entry === undefined) throw new Error(`The menu has no ${label}`);
        const [window] = BrowserWindow.getAllWindows();
        entry.click({}, window, window?.webContents);
      };
      return { opened, choose };
    });
    return new FieldMenu(
      () =>
        kept.evaluate(({ opened }) =>
          (opened.at(-1)?.items ?? [])
            .filter(({ type }) => type !== 'separator')
            .map((item) => ({
              label: item.label.replace('&', ''),
              role: item.role ?? null,
              enabled: item.enabled,
            })),
        ),
      (label) => kept.evaluate(({ choose }, wanted) => choose(wanted), label),
      () =>
        kept.evaluate(({ opened }) => {
          opened.length = 0;
        }),
    );
  }

  /** Presses the right button and waits for the menu. */
  async openOn(place: Locator): Promise<void> {
    await this.#forget();
    await place.click({ button: 'right' });
    await expect.poll(this.entries).not.toEqual([]);
  }
}
