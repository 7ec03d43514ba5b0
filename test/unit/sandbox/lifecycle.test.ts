import { describe, expect, it } from 'vitest';
import { createState } from '../../../electron/sandbox/state.ts';
import { startRig, user } from './caller.ts';

describe('the record of requests', () => {
  it('says what came, when, and whether it read or wrote', async () => {
    let time = 1_000;
    const { sandbox, group, call } = await startRig({ now: () => (time += 1) });
    await call('getcontacts');
    await call('modifycontact', { idcontact: '5', contact: 'mobile:1' });
    expect(sandbox.requests).toMatchObject([
      {
        order: 1,
        at: 1_001,
        className: 'group',
        method: 'getcontacts',
        kind: 'read',
        user,
        outcome: 'SUCCESS',
      },
      {
        order: 2,
        at: 1_002,
        method: 'modifycontact',
        kind: 'write',
        group: String(group),
        contact: '5',
        parameters: { contact: 'mobile:1' },
        outcome: 'NOT_ACCESS_TO_CONTACT',
      },
    ]);
    sandbox.clearRequests();
    expect(sandbox.requests).toEqual([]);
  });

  it('counts what is in flight at once', async () => {
    const { sandbox, call } = await startRig();
    await call('getcontacts');
    await call('getcontacts');
    expect(sandbox.maxInFlight()).toBe(1);
    sandbox.fault({ fault: { name: 'hang' }, times: 2 });
    const hanging = [call('getcontacts'), call('getcontacts')].map((each) =>
      each.catch(() => 'ended'),
    );
    await expect.poll(() => sandbox.requests.length).toBe(4);
    await call('getcontacts');
    expect(sandbox.maxInFlight()).toBe(3);
    expect(sandbox.requests.at(-1)?.inFlight).toBe(3);
    await sandbox.stop();
    expect(await Promise.all(hanging)).toEqual(['ended', 'ended']);
  });

  it('keeps the newest up to its limit', async () => {
    const { sandbox, call } = await startRig({ recordLimit: 2 });
    for (const method of ['getcontacts', 'getgroupcolumns', 'deletegroup']) await call(method);
    expect(sandbox.requests.map(({ method }) => method)).toEqual([
      'getgroupcolumns',
      'deletegroup',
    ]);
  });
});

describe('the network', () => {
  it('can go away and come back on the same port', async () => {
    const { sandbox, call, send } = await startRig();
    const { origin } = sandbox;
    await sandbox.disconnect();
    await expect(send('getcontacts')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await sandbox.reconnect();
    await sandbox.reconnect();
    expect(sandbox.origin).toBe(origin);
    expect(await call('getcontacts')).toMatchObject({ status: 'SUCCESS' });
  });

  it('can be slow; stopping does not wait for it', async () => {
    const { sandbox, call } = await startRig();
    sandbox.setLatency(1);
    expect(await call('getcontacts')).toMatchObject({ status: 'SUCCESS' });
    sandbox.setLatency(3_600_000);
    const slow = call('getcontacts').catch(() => 'ended');
    await expect.poll(() => sandbox.requests.length).toBe(2);
    await sandbox.stop();
    expect(await slow).toBe('ended');
  });

  it('keeps its state for a second server', async () => {
    const state = createState();
    const first = await startRig({ state });
    await first.call('addcontact', { contact: 'mobile:1' });
    await first.sandbox.stop();
    const second = await startRig({ state });
    const idgroup = String(first.group);
    expect(await second.call('getcontacts', { idgroup })).toMatchObject({
      result: [{ mobile: '1' }],
    });
  });
});

describe('the state', () => {
  it('lets another person change and delete contacts, groups and columns', async () => {
    const { sandbox, group, call } = await startRig();
    const { state } = sandbox;
    const [ana = 0, bea = 0] = state.addContacts(group, [
      { mobile: '1', name: 'Ana' },
      { mobile: '2' },
    ]);
    state.changeContact(String(group), ana, { address: 'Allí' });
    expect(state.removeContact(group, bea)).toBe(true);
    expect(state.removeContact(group, bea)).toBe(false);
    expect(await call('getcontacts')).toMatchObject({
      result: [{ idcontact: String(ana), mobile: '1', name: 'Ana', address: 'Allí' }],
    });
    state.addColumn(group, 'city');
    state.deleteColumn(group, 'address');
    expect(state.contact(group, ana)).toEqual({ mobile: '1', name: 'Ana' });
    expect(await call('getgroupcolumns')).toMatchObject({ result: ['mobile', 'name', 'city'] });
    state.removeGroup(group);
    expect(state.groupsOf(user)).toEqual([]);
    expect(() => state.addContact(group, { mobile: '1' })).toThrow('no group');
    expect(() => state.changeContact(group, ana, {})).toThrow('no group');
  });

  it('can change a password', async () => {
    const { sandbox, call } = await startRig();
    sandbox.state.setPassword(user, 'new');
    expect(await call('getcontacts')).toMatchObject({ error: 'INCORRECT_USER_PASSWORD' });
  });

  it('hands out copies', async () => {
    const { sandbox, group } = await startRig();
    sandbox.state.addContact(group, { mobile: '1' });
    const copy = sandbox.state.data();
    copy.groups[0]!.contacts[0]!.fields.mobile = '2';
    copy.groups[0]!.columns.push('x');
    expect(sandbox.state.contactsOf(group)[0]?.fields.mobile).toBe('1');
    expect(sandbox.state.group(group)?.columns()).toEqual(['mobile', 'name', 'address']);
  });
});
