import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const sources = globSync('{electron,renderer,shared}/**/*.{ts,vue,html}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const text = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const using = (pattern: RegExp) => sources.filter((file) => pattern.test(text.get(file)!));

/** What is dangerous in many hands passes through one file each. */
describe('each gate is the only one of its kind', () => {
  it.each([
    [/\bipcMain\b/, 'electron/desktop/bridge.ts'],
    [/\bipcRenderer\b/, 'electron/preload.ts'],
    [/\bcontextBridge\b/, 'electron/preload.ts'],
    [/\bshell\.|\bopenExternal\(allowed/, 'electron/desktop/externalLinks.ts'],
    [/\bnew BrowserWindow\b/, 'electron/desktop/mainWindow.ts'],
    [/\bwebContents\.send\b/, 'electron/desktop/mainWindow.ts'],
    [/\bprotocol\.handle\b/, 'electron/desktop/appProtocol.ts'],
    [/\butilityProcess\b/, 'electron/desktop/keychainProcess.ts'],
  ])('%s in %s', (pattern, file) => {
    expect(using(pattern).filter((name) => !name.startsWith('renderer/'))).toEqual([file]);
  });
});

describe('the window', () => {
  it.each([
    /\bv-html\b/,
    /\.(inner|outer)HTML\b/,
    /\binsertAdjacentHTML\b/,
    /\bdocument\.write\b/,
    /\beval\(/,
    /\bnew Function\(/,
    /(?<![.\w])fetch\(/,
    /\bXMLHttpRequest\b/,
    /\bWebSocket\b/,
    /\bindexedDB\b/,
  ])('does not use %s', (pattern) => {
    expect(using(pattern).filter((file) => file.startsWith('renderer/'))).toEqual([]);
  });

  it('is opened with every guard up', () => {
    const code = text.get('electron/desktop/mainWindow.ts')!;
    for (const guard of ['contextIsolation: true', 'sandbox: true', 'webSecurity: true']) {
      expect(code).toContain(guard);
    }
    for (const off of [
      'nodeIntegration',
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
      'webviewTag',
      'spellcheck',
    ]) {
      expect(code).toContain(`${off}: false`);
    }
  });
});
