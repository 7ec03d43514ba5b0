import { describe, expect, it } from 'vitest';
import { methods } from '../../../electron/sandbox/methods.ts';
import { password, request, startRig, user } from './caller.ts';

/** Each row lacks one thing more than the code before it needs. */
const inOrder = [
  ['MISSING_USER', {}],
  ['MISSING_PASSWORD', { user: 'nobody' }],
  ['MISSING_CLASS', { user: 'nobody', password: 'x' }],
  ['MISSING_METHOD', { user: 'nobody', password: 'x', class: 'group' }],
  [
    'MISSING_COMPULSORY_PARAM',
    { user: 'nobody', password: 'x', class: 'group', method: 'getcontacts' },
  ],
  [
    'INCORRECT_USER_PASSWORD',
    { user: 'nobody', password: 'x', class: 'group', method: 'getcontacts', idgroup: '1' },
  ],
  ['INCORRECT_USER_PASSWORD', { user, password: 'x', class: 'nothing', method: 'nothing' }],
  ['INCORRECT_CLASS', { user, password, class: 'nothing', method: 'getcontacts' }],
  ['INCORRECT_METHOD', { user, password, class: 'group', method: 'getbalance' }],
  ['NOT_ACCESS_TO_GROUP', { user, password, class: 'group', method: 'getcontacts', idgroup: '1' }],
] as const;

describe('the common codes, in the order of the document', () => {
  it.each(inOrder)('%s for %j', async (error, parameters) => {
    const { sandbox } = await startRig();
    const reply = await request(sandbox.origin, 'post', parameters);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ status: 'ERROR', error });
    expect(sandbox.requests.at(-1)).toMatchObject({ outcome: error, applied: true });
  });

  it('knows the twelve methods and the login check', () => {
    expect([...(methods.get('group')?.keys() ?? [])]).toHaveLength(12);
    expect([...(methods.get('user')?.keys() ?? [])]).toEqual(['getbalance']);
  });

  it('misses each compulsory parameter of each method, be it absent or empty', async () => {
    const { call } = await startRig();
    const missing = { status: 'ERROR', error: 'MISSING_COMPULSORY_PARAM' };
    for (const [name, { parameters }] of methods.get('group') ?? [])
      for (const absent of parameters) {
        const all = parameters.map((parameter) => [parameter, parameter === absent ? '' : '1']);
        expect(await call(name, Object.fromEntries(all)), `${name} without ${absent}`).toEqual(
          missing,
        );
      }
  });
});
