/* eslint-disable @typescript-eslint/no-require-imports -- CommonJS, as the app's own bundles are */
const { contextBridge, ipcRenderer } = require('electron');

const refusedByRequire = (() => {
  try {
    require('node:fs');
    return '';
  } catch (error) {
    return error.message;
  }
})();

contextBridge.exposeInMainWorld('fixture', {
  refusedByRequire,
  versions: { ...process.versions },
  platform: process.platform,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  note: (text) => ipcRenderer.send('note', text),
  sum: (a, b) => a + b,
  throwing: () => {
    throw new RangeError('thrown in the preload script');
  },
  callBack: (listener) => listener('called back'),
  later: (value) => Promise.resolve(value),
  rejecting: () => Promise.reject(new Error('rejected in the preload script')),
  onNews: (listener) => {
    const forward = (_event, ...args) => listener(...args);
    ipcRenderer.on('news', forward);
    return () => ipcRenderer.removeListener('news', forward);
  },
});
globalThis.secretOfTheIsolatedWorld = true;
