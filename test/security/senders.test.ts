import { describe, expect, it } from 'vitest';
import { channels } from '#shared/ipc/channels.ts';
import type { Sender } from '../../electron/ipc/sender.ts';
import { trusted, wire } from '../unit/ipc/wiring.ts';

/** Whoever is not the app's own page in the main frame; all of them must be refused on every channel. */
const strangers: Record<string, Sender | null> = {
  'a frame that has gone': null,
  'a frame inside the page': { ...trusted, mainFrame: false },
  'another host of the scheme': { url: 'app://other/index.html', mainFrame: true },
  'a host that begins like ours': { url: 'app://libreta.example/index.html', mainFrame: true },
  'a host below ours': { url: 'app://evil.libreta/index.html', mainFrame: true },
  'our name as a user': { url: 'app://libreta@evil/index.html', mainFrame: true },
  'our host with a user': { url: 'app://user@libreta/index.html', mainFrame: true },
  'our host with a password': { url: 'app://:word@libreta/index.html', mainFrame: true },
  'our host with a port': { url: 'app://libreta:8080/index.html', mainFrame: true },
  'our host in capitals': { url: 'app://LIBRETA/index.html', mainFrame: true },
  'our host over http': { url: 'http://libreta/index.html', mainFrame: true },
  'our host over https': { url: 'https://libreta/index.html', mainFrame: true },
  'a scheme that begins like ours': { url: 'apps://libreta/index.html', mainFrame: true },
  'our address in a path': { url: 'https://evil.example/app://libreta/', mainFrame: true },
  'a file': { url: 'file:///app/libreta/index.html', mainFrame: true },
  'inline data': { url: 'data:text/html,app://libreta/', mainFrame: true },
  'a blob of ours': { url: 'blob:app://libreta/0193', mainFrame: true },
  'an empty page': { url: 'about:blank', mainFrame: true },
  'no address': { url: '', mainFrame: true },
  'something that is no address': { url: 'libreta', mainFrame: true },
};

describe.each(Object.entries(strangers))('%s', (_, sender) => {
  it.each(channels)('is refused on %s', async (channel) => {
    const router = wire(() => undefined);
    expect(await router.call(channel, undefined, sender)).toEqual({
      ok: false,
      error: { code: 'refusedSender' },
    });
    expect(router.reached).toEqual([]);
  });
});
