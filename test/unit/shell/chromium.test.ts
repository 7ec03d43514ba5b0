import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../shell/chromium/find.ts';
import { missingChromiumHint } from '../../shell/chromium/install.ts';
import { chromiumArguments, type ChromiumSetting } from '../../shell/chromium/switches.ts';
import { cancelledButton } from '../../shell/api/desktop.ts';
import { strictEmitter, strictObject } from '../../shell/api/strict.ts';
import { SingleInstance } from '../../shell/singleInstance.ts';

describe('finding a Chromium', () => {
  const only =
    (...files: string[]) =>
    (file: string): boolean =>
      files.includes(file);

  it('believes LIBRETA_CHROMIUM and nothing else beside it', () => {
    const env = { LIBRETA_CHROMIUM: '/my/chrome', PATH: '/usr/bin' };
    expect(findChromium(env, 'linux', only('/my/chrome'))).toBe('/my/chrome');
    expect(findChromium(env, 'linux', only('/usr/bin/chromium'))).toBeUndefined();
  });

  it('looks along PATH, then where each system keeps it', () => {
    const env = { PATH: 'relative:/opt/bin:/usr/bin' };
    expect(findChromium(env, 'linux', only('/usr/bin/google-chrome', '/opt/bin/chromium'))).toBe(
      '/opt/bin/chromium',
    );
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium({}, 'darwin', only(mac))).toBe(mac);
    expect(findChromium({}, 'linux', () => false)).toBeUndefined();
  });

  it('names one command where there is none', () => {
    expect(missingChromiumHint('darwin')).toContain('brew install --cask chromium');
  });
});

describe("Chromium's command line", () => {
  const setting: ChromiumSetting = {
    executable: '/usr/bin/chromium',
    profile: '/profile',
    headless: true,
    locale: 'es',
    switches: new Map([
      ['user-data-dir', '/elsewhere'],
      ['remote-debugging-port', '0'],
      ['disable-features', 'One,Translate'],
      ['force-color-profile', 'srgb'],
      ['no-sandbox', ''],
    ]),
  };

  it('adds what was asked for, without letting it move the profile', () => {
    const args = chromiumArguments(setting);
    expect(args).toEqual(
      expect.arrayContaining([
        '--headless',
        '--remote-debugging-pipe',
        '--remote-debugging-port=0',
      ]),
    );
    expect(args.filter((arg) => arg.startsWith('--user-data-dir'))).toEqual([
      '--user-data-dir=/profile',
    ]);
    expect(args).toContain('--lang=es');
    expect(args).toContain('--force-color-profile=srgb');
    expect(args.filter((arg) => arg === '--no-sandbox')).toHaveLength(1);
  });

  it('names the disabled features once, all in one switch', () => {
    const features = chromiumArguments(setting).filter((arg) =>
      arg.startsWith('--disable-features='),
    );
    expect(features).toHaveLength(1);
    const names = features[0]!.replace(/^[^=]*=/, '').split(',');
    expect(names).toContain('One');
    expect(names.filter((name) => name === 'Translate')).toHaveLength(1);
  });

  it('shows windows unless it is headless', () => {
    expect(chromiumArguments({ ...setting, headless: false })).not.toContain('--headless');
  });
});

describe('what the stand-in does not play', () => {
  it('is refused by name on objects, with room for replacing and for probing', async () => {
    const dialog = strictObject('dialog', { show: (): string => 'shown' });
    expect(dialog.show()).toBe('shown');
    expect(() => (dialog as unknown as { hide: unknown }).hide).toThrow(
      'The stand-in for Electron has no dialog.hide.',
    );
    expect(await dialog).toBe(dialog);
    dialog.show = () => 'replaced';
    expect(dialog.show()).toBe('replaced');
  });

  it('is refused on emitters, for members and for events', () => {
    class Thing extends strictEmitter('thing', ['known']) {
      #secret = 1;
      reveal(): number {
        return this.#secret;
      }
    }
    const thing = new Thing();
    const heard: unknown[] = [];
    thing.on('known', (value) => heard.push(value));
    thing.once('known', (value) => heard.push(value));
    thing.emit('known', 1);
    thing.emit('known', 2);
    expect(heard).toEqual([1, 1, 2]);
    expect(thing.reveal()).toBe(1);
    expect(() => thing.on('unknown', () => undefined)).toThrow("event 'unknown' of thing");
    expect(() => thing.once('unknown', () => undefined)).toThrow("event 'unknown' of thing");
    expect(() => (thing as unknown as { other: unknown }).other).toThrow('thing.other');
  });

  it('closes a message box as Electron does without a choice', () => {
    expect(cancelledButton({ message: '', buttons: ['OK', 'Cancel'] })).toBe(1);
    expect(cancelledButton({ message: '', buttons: ['&No', 'Yes'] })).toBe(0);
    expect(cancelledButton({ message: '', buttons: ['A', 'B'], cancelId: 1 })).toBe(1);
    expect(cancelledButton({ message: '', buttons: ['A', 'B'] })).toBe(0);
  });
});

describe('one instance per folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'instance-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('the first holds the lock, the second hands its message over', async () => {
    const message = { argv: ['app', 'file'], workingDirectory: '/', additionalData: { a: 1 } };
    const received = Promise.withResolvers<unknown>();
    const first = new SingleInstance(folder);
    expect(first.request(message, received.resolve)).toBe(true);
    expect(first.request(message, received.resolve)).toBe(true);
    const second = new SingleInstance(folder);
    expect(second.request(message, () => undefined)).toBe(false);
    expect([first.held, second.held]).toEqual([true, false]);
    expect(await received.promise).toEqual(message);
    first.release();
    expect(second.request(message, () => undefined)).toBe(true);
    second.release();
  });
});
