/* eslint-disable @typescript-eslint/no-require-imports -- CommonJS, as the app's own bundles are */
/** The app that the stand-in's own tests run: a window, a scheme, a preload script, some handlers. */
const electron = require('electron');
const { readFile } = require('node:fs/promises');
const path = require('node:path');

const { app, BrowserWindow, ipcMain, protocol } = electron;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const seen = { navigations: [], opened: [], requests: [], console: [], second: [], events: [] };
globalThis.seen = seen;
globalThis.electron = electron;

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src app:";

async function serve(request) {
  const { pathname } = new URL(request.url);
  seen.requests.push(request.url);
  const type = TYPES[path.extname(pathname)];
  if (type === undefined) return new Response('Not found', { status: 404 });
  const body = await readFile(path.join(__dirname, 'pages', path.basename(pathname)));
  const headers = { 'content-type': type, 'content-security-policy': POLICY };
  return new Response(body, { headers });
}

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('frame', (event) => ({
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  isMain: event.senderFrame === event.sender.mainFrame,
  fromWindow: BrowserWindow.fromWebContents(event.sender) !== null,
}));
ipcMain.handle('fail', () => {
  throw new TypeError('the handler failed');
});
ipcMain.handle('uncloneable', () => () => undefined);
ipcMain.handle('slow', (_event, value) => new Promise((done) => setTimeout(done, 50, value)));
ipcMain.on('note', (_event, note) => seen.events.push(note));

app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => {
    seen.navigations.push(event.url);
    if (!event.url.startsWith('app://fixture/')) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url);
    return { action: 'deny' };
  });
  contents.on('console-message', ({ level, message }) => seen.console.push(`${level}: ${message}`));
});

function openWindow(page = 'index.html') {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL(`app://fixture/${page}`);
}
globalThis.openWindow = openWindow;

app.on('window-all-closed', () => app.quit());
app.on('will-quit', () => process.stdout.write('will-quit\n'));
app.on('second-instance', (_event, argv, folder, data) => seen.second.push({ argv, folder, data }));

if (!app.requestSingleInstanceLock({ hello: 'from the second' })) {
  process.stdout.write('second instance\n');
  app.quit();
} else {
  app.whenReady().then(async () => {
    protocol.handle('app', serve);
    electron.session.defaultSession.setPermissionRequestHandler((_page, _name, decide) =>
      decide(false),
    );
    await openWindow().catch((error) => seen.events.push(error.message));
  });
}
