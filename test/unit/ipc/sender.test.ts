import { describe, expect, it } from 'vitest';
import { appOrigin, isAppAddress, isTrustedSender } from '../../../electron/ipc/sender.ts';

describe('the address of the app', () => {
  it.each([appOrigin, `${appOrigin}/`, `${appOrigin}/index.html`, `${appOrigin}/index.html?a=1#b`])(
    'takes %s',
    (address) => {
      expect(isAppAddress(address)).toBe(true);
    },
  );

  it.each(['', 'libreta', '/index.html', 'about:blank', 'app:libreta', 'app:///libreta'])(
    'refuses %j',
    (address) => {
      expect(isAppAddress(address)).toBe(false);
    },
  );
});

describe('the sender', () => {
  it('is trusted in the main frame of the app', () => {
    expect(isTrustedSender({ url: `${appOrigin}/index.html`, mainFrame: true })).toBe(true);
  });

  it('is refused in a frame within it', () => {
    expect(isTrustedSender({ url: `${appOrigin}/index.html`, mainFrame: false })).toBe(false);
  });

  it('is refused when its frame has gone', () => {
    expect(isTrustedSender(null)).toBe(false);
  });
});
