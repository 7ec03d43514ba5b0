/** The right button's menu where text can be written or taken along. Where the page has a menu of its own, that one comes. */
import { Menu, type BrowserWindow } from 'electron';
import { fieldMenuTemplate } from './fieldMenuTemplate.ts';
import type { MenuTexts } from './texts.ts';

export function offerFieldMenu(window: BrowserWindow, texts: () => MenuTexts): void {
  window.webContents.on('context-menu', (_event, pointedAt) => {
    const template = fieldMenuTemplate(texts(), pointedAt, process.platform);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
