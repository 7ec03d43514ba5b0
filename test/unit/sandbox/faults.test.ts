import { describe, expect, it } from 'vitest';
import { everyFault, isApplied, type Fault } from '../../../electron/sandbox/fault.ts';
import { startRig, type Rig } from './caller.ts';

const contact = 'mobile:34600,name:Ana';
const wholeReply = '{"status":"SUCCESS","result":"1000"}';
/** What a request says that was not carried out and would have had nothing to answer. */
const bareReply = '{"status":"SUCCESS"}';

/** What a program sees: the reply, a broken connection, or nothing within a while. */
async function seen(rig: Rig) {
  const { signal, abort } = giveUp(rig);
  try {
    const parameters = new URLSearchParams({ class: 'group', method: 'addcontact', contact });
    parameters.set('user', 'ana@example.com');
    parameters.set('password', 'clave: ñ&=%+,');
    parameters.set('idgroup', String(rig.group));
    const url = `${rig.sandbox.origin}/api/http/`;
    const reply = await fetch(url, {
      method: 'POST',
      body: parameters,
      signal,
      redirect: 'manual',
    });
    const head = { status: reply.status, headers: reply.headers };
    return { ...head, text: await reply.text().catch(() => 'broken') };
  } catch {
    return signal.aborted ? 'no answer' : 'broken';
  } finally {
    abort();
  }
}

/** Gives up on a request once the server has taken it in and does not answer it. */
function giveUp({ sandbox }: Rig): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (sandbox.requests.at(-1)?.fault === 'hang') controller.abort();
  }, 20);
  return { signal: controller.signal, abort: () => clearInterval(timer) };
}

function expected(fault: Fault): unknown {
  const whole = isApplied(fault) ? wholeReply : bareReply;
  const half = whole.slice(0, Math.ceil(whole.length / 2));
  switch (fault.name) {
    case 'dropBefore':
    case 'dropAfter':
      return 'broken';
    case 'hang':
      return 'no answer';
    case 'http':
      return { status: fault.status, text: expect.stringContaining('<html>') as string };
    case 'tooMany':
      return { status: 429, text: expect.stringContaining('<html>') as string };
    case 'htmlPage':
      return { status: 200, text: expect.stringContaining('Wi-Fi') as string };
    case 'truncatedBody':
      return { status: 200, text: half };
    case 'dropMidBody':
      return { status: 200, text: 'broken' };
    case 'emptyBody':
      return { status: 200, text: '' };
    case 'slow':
    case 'fewContacts':
      return { status: 200, text: wholeReply };
    case 'redirect':
      return { status: 302 };
    case 'unknownCode':
      return { status: 200, text: '{"status":"ERROR","error":"SOME_NEW_CODE"}' };
    case 'unknownShape':
      return { status: 200, text: expect.stringMatching(/^\{(?!.*status)/u) as string };
  }
}

describe('every fault', () => {
  it.each(everyFault.map((fault) => [JSON.stringify(fault), fault] as const))(
    '%s',
    async (_name, fault) => {
      const rig = await startRig();
      rig.sandbox.fault({ fault });
      const reply = await seen(rig);
      if (typeof reply === 'string') expect(reply).toBe(expected(fault));
      else expect(reply).toMatchObject(expected(fault) as object);

      const applied = isApplied(fault);
      expect(rig.sandbox.state.contactsOf(rig.group)).toHaveLength(applied ? 1 : 0);
      expect(rig.sandbox.requests).toMatchObject([
        { fault: fault.name, applied, outcome: applied ? 'SUCCESS' : null },
      ]);
      // It is over: the next request is answered.
      expect(await rig.call('getgroupcolumns')).toMatchObject({ status: 'SUCCESS' });
    },
  );

  it('covers each that makes sense both ways', () => {
    for (const { name } of everyFault.filter(
      ({ name }) => !/^drop(Before|After)$|^(slow|fewContacts)$/u.test(name),
    )) {
      const both = everyFault.filter((fault) => fault.name === name).map(isApplied);
      expect(both, name).toEqual(expect.arrayContaining([true, false]));
    }
  });
});

describe('headers of faults', () => {
  it('Retry-After comes in seconds, as a date, or not at all', async () => {
    const rig = await startRig({ now: () => Date.UTC(2026, 0, 1) });
    rig.sandbox.fault({ fault: { name: 'tooMany' } });
    rig.sandbox.fault({ fault: { name: 'tooMany', seconds: 30 } });
    rig.sandbox.fault({ fault: { name: 'tooMany', seconds: 30, asDate: true } });
    const values: (string | null)[] = [];
    for (let turn = 0; turn < 3; turn += 1)
      values.push((await rig.send('getcontacts')).headers.get('retry-after'));
    expect(values).toEqual([null, '30', 'Thu, 01 Jan 2026 00:00:30 GMT']);
  });

  it('a redirect names where to', async () => {
    const rig = await startRig();
    rig.sandbox.fault({ fault: { name: 'redirect', location: 'http://wifi.example/login' } });
    expect((await rig.send('getcontacts')).headers.get('location')).toBe(
      'http://wifi.example/login',
    );
  });
});

describe('fault rules', () => {
  /** The statuses of that many calls in a row. */
  async function statuses(rig: Rig, count: number, method = 'getcontacts'): Promise<number[]> {
    const all: number[] = [];
    while (all.length < count) all.push((await rig.send(method)).status);
    return all;
  }
  const fault = { name: 'http', status: 503 } as const;

  it('strike once, a number of times, or always until cleared', async () => {
    const rig = await startRig();
    rig.sandbox.fault({ fault });
    expect(await statuses(rig, 2)).toEqual([503, 200]);
    rig.sandbox.fault({ fault, times: 2 });
    expect(await statuses(rig, 3)).toEqual([503, 503, 200]);
    rig.sandbox.fault({ fault, times: 'always' });
    expect(await statuses(rig, 3)).toEqual([503, 503, 503]);
    rig.sandbox.clearFaults();
    expect(await statuses(rig, 1)).toEqual([200]);
  });

  it('strike from the nth match on', async () => {
    const rig = await startRig();
    rig.sandbox.fault({ fault, nth: 3, times: 2 });
    expect(await statuses(rig, 5)).toEqual([200, 200, 503, 503, 200]);
  });

  it('strike one method, one group, reads or writes only', async () => {
    const rig = await startRig();
    const other = String(rig.sandbox.state.addGroup('ana@example.com'));
    rig.sandbox.fault({ fault, method: 'getcontacts', group: other });
    expect((await rig.send('getgroupcolumns', { idgroup: other })).status).toBe(200);
    expect((await rig.send('getcontacts')).status).toBe(200);
    expect((await rig.send('getcontacts', { idgroup: other })).status).toBe(503);
    rig.sandbox.fault({ fault, kind: 'write' });
    expect((await rig.send('getcontacts')).status).toBe(200);
    expect((await rig.send('addcontact', { contact })).status).toBe(503);
  });

  it('strike by chance, drawn from the given randomness', async () => {
    const draws = [0.5, 0.1, 0.9, 0.2];
    const rig = await startRig({ random: () => draws.shift() ?? 1 });
    rig.sandbox.fault({ fault, chance: 0.3, times: 'always' });
    expect(await statuses(rig, 4)).toEqual([200, 503, 200, 503]);
  });
});
