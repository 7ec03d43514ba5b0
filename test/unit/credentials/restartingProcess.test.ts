import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Keychain } from '../../../electron/credentials/keychain.ts';
import { startInPlainNode } from '../../../electron/credentials/plainNodeProcess.ts';
import { RestartingProcess } from '../../../electron/credentials/restartingProcess.ts';

const file = path.resolve(import.meta.dirname, '../../keyring/silentProcess.mjs');
const start = () => startInPlainNode({ file, environment: process.env });
/** For requests that are answered; far above what they take. */
const longMs = 30_000;
const shortMs = 200;

const open: { stop(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});

function restarting(from = start): RestartingProcess {
  const made = new RestartingProcess(from, () => true);
  open.push(made);
  return made;
}

describe('requests to a process that may hang or crash', () => {
  it('keeps one process while all goes well', async () => {
    const target = restarting();
    const first = await target.request('echo', longMs);
    expect(first).toEqual({ kind: 'answered', body: expect.any(Number) as number, first: true });
    expect(await target.request('echo', longMs)).toEqual({ ...first, first: false });
  });

  it('starts another after an answer that is not sound', async () => {
    const target = new RestartingProcess(start, () => false);
    open.push(target);
    const [first, second] = await Promise.all([
      target.request('echo', longMs),
      target.request('echo', longMs),
    ]);
    expect(first).toMatchObject({ kind: 'answered', first: true });
    expect(second).toMatchObject({ kind: 'answered', first: true });
    expect(second).not.toEqual(first);
  });

  it('ends a process that does not answer, and starts another at the next request', async () => {
    const target = restarting();
    const first = await target.request('echo', longMs);
    expect(await target.request('hang', shortMs)).toEqual({ kind: 'timedOut' });
    const second = await target.request('echo', longMs);
    expect(second.kind).toBe('answered');
    expect(second).not.toEqual(first);
  });

  it('answers those who waited behind a silent request with the same silence', async () => {
    const target = restarting();
    const replies = await Promise.all([
      target.request('hang', shortMs),
      target.request('echo', longMs),
    ]);
    expect(replies).toEqual([{ kind: 'timedOut' }, { kind: 'timedOut' }]);
  });

  it('tells a crash, and serves those who waited from a new process', async () => {
    const target = restarting();
    const [ended, echoed] = await Promise.all([
      target.request('end', longMs),
      target.request('echo', longMs),
    ]);
    expect(ended).toEqual({ kind: 'crashed', what: 'exit code 3' });
    expect(echoed.kind).toBe('answered');
  });

  it('takes no message for an answer that is not one', async () => {
    expect(await restarting().request('garbage', shortMs)).toEqual({ kind: 'timedOut' });
  });

  it('answers what is open when it is stopped', async () => {
    const target = restarting();
    const asked = Promise.all([target.request('hang', longMs), target.request('echo', longMs)]);
    target.stop();
    const stopped = { kind: 'crashed', what: 'stopped' };
    expect(await asked).toEqual([stopped, stopped]);
  });

  it('reports a process that cannot be started, in words without the message', async () => {
    const target = restarting(() => {
      throw new Error('secret');
    });
    const reply = await target.request('secret', longMs);
    expect(reply).toEqual({ kind: 'crashed', what: 'could not be started' });
  });

  it('reports an entry file that does not exist', async () => {
    const target = restarting(() =>
      startInPlainNode({ file: `${file}.missing`, environment: process.env }),
    );
    expect(await target.request('echo', longMs)).toEqual({ kind: 'crashed', what: 'exit code 1' });
  });
});

describe('the keychain on a process that answers nonsense', () => {
  it('turns silence and strange answers into coded refusals', async () => {
    const limits = { unlockedMs: shortMs, mayPromptMs: longMs };
    const keychain = new Keychain(start, limits);
    open.push(keychain);
    expect(await keychain.read('account', 'unlocked')).toMatchObject({
      code: 'unavailable',
      reason: 'timedOut',
    });
    const parrot = new Keychain(() => {
      const listeners: ((value: unknown) => void)[] = [];
      return {
        postMessage(value) {
          for (const listener of listeners)
            listener({ ...(value as object), body: { code: 'yes' } });
        },
        onMessage: (listener) => void listeners.push(listener),
        onExit: () => undefined,
        kill: () => undefined,
      };
    });
    const unknown = { code: 'unavailable', reason: 'unknown' };
    expect(await parrot.probe()).toMatchObject(unknown);
    expect(await parrot.write('account', 'word')).toMatchObject(unknown);
    expect(await parrot.read('account')).toMatchObject(unknown);
    expect(await parrot.remove('account')).toMatchObject(unknown);
  });
});
