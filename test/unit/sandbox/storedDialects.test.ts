/** The switches that do not show in the shape of one reply: headers, an empty group, and what is stored. */
import { describe, expect, it } from 'vitest';
import { startRig, type Parameters } from './caller.ts';

const ok = (result?: unknown) => ({
  status: 'SUCCESS',
  ...(result === undefined ? {} : { result }),
});
const code = (error: string) => ({ status: 'ERROR', error });
const values = { mobile: '34600', name: 'Ana', address: 'Aquí' };

/** A rig whose group holds Ana with all values and Bea with her mobile only. */
async function seeded(dialect: Parameters) {
  const rig = await startRig({ dialect });
  const [ana = 0] = rig.sandbox.state.addContacts(rig.group, [values, { mobile: '007' }]);
  return { rig, ana };
}

describe('contentType', () => {
  it.each([
    ['json', 'application/json'],
    ['html', 'text/html'],
  ] as const)('%s', async (contentType, header) => {
    const { send } = await startRig({ dialect: { contentType } });
    const reply = await send('getcontacts');
    expect(reply.headers.get('content-type')).toContain(header);
    expect(await reply.json()).toEqual(ok([]));
  });
});

describe('emptyGroup', () => {
  it.each([
    ['array', ok([])],
    ['null', ok(null)],
    ['emptyText', ok('')],
    ['absent', ok()],
    ['error', code('NO_CONTACTS')],
  ] as const)('%s', async (emptyGroup, reply) => {
    const { call } = await startRig({ dialect: { emptyGroup } });
    expect(await call('getcontacts')).toEqual(reply);
  });
});

describe('what modifycontact leaves', () => {
  async function modified(dialect: Parameters, contact: string) {
    const { rig, ana } = await seeded(dialect);
    const reply = await rig.call('modifycontact', { idcontact: String(ana), contact });
    return { reply, fields: rig.sandbox.state.contact(rig.group, ana) };
  }
  it.each([
    ['merge', { mobile: '34600', name: 'Eva', address: 'Aquí' }],
    ['replace', { mobile: '34600', name: 'Eva' }],
  ])('modify=%s', async (modify, fields) => {
    expect(await modified({ modify }, 'mobile:34600,name:Eva')).toEqual({ reply: ok(), fields });
    expect(await modified({ modify }, 'name:Eva')).toEqual({ reply: ok(), fields });
  });

  it.each([
    ['allowed', ok(), { ...values, mobile: '8' }],
    ['ignored', ok(), values],
    ['refused', code('MAIN_FIELD_IS_FIXED'), values],
  ])('mainFieldChange=%s', async (mainFieldChange, reply, fields) => {
    expect(await modified({ mainFieldChange }, 'mobile:8')).toEqual({ reply, fields });
  });

  it.each([
    ['refused', code('CONTACT_EXISTS'), values],
    ['stored', ok(), { ...values, mobile: '007' }],
  ])('mainFieldTaken=%s', async (mainFieldTaken, reply, fields) => {
    expect(await modified({ mainFieldTaken }, 'mobile:007')).toEqual({ reply, fields });
  });

  it('may write its own main field in another form', async () => {
    const { reply } = await modified({ contactKey: 'normalised' }, 'mobile:+34 600');
    expect(reply).toEqual(ok());
  });
});

describe('contactKey', () => {
  it.each([
    ['asSent', '34600', code('CONTACT_EXISTS')],
    ['asSent', '+34 600', ok()],
    ['normalised', '+34 600', code('CONTACT_EXISTS')],
    ['normalised', '0034600', code('CONTACT_EXISTS')],
    ['normalised', '600', ok()],
  ] as const)('%s: %s against 34600', async (contactKey, mobile, reply) => {
    const { rig } = await seeded({ contactKey });
    expect(await rig.call('addcontact', { contact: `mobile:${mobile}` })).toMatchObject(reply);
  });

  it('normalised ignores the letter case of e-mail addresses', async () => {
    const { sandbox, call } = await startRig({ dialect: { contactKey: 'normalised' } });
    const idgroup = String(sandbox.state.addGroup('ana@example.com', { type: 'email' }));
    await call('addcontact', { idgroup, contact: 'email:Ana@Example.com' });
    const again = await call('addcontact', { idgroup, contact: 'email:ana@example.com' });
    expect(again).toEqual(code('CONTACT_EXISTS'));
  });
});

describe('colonInText', () => {
  it.each([
    ['keepsRest', '9:00 a 14:00'],
    ['cuts', '9'],
  ] as const)('%s', async (colonInText, name) => {
    const { call, sandbox, group } = await startRig({ dialect: { colonInText } });
    await call('addcontact', { contact: 'mobile:1,name:9:00 a 14:00' });
    expect(sandbox.state.contactsOf(group)[0]?.fields).toEqual({ mobile: '1', name });
  });
});
