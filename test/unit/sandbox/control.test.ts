import { describe, expect, it } from 'vitest';
import { startRig, type Rig } from './caller.ts';

function control(rig: Rig, action: string, input?: unknown, origin = rig.sandbox.origin) {
  const body = input === undefined ? null : JSON.stringify(input);
  return fetch(`${origin}/__sandbox/${action}`, { method: 'POST', body });
}

async function result(rig: Rig, action: string, input?: unknown): Promise<unknown> {
  const reply = await control(rig, action, input);
  return ((await reply.json()) as { result: unknown }).result;
}

describe('the control endpoints', () => {
  it('do not exist unless they are allowed', async () => {
    const rig = await startRig();
    expect(rig.sandbox.controlOrigin).toBeNull();
    expect((await control(rig, 'data')).status).toBe(404);
    expect((await control(rig, 'fault', { fault: { name: 'hang' } })).status).toBe(404);
    expect(await rig.call('getcontacts')).toMatchObject({ status: 'SUCCESS' });
  });

  it('drive faults, dialect, latency and the record', async () => {
    const rig = await startRig({ allowControl: true });
    await result(rig, 'fault', { fault: { name: 'http', status: 502 }, times: 'always' });
    expect((await rig.send('getcontacts')).status).toBe(502);
    await result(rig, 'clearFaults');
    const dialect = await result(rig, 'dialect', { emptyGroup: 'null' });
    expect(dialect).toMatchObject({ emptyGroup: 'null', status: 'SUCCESS' });
    expect(await result(rig, 'latency', { ms: 1 })).toBeNull();
    expect(await rig.call('getcontacts')).toEqual({ status: 'SUCCESS', result: null });
    expect(await result(rig, 'requests')).toMatchObject({
      requests: [{ fault: 'http' }, { fault: null }],
      maxInFlight: 1,
    });
    await result(rig, 'clearRequests');
    expect(rig.sandbox.requests).toEqual([]);
  });

  it('seed and look into the state', async () => {
    const rig = await startRig({ allowControl: true });
    await result(rig, 'addAccount', { user: 'eva', password: 'x' });
    const group = await result(rig, 'addGroup', {
      owner: 'eva',
      name: 'G',
      type: 'email',
      columns: ['email', 'name'],
    });
    const rows = [{ email: 'a@example.com' }, { email: 'b@example.com' }];
    const [a, b] = (await result(rig, 'addContacts', { group, rows })) as number[];
    await result(rig, 'changeContact', { group, contact: a, fields: { name: 'Ana' } });
    expect(await result(rig, 'removeContact', { group, contact: b })).toBe(true);
    expect(await result(rig, 'contacts', { group })).toEqual([
      { id: a, fields: { email: 'a@example.com', name: 'Ana' } },
    ]);
    expect(await result(rig, 'data')).toEqual(rig.sandbox.state.data());
    await result(rig, 'setPassword', { user: 'eva', password: 'y' });
    expect(rig.sandbox.state.account('eva')?.password).toBe('y');
    expect(await result(rig, 'removeGroup', { group })).toBe(true);
  });

  it('stay reachable while the network is gone', async () => {
    const rig = await startRig({ allowControl: true });
    const elsewhere = rig.sandbox.controlOrigin ?? '';
    await control(rig, 'disconnect', {}, elsewhere);
    await expect(rig.send('getcontacts')).rejects.toThrow('fetch failed');
    expect((await control(rig, 'reconnect', {}, elsewhere)).status).toBe(200);
    expect((await rig.send('getcontacts')).status).toBe(200);
  });

  it('say what was wrong', async () => {
    const rig = await startRig({ allowControl: true });
    expect((await control(rig, 'nothing')).status).toBe(404);
    expect((await control(rig, 'constructor')).status).toBe(404);
    expect((await fetch(`${rig.sandbox.origin}/__sandbox/data`)).status).toBe(404);
    const wrong: [string, unknown][] = [
      ['fault', { fault: { name: 'earthquake' } }],
      ['dialect', { status: 'Success' }],
      ['dialect', { statsu: 'success' }],
      ['contacts', {}],
    ];
    for (const [action, input] of wrong)
      expect((await control(rig, action, input)).status, action).toBe(400);
    expect((await control(rig, 'changeContact', { group: 1, contact: 1, fields: {} })).status).toBe(
      400,
    );
  });

  it('refuse a web page', async () => {
    const rig = await startRig({ allowControl: true });
    const headers = { Origin: 'https://evil.example' };
    const reply = await fetch(`${rig.sandbox.origin}/__sandbox/data`, { method: 'POST', headers });
    expect(reply.status).toBe(403);
  });
});
