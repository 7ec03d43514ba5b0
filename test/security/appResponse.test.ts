import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appResponse, pathInFolder } from '../../electron/desktop/appResponse.ts';

let base: string;
let folder: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'libreta-app-'));
  folder = join(base, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(base, 'renderer-other'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets', 'index-B_1.js'), 'code');
  writeFileSync(join(folder, 'assets', 'index-B_1.css'), 'style');
  writeFileSync(join(folder, 'assets', 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'not part of a page');
  writeFileSync(join(folder, '.secret.js'), 'secret');
  writeFileSync(join(base, 'secret.js'), 'secret');
  writeFileSync(join(base, 'renderer-other', 'secret.js'), 'secret');
});
afterAll(() => {
  rmSync(base, { recursive: true });
});

const get = (url: string, method = 'GET') => appResponse({ method, url }, folder);

describe('the files of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['/index.html?theme=dark#top', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['/assets/index-B_1.js', 'text/javascript; charset=utf-8', 'code'],
    ['/assets/index%2DB_1.css', 'text/css; charset=utf-8', 'style'],
    ['/assets/icon.svg', 'image/svg+xml', '<svg/>'],
    ['/./assets/../index.html', 'text/html; charset=utf-8', '<!doctype html>page'],
  ])('%s is served as %s', async (path, type, body) => {
    const response = await get(`app://libreta${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });
});

describe('what lies outside the page', () => {
  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/%2E%2E%2Fsecret.js',
    '/..%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets/../../secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/%252e%252e/secret.js',
    '/....//secret.js',
    '//secret.js',
    '/assets//index-B_1.js',
    '/../renderer-other/secret.js',
    '/..%2frenderer-other%2fsecret.js',
    '/.secret.js',
    '/assets/notes.txt',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html%00.js',
    '/index.html%00',
    '/%E0%A4%A',
    '/C:/secret.js',
    '/C%3A%5Csecret.js',
    '/missing.js',
  ])('%s is not found', async (path) => {
    const response = await get(`app://libreta${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it.each(['app://other/index.html', 'app://libreta@other/index.html', 'file:///index.html', 'x'])(
    '%s is not ours',
    async (url) => {
      expect((await get(url)).status).toBe(404);
    },
  );

  it('stays outside when the absolute path is given', () => {
    expect(pathInFolder(`app://libreta${join(base, 'secret.js')}`, folder)).not.toBe(
      join(base, 'secret.js'),
    );
  });
});

describe('every answer', () => {
  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await get('app://libreta/index.html', method)).status).toBe(405);
  });

  it.each(['/', '/missing.js', '/assets/index-B_1.js'])(
    'carries the headers at %s',
    async (path) => {
      const { headers } = await get(`app://libreta${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );
});
