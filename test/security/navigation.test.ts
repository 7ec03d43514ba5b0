import { describe, expect, it } from 'vitest';
import { afilnetSite, externalAddress, mayNavigate } from '../../electron/desktop/navigation.ts';

describe('the window', () => {
  it.each(['app://libreta/', 'app://libreta/index.html', 'app://libreta/index.html#pending'])(
    'may go to %s',
    (address) => {
      expect(mayNavigate(address)).toBe(true);
    },
  );

  it.each([
    'https://www.afilnet.com/',
    'http://libreta/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'data:text/html,<script>1</script>',
    'javascript:alert(1)',
    'blob:app://libreta/0193',
    'about:blank',
    'view-source:app://libreta/',
    'app://other/',
    'app://libreta.example/',
    'app://libreta@evil/',
    'devtools://devtools/bundled/inspector.html',
    'chrome://settings',
    '',
    'libreta',
  ])('may not go to %j', (address) => {
    expect(mayNavigate(address)).toBe(false);
  });
});

describe('the system’s browser', () => {
  it.each([
    [afilnetSite, 'https://www.afilnet.com/'],
    ['https://www.afilnet.com/en/api?x=1#y', 'https://www.afilnet.com/en/api?x=1#y'],
    ['https://AFILNET.com', 'https://afilnet.com/'],
    ['https://afilnet.com:443/', 'https://afilnet.com/'],
    ['https://www.afilnet.com\\@evil.example/', 'https://www.afilnet.com/@evil.example/'],
  ])('is given %s', (address, given) => {
    expect(externalAddress(address)).toBe(given);
  });

  it.each([
    'http://www.afilnet.com/',
    'https://www.afilnet.com.evil.example/',
    'https://evil.example/www.afilnet.com',
    'https://evilafilnet.com/',
    'https://www.afilnet.com@evil.example/',
    'https://user:word@www.afilnet.com/',
    'https://www.afilnet.com:8443/',
    'https://www.аfilnet.com/',
    'ftp://www.afilnet.com/',
    'file:///C:/Windows/System32/calc.exe',
    'smb://www.afilnet.com/share',
    'javascript:alert(1)',
    'ms-settings:',
    'mailto:someone@afilnet.com',
    'app://libreta/',
    '//www.afilnet.com/',
    'www.afilnet.com',
    '',
  ])('is not given %j', (address) => {
    expect(externalAddress(address)).toBeNull();
  });
});
