import { app } from './app.ts';
import { BrowserWindow } from './browserWindow.ts';
import { clipboard, dialog, Notification, powerMonitor, shell } from './desktop.ts';
import { ipcMain } from './ipcMain.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './nativeTheme.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { strictObject } from './strict.ts';
import { utilityProcess } from './utilityProcess.ts';
import { webContents } from './webContents.ts';

/** What `require('electron')` answers in the main process. */
const electron = strictObject('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol: session.defaultSession.protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
});

// `require` then gives this very object and not a module's namespace, which would answer undefined
// to a name it does not have, where the stand-in has something to say.
export { electron as 'module.exports', electron as default };
