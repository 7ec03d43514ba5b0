import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accountIdSchema } from '#shared/domain/ids.ts';
import type { IsolatedProcess } from '../../../electron/credentials/isolatedProcess.ts';
import { Keychain } from '../../../electron/credentials/keychain.ts';
import { perform, type Keytar } from '../../../electron/credentials/keytarOperations.ts';
import { requestEnvelope, requestSchema } from '../../../electron/credentials/protocol.ts';
import { Vault } from '../../../electron/credentials/vault.ts';
import { openRegistry } from '../../../electron/store/registry.ts';
import { temporaryFolder } from '../store/testStore.ts';

const ana = accountIdSchema.parse('01890a5d-ac96-774b-bcce-b302099a8057');
/** For a busy machine. */
const patience = { timeout: 10_000 };
const known = (password: string) => ({ kind: 'known', password, where: 'keychain' });

/** A library under keytar that keeps passwords in memory and can be told to misbehave. */
function library() {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  const behaviour: Partial<Keytar> = {};
  const honest: Keytar = {
    getPassword: (service, account) => Promise.resolve(kept.get(`${service}/${account}`) ?? null),
    setPassword: (service, account, word) => {
      kept.set(`${service}/${account}`, word);
      return Promise.resolve();
    },
    deletePassword: (service, account) => Promise.resolve(kept.delete(`${service}/${account}`)),
  };
  const load = () => Promise.resolve({ ...honest, ...behaviour });
  const start = (): IsolatedProcess => {
    let answer: (value: unknown) => void = () => undefined;
    return {
      postMessage(value) {
        const { id, body } = requestEnvelope.parse(value);
        const request = requestSchema.parse(body);
        calls.push(request.operation);
        void perform(request, load).then((result) => {
          answer({ id, body: result });
        });
      },
      onMessage(listener) {
        answer = listener;
      },
      onExit: () => undefined,
      kill: () => undefined,
    };
  };
  const registry = openRegistry({
    path: join(temporaryFolder(), 'registry.db'),
    now: Date.now,
    newId: () => ana,
  });
  onTestFinished(() => registry.close());
  registry.accounts.add({
    user: 'ana',
    server: 'https://a.test',
    transport: 'post',
    practice: false,
  });
  /** Also as the next start of the app would have it. */
  const open = (): Vault => new Vault(new Keychain(start), registry.keychainEntries);
  return { kept, calls, behaviour, honest, registry, start, vault: open(), open };
}

describe('the vault over a library that misbehaves', () => {
  it('probes once, and again on demand', async () => {
    const { vault, calls } = library();
    await vault.availability();
    await vault.availability();
    expect(calls).toEqual(['probe']);
    await vault.availability('again');
    expect(calls).toEqual(['probe', 'probe']);
  });

  it('asks nobody twice: who wants to know meanwhile waits for the same answer', async () => {
    const { vault, calls } = library();
    expect(vault.found).toBeNull();
    await Promise.all([vault.availability(), vault.availability('again'), vault.availability()]);
    expect(calls).toEqual(['probe']);
    expect(vault.found).toEqual({ kind: 'keychain' });
  });

  it('removes a password that came back different, rather than send it later', async () => {
    const { vault, behaviour, honest, kept } = library();
    behaviour.setPassword = (service, account, word) =>
      honest.setPassword(service, account, account === ana ? word.slice(0, 4) : word);
    expect(await vault.remember(ana, 'too long')).toMatchObject({ kind: 'sessionOnly' });
    expect([...kept.values()]).toEqual([]);
  });

  it('does not claim to remember what it cannot read back', async () => {
    const { vault, behaviour, honest } = library();
    behaviour.getPassword = (service, account) =>
      account === ana ? Promise.resolve(null) : honest.getPassword(service, account);
    expect(await vault.remember(ana, 'word')).toMatchObject({
      kind: 'sessionOnly',
      reason: 'unknown',
    });
    expect(await vault.password(ana)).toEqual({ kind: 'lockedOrGone' });
  });

  it('says what it knows without asking anew, also when it shows no password or fails', async () => {
    const { vault, behaviour, honest, calls } = library();
    await vault.availability();
    expect(await vault.password(ana)).toEqual({ kind: 'lockedOrGone' });
    expect(vault.found).toEqual({ kind: 'keychain' });
    expect(calls).toEqual(['probe', 'read']);
    behaviour.setPassword = (service, account, word) =>
      account === ana
        ? Promise.reject(new Error('gone away'))
        : honest.setPassword(service, account, word);
    expect(await vault.remember(ana, 'word')).toMatchObject({ kind: 'sessionOnly' });
    expect(vault.found).toEqual({ kind: 'keychain' });
  });

  it.each(['word', 'new word'])(
    'keeps nothing in the keychain when %j is given for the session meanwhile',
    async (later) => {
      for (const when of ['before it is its turn', 'while it is written'] as const) {
        const { vault, behaviour, honest, kept } = library();
        vault.rememberForSession(ana, 'word');
        const { promise: writing, resolve: beginsToWrite } = Promise.withResolvers<undefined>();
        behaviour.setPassword = (service, account, word) => {
          if (account === ana) beginsToWrite(undefined);
          return honest.setPassword(service, account, word);
        };
        const remembering = vault.remember(ana, 'word');
        if (when === 'while it is written') await writing;
        vault.rememberForSession(ana, later);
        expect(await remembering).toMatchObject({ kind: 'sessionOnly' });
        expect([...kept.values()]).toEqual([]);
        const found = { kind: 'known', password: later, where: 'session' };
        expect(await vault.password(ana)).toEqual(found);
        expect(await vault.remember(ana, later)).toEqual({ kind: 'remembered' });
        expect(await vault.password(ana)).toEqual(known(later));
      }
    },
  );

  it('leaves what is stored alone when a read fails, and finds it afterwards', async () => {
    const { vault, behaviour, kept } = library();
    await vault.remember(ana, 'word');
    const before = new Map(kept);
    behaviour.getPassword = () => Promise.reject(new Error('Something else went wrong'));
    expect(await vault.password(ana)).toMatchObject({ kind: 'unavailable', reason: 'unknown' });
    expect(kept).toEqual(before);
    delete behaviour.getPassword;
    expect(await vault.password(ana)).toEqual(known('word'));
  });

  it('lets the password of the session go first, until one is remembered', async () => {
    const { vault } = library();
    await vault.remember(ana, 'old');
    vault.rememberForSession(ana, 'typed today');
    expect(await vault.password(ana)).toEqual({ ...known('typed today'), where: 'session' });
    await vault.remember(ana, 'new');
    expect(await vault.password(ana)).toEqual(known('new'));
    await vault.forget(ana);
    expect(await vault.password(ana)).toEqual({ kind: 'lockedOrGone' });
  });

  it('carries out changes made at the same time one after the other', async () => {
    const { vault } = library();
    const results = await Promise.all([
      vault.remember(ana, 'first'),
      vault.remember(ana, 'second'),
      vault.forget(ana),
      vault.remember(ana, 'third'),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual([
      'remembered',
      'remembered',
      'forgotten',
      'remembered',
    ]);
    expect(await vault.password(ana)).toEqual(known('third'));
  });
});

describe('a password that is out of date', () => {
  it('is never used again when the keychain kept it, and leaves it when that answers', async () => {
    const { vault, open, behaviour, honest, kept, calls } = library();
    await vault.remember(ana, 'word');
    behaviour.deletePassword = (service, account) =>
      account === ana
        ? Promise.reject(new Error('gone away'))
        : honest.deletePassword(service, account);
    expect(await vault.forget(ana)).toMatchObject({ kind: 'mayRemain' });
    expect(vault.mayHold(ana)).toBe(true);
    const next = open();
    expect(await next.password(ana)).toEqual({ kind: 'lockedOrGone' });
    expect([...kept.values()]).toEqual(['word']);
    delete behaviour.deletePassword;
    const third = open();
    await third.availability();
    await expect.poll(() => [...kept.values()], patience).toEqual([]);
    await expect.poll(() => third.mayHold(ana), patience).toBe(false);
    expect(calls.filter((call) => call === 'read')).toHaveLength(1);
  });

  it('leaves the keychain when another one is given for the session', async () => {
    const { vault, open, kept } = library();
    await vault.remember(ana, 'old');
    vault.rememberForSession(ana, 'new');
    expect(await open().password(ana)).toEqual({ kind: 'lockedOrGone' });
    expect(await vault.forgetKept(ana)).toEqual({ kind: 'forgotten' });
    expect([...kept.values()]).toEqual([]);
    expect(await vault.password(ana)).toEqual({ ...known('new'), where: 'session' });
  });

  it('is not what stands where nobody could look when a password was given', async () => {
    const { vault, open } = library();
    await vault.remember(ana, 'word');
    // As after a prompt that was dismissed: the same one is typed in.
    open().rememberForSession(ana, 'word');
    expect(await open().password(ana)).toEqual(known('word'));
  });

  it('is told from the one that was given meanwhile when the keychain answers', async () => {
    for (const given of ['word', 'another']) {
      const { vault, open, kept } = library();
      await vault.remember(ana, 'word');
      const next = open();
      next.rememberForSession(ana, given);
      await next.compareKept(ana);
      expect([...kept.values()]).toEqual(given === 'word' ? ['word'] : []);
    }
  });

  it('does not count that was read while another one was given', async () => {
    const { vault, open, behaviour, honest } = library();
    await vault.remember(ana, 'old');
    const next = open();
    behaviour.getPassword = (service, account) => {
      if (account === ana) next.rememberForSession(ana, 'new');
      return honest.getPassword(service, account);
    };
    expect(await next.password(ana)).toEqual({ ...known('new'), where: 'session' });
    expect(await open().password(ana)).toEqual({ kind: 'lockedOrGone' });
  });

  it('is one that was on its way to the keychain when it was forgotten', async () => {
    const { vault, kept } = library();
    const remembering = vault.remember(ana, 'word');
    expect(await vault.forget(ana)).toEqual({ kind: 'forgotten' });
    expect(await remembering).toEqual({ kind: 'remembered' });
    expect([...kept.values()]).toEqual([]);
    expect(vault.mayHold(ana)).toBe(false);
  });

  it('leaves the keychain also when the disk takes nothing', async () => {
    const { vault, kept, registry, start } = library();
    await vault.remember(ana, 'word');
    const full = new Vault(new Keychain(start), {
      ...registry.keychainEntries,
      set: () => {
        throw new Error('disk full');
      },
    });
    expect(await full.password(ana)).toEqual(known('word'));
    full.rememberForSession(ana, 'new');
    expect(full.mayHold(ana)).toBe(true);
    expect(await full.forget(ana)).toEqual({ kind: 'forgotten' });
    expect([...kept.values()]).toEqual([]);
    expect(await full.password(ana)).toEqual({ kind: 'lockedOrGone' });
  });

  it('is that of an account that is gone', async () => {
    const { vault, open, kept, registry } = library();
    await vault.remember(ana, 'word');
    registry.accounts.remove(ana);
    const next = open();
    await next.availability();
    await expect.poll(() => [...kept.values()], patience).toEqual([]);
    await expect.poll(() => next.mayHold(ana), patience).toBe(false);
  });

  it('is one that nobody read back: the app may end in between', async () => {
    const { vault, open, behaviour, honest, kept } = library();
    behaviour.getPassword = (service, account) =>
      account === ana ? new Promise(() => undefined) : honest.getPassword(service, account);
    void vault.remember(ana, 'half kept');
    await expect.poll(() => [...kept.values()], patience).toEqual(['half kept']);
    delete behaviour.getPassword;
    expect(await open().password(ana)).toEqual({ kind: 'lockedOrGone' });
  });

  it('is not looked for in a keychain that never had it', async () => {
    const { vault, calls } = library();
    vault.rememberForSession(ana, 'word');
    expect(await vault.forget(ana)).toEqual({ kind: 'forgotten' });
    expect(vault.mayHold(ana)).toBe(false);
    expect(calls).toEqual([]);
  });
});

describe('a keychain that did not answer', () => {
  it('is asked anew when somebody says so, and never without', async () => {
    const { vault, behaviour, calls } = library();
    behaviour.setPassword = () => Promise.reject(new Error('locked collection'));
    await vault.availability();
    expect(vault.found).toMatchObject({ kind: 'none', reason: 'locked' });
    delete behaviour.setPassword;
    await vault.availability();
    expect(calls).toEqual(['probe']);
    vault.askAnew();
    expect(vault.found).toBeNull();
    expect(await vault.availability()).toEqual({ kind: 'keychain' });
    vault.askAnew();
    expect(vault.found).toEqual({ kind: 'keychain' });
    expect(calls).toEqual(['probe', 'probe']);
  });
});

describe('a vault that is closed', () => {
  it('asks the keychain no more, and ends what waits in line', async () => {
    const { vault, calls } = library();
    await vault.remember(ana, 'word');
    const before = calls.length;
    const forgetting = vault.forget(ana);
    await vault.close();
    expect(await forgetting).toMatchObject({ kind: 'mayRemain', reason: 'crashed' });
    expect(await vault.password(ana)).toMatchObject({ kind: 'unavailable', reason: 'crashed' });
    expect(calls.slice(before)).toEqual([]);
  });
});
