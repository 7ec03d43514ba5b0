import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropTestVariables, readLaunchOptions } from '../../../electron/desktop/launchOptions.ts';

const read = (...argv: string[]) => readLaunchOptions(['/opt/Libreta/libreta', ...argv], {});

describe('the command line', () => {
  it('asks for nothing by itself', () => {
    expect(read()).toEqual({
      dataFolder: null,
      language: null,
      headless: false,
      defaultServer: 'https://www.afilnet.com',
      trustReplies: false,
    });
  });

  it('names the data folder, also with spaces and from where the user is', () => {
    expect(read('--user-data-dir=/home/ana/My data').dataFolder).toBe(resolve('/home/ana/My data'));
    expect(read('--user-data-dir=data').dataFolder).toBe(resolve('data'));
    expect(read('--user-data-dir=').dataFolder).toBeNull();
  });

  it('names the language; the last one wins', () => {
    expect(read('--lang=es').language).toBe('es');
    expect(read('--lang=es', '--lang=en-GB').language).toBe('en-GB');
  });

  it('hides the window', () => {
    expect(read('--headless').headless).toBe(true);
    expect(read('--headless=new').headless).toBe(true);
    expect(read('--headlessness').headless).toBe(false);
  });
});

describe('the environment', () => {
  it('names the server offered at sign-in', () => {
    const server = (value: string) =>
      readLaunchOptions([], { LIBRETA_SERVER: value }).defaultServer;
    expect(server('https://sms.example.com')).toBe('https://sms.example.com');
    expect(server('')).toBe('https://www.afilnet.com');
  });

  it('leaves replies unchecked', () => {
    expect(readLaunchOptions([], { LIBRETA_TRUST_REPLIES: '1' }).trustReplies).toBe(true);
  });

  it('lets tests reach in while the app is developed, and never into a packaged app', () => {
    const environment = { LIBRETA_SANDBOX_CONTROL: 'secret', HOME: '/home/ana' };
    dropTestVariables(environment, false);
    expect(environment.LIBRETA_SANDBOX_CONTROL).toBe('secret');
    dropTestVariables(environment, true);
    expect(environment).toEqual({ HOME: '/home/ana' });
  });
});
