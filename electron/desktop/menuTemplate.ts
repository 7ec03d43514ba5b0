/** The application menu as data. Roles carry the standard behaviour; the labels are ours, because Electron's are English. */
import type { MenuItemConstructorOptions as Item } from 'electron';
import type { Direction } from '#shared/domain/step.ts';
import { acceleratorOf, type ShortcutId } from '#shared/domain/shortcuts.ts';
import type { AppEvent } from '#shared/ipc/events.ts';
import type { MenuTexts } from './texts.ts';

export type Page = Extract<AppEvent, { kind: 'goTo' }>['page'];

export interface MenuActions {
  readonly goTo: (page: Page) => void;
  /** What a key of the window does. */
  readonly press: (id: ShortcutId) => void;
  readonly openAfilnet: () => void;
  /** Of what is being typed, or of the last step: the window knows which. */
  readonly undo: (direction: Direction) => void;
}

export interface MenuSituation {
  readonly platform: NodeJS.Platform;
  readonly developerTools: boolean;
}

const separator: Item = { type: 'separator' };

export function menuTemplate(
  texts: MenuTexts,
  actions: MenuActions,
  { platform, developerTools }: MenuSituation,
): Item[] {
  const mac = platform === 'darwin';
  const settings: Item = {
    id: 'settings',
    label: texts.settings,
    accelerator: acceleratorOf('settings'),
    click: () => {
      actions.goTo('settings');
    },
  };
  const quit: Item = { role: 'quit', label: texts.quit };
  const about: Item = { role: 'about', label: texts.about };
  const menu: Item[] = [
    {
      label: texts.file,
      submenu: [...pages(texts, actions), ...(mac ? [] : [separator, settings, separator, quit])],
    },
    { label: texts.edit, submenu: editing(texts, actions) },
    { label: texts.view, submenu: view(texts, developerTools) },
    {
      role: 'windowMenu',
      label: texts.window,
      submenu: [
        { role: 'minimize', label: texts.minimize },
        { role: 'close', label: texts.close },
      ],
    },
    {
      role: 'help',
      label: texts.help,
      submenu: [
        {
          id: 'shortcuts',
          label: texts.shortcuts,
          accelerator: acceleratorOf('shortcuts'),
          click: () => {
            actions.press('shortcuts');
          },
        },
        { id: 'afilnet', label: texts.afilnet, click: actions.openAfilnet },
        ...(mac ? [] : [separator, about]),
      ],
    },
  ];
  // On macOS the first menu is the app's own.
  return mac ? withoutMnemonics([appMenu(texts, about, settings, quit), ...menu]) : menu;
}

/** For macOS, which would show an &. */
export function withoutMnemonics(items: readonly Item[]): Item[] {
  return items.map((item) => ({
    ...item,
    ...(item.label === undefined ? {} : { label: item.label.replace('&', '') }),
    ...(Array.isArray(item.submenu) ? { submenu: withoutMnemonics(item.submenu) } : {}),
  }));
}

function pages(texts: MenuTexts, { goTo, press }: MenuActions): Item[] {
  const key = (id: ShortcutId, label: string): Item => ({
    id,
    label,
    accelerator: acceleratorOf(id),
    click: () => {
      press(id);
    },
  });
  return [
    key('newContact', texts.newContact),
    key('newGroup', texts.newGroup),
    separator,
    key('palette', texts.palette),
    key('syncNow', texts.syncNow),
    separator,
    {
      id: 'groups',
      label: texts.groups,
      accelerator: acceleratorOf('groups'),
      click: () => {
        goTo('groups');
      },
    },
    {
      id: 'pending',
      label: texts.pendingChanges,
      accelerator: acceleratorOf('pending'),
      click: () => {
        goTo('pending');
      },
    },
  ];
}

function editing(texts: MenuTexts, { undo }: MenuActions): Item[] {
  // The keys belong to the page, which tells a field from the list; on macOS they come here when it has no use for them.
  const step = (direction: Direction, label: string, accelerator: string): Item => ({
    id: direction,
    label,
    accelerator,
    registerAccelerator: false,
    click: () => {
      undo(direction);
    },
  });
  return [
    step('undo', texts.undo, 'CmdOrCtrl+Z'),
    step('redo', texts.redo, 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut', label: texts.cut },
    { role: 'copy', label: texts.copy },
    { role: 'paste', label: texts.paste },
    { role: 'selectAll', label: texts.selectAll },
  ];
}

function view(texts: MenuTexts, developerTools: boolean): Item[] {
  return [
    { role: 'resetZoom', label: texts.actualSize },
    { role: 'zoomIn', label: texts.zoomIn },
    { role: 'zoomOut', label: texts.zoomOut },
    separator,
    { role: 'togglefullscreen', label: texts.fullScreen },
    ...(developerTools
      ? [separator, { role: 'toggleDevTools', label: texts.developerTools } satisfies Item]
      : []),
  ];
}

function appMenu(texts: MenuTexts, about: Item, settings: Item, quit: Item): Item {
  return {
    label: 'Libreta',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      quit,
    ],
  };
}
