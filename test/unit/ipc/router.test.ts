import { describe, expect, it } from 'vitest';
import { channels } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import { ReplyBreaksContract } from '../../../electron/ipc/router.ts';
import { wire } from './wiring.ts';

const groupId = '019330a0-0000-7000-8000-000000000001';

describe('the router', () => {
  it('registers every channel of the contract once, and no other', () => {
    const { registered } = wire(() => undefined);
    expect([...registered.keys()].sort()).toEqual(Object.keys(contract).sort());
    expect(new Set(channels).size).toBe(channels.length);
  });

  it('hands the parsed request to the handler and its reply back in an envelope', async () => {
    const router = wire(() => ({ groupId }));
    const reply = await router.call('groups.addById', {
      serverId: ' 12 ',
      label: ' Shop ',
      extra: 1,
    });
    expect(reply).toEqual({ ok: true, value: { groupId } });
    expect(router.reached).toEqual([
      { channel: 'groups.addById', request: { serverId: '12', label: 'Shop' } },
    ]);
  });

  it('waits for a handler that answers later', async () => {
    const router = wire(() => Promise.resolve({ applied: true }));
    expect(await router.call('groups.pull', { groupId })).toEqual({
      ok: true,
      value: { applied: true },
    });
  });

  it('tells what has changed before the reply to whoever changed it, also where that was refused', async () => {
    const router = wire(() => {
      throw new LibretaError('diskFull');
    });
    const reply = router.call('groups.pull', { groupId }).then(() => router.told.times);
    expect(await reply).toBe(1);
    await router.call('groups.pull', { groupId }, null);
    expect(router.told.times).toBe(1);
  });

  it('answers as it would where the window cannot be told', async () => {
    const router = wire(() => ({ applied: true }));
    const lost = new Error('The window is gone');
    router.told.fails = lost;
    const reply = await router.call('groups.pull', { groupId });
    expect(reply).toEqual({ ok: true, value: { applied: true } });
    expect(router.faults).toEqual([{ channel: 'groups.pull', error: lost }]);
  });

  it('lets a burst be gathered while the window only reads', async () => {
    const router = wire(() => []);
    await router.call('groups.list');
    expect(router.reached).toHaveLength(1);
    expect(router.told.times).toBe(0);
  });

  it('lets a call wait until there is something to ask', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const router = wire(() => ({ applied: true }), false, promise);
    const reply = router.call('groups.pull', { groupId });
    await new Promise(setImmediate);
    expect(router.reached).toEqual([]);
    resolve(undefined);
    expect(await reply).toEqual({ ok: true, value: { applied: true } });
  });

  it('passes a coded error on as it is', async () => {
    const router = wire(() => {
      throw new LibretaError('unsentWork', { count: 3 });
    });
    expect(await router.call('groups.forget', { groupId })).toEqual({
      ok: false,
      error: { code: 'unsentWork', count: 3 },
    });
    expect(router.faults).toEqual([]);
  });

  it.each([
    ['an Error', new Error('https://server/?password=hunter2')],
    ['a text', 'hunter2'],
    ['nothing', undefined],
  ])(
    'turns %s that was thrown into `internal`, reports it and tells nothing of it',
    async (_, thrown) => {
      const router = wire(() => Promise.reject(thrown as Error));
      expect(await router.call('sync.now')).toEqual({ ok: false, error: { code: 'internal' } });
      expect(router.faults).toEqual([{ channel: 'sync.now', error: thrown }]);
    },
  );

  it('says where a request is wrong, but not what was there', async () => {
    const router = wire(() => undefined);
    const reply = await router.call('contacts.edit', {
      contactId: groupId,
      changes: { name: { secret: 'hunter2' } },
      carry: 'modify',
    });
    expect(reply).toEqual({ ok: false, error: { code: 'invalidInput', detail: 'changes.name' } });
    expect(router.reached).toEqual([]);
  });
});

describe('the check of replies', () => {
  const wrong = { version: 1 };

  it('refuses a reply that breaks the contract and says where', async () => {
    const router = wire(() => wrong, true);
    expect(await router.call('app.info')).toEqual({ ok: false, error: { code: 'internal' } });
    expect(router.faults).toEqual([
      { channel: 'app.info', error: new ReplyBreaksContract('app.info', 'version') },
    ]);
  });

  it('lets a good reply through', async () => {
    const value = { version: '1', platform: 'linux', languages: ['es'], dataFolder: '/data' };
    const router = wire(() => value, true);
    expect(await router.call('app.info')).toEqual({ ok: true, value });
  });

  it('is not made where it is switched off', async () => {
    const router = wire(() => wrong, false);
    expect(await router.call('app.info')).toEqual({ ok: true, value: wrong });
  });
});
