import { app } from './app.ts';
import { BrowserWindow } from './browserWindow.ts';
import { notPlayed, strictPrototype } from './strict.ts';
import type { WebContents } from './webContents.ts';

type Click = (item: MenuItem, window: BrowserWindow | null, event: object) => void;

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly Template[] | Menu;
  readonly click?: Click;
}

/** What choosing an entry of a role does; of the page that has the keyboard, of its window, or of the app. */
const ofPage: Readonly<Record<string, (page: WebContents) => void>> = {
  undo: (page) => page.undo(),
  redo: (page) => page.redo(),
  cut: (page) => page.cut(),
  copy: (page) => page.copy(),
  paste: (page) => page.paste(),
  selectall: (page) => page.selectAll(),
};
const ofWindow: Readonly<Record<string, (window: BrowserWindow) => void>> = {
  minimize: (window) => window.minimize(),
  close: (window) => window.close(),
};

/** An entry of a menu. Nothing shows it; a test may click it. */
export class MenuItem {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Click | undefined;

  constructor(template: Template) {
    const { submenu } = template;
    this.id = template.id;
    this.role = template.role?.toLowerCase();
    this.accelerator = template.accelerator;
    this.label = template.label ?? template.role ?? '';
    this.type = template.type ?? (submenu ? 'submenu' : 'normal');
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.#click = template.click;
    this.submenu =
      submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu);
  }

  /** What choosing the entry does. A role acts on the window and the page that have the keyboard. */
  click(
    event: object = {},
    window = BrowserWindow.getFocusedWindow(),
    page = window?.webContents,
  ): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role === undefined) this.#click?.(this, window, event);
    else if (this.role === 'quit') app.quit();
    else if (this.role in ofWindow) {
      if (window) ofWindow[this.role]?.(window);
    } else if (this.role in ofPage) {
      if (page) ofPage[this.role]?.(page);
    } else throw notPlayed(`choosing of a menu's role '${this.role}'`);
  }
}

let applicationMenu: Menu | null = null;

/** Menus are built and kept, but never drawn. */
export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) {
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    }
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(_options?: object): void {
    // Native menus cannot be shown by Chromium.
  }
}

Object.setPrototypeOf(MenuItem.prototype, strictPrototype('MenuItem'));
Object.setPrototypeOf(Menu.prototype, strictPrototype('Menu'));
