import { describe, expect, it } from 'vitest';
import { perform, type Keytar } from '../../../electron/credentials/keytarOperations.ts';
import { reasonOf } from '../../../electron/credentials/reason.ts';

/** keytar over a library that behaves as told; everything else is tested on the real one. */
function keytar(change: Partial<Keytar>): () => Promise<Keytar> {
  const kept = new Map<string, string>();
  return () =>
    Promise.resolve({
      getPassword: (service, account) => Promise.resolve(kept.get(`${service}/${account}`) ?? null),
      setPassword: (service, account, word) => {
        kept.set(`${service}/${account}`, word);
        return Promise.resolve();
      },
      deletePassword: (service, account) => Promise.resolve(kept.delete(`${service}/${account}`)),
      ...change,
    });
}

describe('the probe', () => {
  it('passes only where writing, reading and removing all work', async () => {
    const probe = { operation: 'probe' } as const;
    const refused = { code: 'unavailable', reason: 'unknown' };
    expect(await perform(probe, keytar({}))).toEqual({ code: 'done' });
    const unread = keytar({ getPassword: () => Promise.resolve(null) });
    expect(await perform(probe, unread)).toMatchObject(refused);
    const stale = keytar({ getPassword: () => Promise.resolve('of an earlier probe') });
    expect(await perform(probe, stale)).toMatchObject(refused);
    const unremoved = keytar({ deletePassword: () => Promise.resolve(false) });
    expect(await perform(probe, unremoved)).toMatchObject(refused);
  });

  it('does not get in the way of another one at the same time, of a second app on the same keychain', async () => {
    const load = keytar({});
    const probes = Array.from({ length: 4 }, () => perform({ operation: 'probe' }, load));
    expect(await Promise.all(probes)).toEqual(probes.map(() => ({ code: 'done' })));
  });
});

describe('errors of the library', () => {
  it('never carry the password that was to be written', async () => {
    const load = keytar({
      setPassword: (_service, _account, word) =>
        Promise.reject(new Error(`cannot store "${word}"`)),
    });
    const write = { operation: 'write', account: 'a', password: 'hunter2' } as const;
    expect(await perform(write, load)).toEqual({
      code: 'unavailable',
      reason: 'unknown',
      detail: 'cannot store "…"',
    });
  });

  it('are answers also when the library cannot be loaded at all', async () => {
    const load = () => Promise.reject(new Error("Cannot find package 'keytar' imported from x"));
    expect(await perform({ operation: 'probe' }, load)).toMatchObject({ reason: 'noLibrary' });
  });

  it.each([
    ['Failed to load keytar native addon, checked ["../build/Release"]', 'noLibrary'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'noBus'],
    ['Could not connect: No such file or directory', 'noBus'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'noService'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'noService'],
    ['A default keychain could not be found.', 'noService'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['Something else went wrong', 'unknown'],
  ] as const)('%s: %s', (message, reason) => {
    expect(reasonOf(message)).toBe(reason);
  });
});
