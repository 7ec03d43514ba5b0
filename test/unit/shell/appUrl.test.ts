import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AppUrls } from '../../shell/appUrl.ts';

const urls = new AppUrls();
urls.register('app');

describe('the two forms of an address', () => {
  it.each([
    ['app://libreta/index.html', 'http://libreta.app.localhost/index.html'],
    ['app://libreta/a?b=c#d', 'http://libreta.app.localhost/a?b=c#d'],
    ['app://libreta', 'http://libreta.app.localhost/'],
    ['APP://Libreta/X', 'http://libreta.app.localhost/X'],
    ['app://a.b/x', 'http://a.b.app.localhost/x'],
  ])('%s', (own, page) => {
    expect(urls.toPage(own)).toBe(page);
    expect(urls.toPage(urls.toApp(page))).toBe(page);
    expect(urls.schemeOf(page)).toBe('app');
  });

  it.each([
    'https://example.com/app',
    'http://libreta.other.localhost/',
    'http://libreta.app.localhost.evil.example/',
    'http://libreta.app.localhost@evil.example/',
    'http://app.localhost/',
    'other://libreta/',
    'app:nothing',
    'data:text/html,app://libreta/',
    '',
  ])('leaves %s alone', (url) => {
    expect(urls.toPage(url)).toBe(url);
    expect(urls.toApp(url)).toBe(url);
    expect(urls.schemeOf(url)).toBeUndefined();
  });

  it('comes back for any path', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const url = `app://libreta${path === '' ? '/' : path}?${query}`;
        expect(urls.toApp(urls.toPage(url))).toBe(url);
      }),
    );
  });

  it('maps the address inside a blob and inside a message', () => {
    expect(urls.toApp('blob:http://libreta.app.localhost/1-2')).toBe('blob:app://libreta/1-2');
    expect(urls.textToApp("Refused 'http://libreta.app.localhost/x.js', see https://a.b/")).toBe(
      "Refused 'app://libreta/x.js', see https://a.b/",
    );
  });

  it('gives origins as Electron does', () => {
    expect(urls.originOf('http://libreta.app.localhost/x')).toBe('app://libreta');
    expect(urls.originOf('app://libreta/x')).toBe('app://libreta');
    expect(urls.originOf('https://a.b:1/x')).toBe('https://a.b:1');
    expect(urls.originOf('data:text/html,x')).toBe('null');
    expect(urls.originOf('')).toBe('null');
  });

  it('translates the sources of a content security policy', () => {
    expect(
      urls.policyToPage("default-src 'none'; script-src 'self' app:; img-src app://libreta data:"),
    ).toBe(
      "default-src 'none'; script-src 'self' http://*.app.localhost; img-src http://libreta.app.localhost/ data:",
    );
    expect(urls.policyToPage('connect-src https://api.example.com other:')).toBe(
      'connect-src https://api.example.com other:',
    );
  });
});
