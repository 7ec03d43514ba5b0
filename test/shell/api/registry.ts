import type { BrowserWindow } from './browserWindow.ts';
import type { WebContents } from './webContents.ts';

/** Every window and page of the run, for those who must not depend on each other. */
const windows = new Set<BrowserWindow>();
const pages = new Map<number, WebContents>();

export function allWindows(): BrowserWindow[] {
  return [...windows];
}

export function allPages(): WebContents[] {
  return [...pages.values()];
}

export function pageById(id: number): WebContents | undefined {
  return pages.get(id);
}

export function addWindow(window: BrowserWindow): void {
  windows.add(window);
}

export function removeWindow(window: BrowserWindow): void {
  windows.delete(window);
}

export function addPage(page: WebContents): void {
  pages.set(page.id, page);
}

export function removePage(page: WebContents): void {
  pages.delete(page.id);
}
