import { describe, expect, it } from 'vitest';
import { parseServerAddress } from '../../../electron/afilnet/serverAddress.ts';

describe('an address', () => {
  it.each([
    ['https://www.afilnet.com', 'https://www.afilnet.com'],
    [' https://www.afilnet.com/ ', 'https://www.afilnet.com'],
    ['https://www.afilnet.com/api/http/', 'https://www.afilnet.com'],
    ['https://www.afilnet.com/api/basic/?class=group#top', 'https://www.afilnet.com'],
    ['HTTPS://SMS.Example.COM:8443/x', 'https://sms.example.com:8443'],
    ['www.afilnet.com', 'https://www.afilnet.com'],
    ['sms.example.com:8443', 'https://sms.example.com:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:9000/api/http/', 'http://127.0.0.1:9000'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:80', 'http://[::1]'],
    ['https://mañana.es', 'https://xn--maana-pta.es'],
  ])('%s', (text, server) => {
    expect(parseServerAddress(text)).toEqual({ ok: true, server });
  });

  it.each([
    'http://www.afilnet.com',
    'http://192.168.1.4',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://[::2]',
    'http://0.0.0.0',
  ])('%s would show the password to the network', (text) => {
    expect(parseServerAddress(text)).toEqual({ ok: false, code: 'insecure' });
  });

  it.each([
    '',
    '   ',
    'https://',
    'ftp://example.com',
    'file:///etc/hosts',
    'javascript://x',
    'https://ana:pw@example.com',
    'https://ana@example.com',
    'http://ana:pw@127.0.0.1',
    'two words',
    'https://exa mple.com',
  ])('%j is none', (text) => {
    expect(parseServerAddress(text)).toEqual({ ok: false, code: 'invalid' });
  });
});
