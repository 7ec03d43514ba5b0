import { describe, expect, it } from 'vitest';
import {
  practiceAccount,
  sampleGroups,
  sampleState,
} from '../../../electron/sandbox/sample/sample.ts';
import { startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { request } from './caller.ts';

const data = sampleState().data();
const contacts = data.groups.flatMap((group) => group.contacts.map(({ fields }) => fields));
const values = contacts.flatMap((fields) => Object.values(fields));

describe('the sample data', () => {
  it('is the same at every start, and another from another seed', () => {
    expect(sampleState().data()).toEqual(data);
    expect(sampleState(practiceAccount, 2).data()).not.toEqual(data);
  });

  it('has the groups it names, one of exactly 5,000 contacts', () => {
    expect(
      data.groups.map(({ id, name, type, columns, contacts: all }) => ({
        id,
        name,
        type,
        columns,
        size: all.length,
      })),
    ).toEqual(sampleGroups);
    expect(sampleGroups.filter(({ type }) => type === 'mobile').length).toBeGreaterThanOrEqual(2);
    expect(sampleGroups.filter(({ type }) => type === 'email').length).toBeGreaterThanOrEqual(2);
    expect(sampleGroups[0]).toMatchObject({ type: 'mobile', size: 5_000 });
    expect(contacts.length).toBeGreaterThan(5_000);
  });

  it('has ids that nothing repeats, and unique main fields in each group', () => {
    const ids = data.groups.flatMap((group) => group.contacts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(data.nextContactId).toBeGreaterThan(Math.max(...ids));
    expect(data.nextGroupId).toBeGreaterThan(Math.max(...data.groups.map(({ id }) => id)));
    for (const { type, contacts: all } of data.groups)
      expect(new Set(all.map(({ fields }) => fields[type])).size).toBe(all.length);
  });

  it('writes telephone numbers as Afilnet does, national ones among them', () => {
    const mobiles = contacts.flatMap(({ mobile = '' }) => (mobile === '' ? [] : [mobile]));
    for (const mobile of mobiles)
      expect(mobile).toMatch(/^(34[67]\d{8}|[67]\d{8}|351\d{9}|212\d{9})$/u);
    expect(mobiles.filter((mobile) => mobile.length === 9).length).toBeGreaterThan(100);
  });

  it('uses e-mail addresses of the example domains only', () => {
    const addresses = contacts.flatMap(({ email }) => email ?? []);
    for (const address of addresses)
      expect(address).toMatch(/^[a-z0-9]+(\.[a-z0-9]+)*@example\.(com|org|net)$/u);
  });

  it.each([
    ['accents', /[áéíóúñç]/u],
    ['Catalan', /l·l|[àèò]/u],
    ['Portuguese', /ã|õ/u],
    ['Arabic', /\p{Script=Arabic}/u],
    ['emoji', /\p{Extended_Pictographic}/u],
    ['commas', /,/u],
    ['colons', /:/u],
    ['quotation marks', /"/u],
    ['long values', /^.{500}/u],
  ])('has values with %s', (_what, pattern) => {
    expect(values.some((value) => pattern.test(value))).toBe(true);
  });

  it('leaves fields empty here and there', () => {
    const full = sampleGroups[0]?.columns.length ?? 0;
    const sparse = data.groups[0]?.contacts.filter(
      ({ fields }) => Object.keys(fields).length < full,
    );
    expect(sparse?.length).toBeGreaterThan(1_000);
  });

  it('can be signed in to and read', async () => {
    const sandbox = await startSandbox({ state: sampleState() });
    for (const { id, size, columns } of sampleGroups) {
      const ask = { class: 'group', ...practiceAccount, idgroup: String(id) };
      const read = await request(sandbox.origin, 'post', { ...ask, method: 'getcontacts' });
      expect((await read.json()) as unknown).toMatchObject({ result: { length: size } });
      const named = await request(sandbox.origin, 'get', { ...ask, method: 'getgroupcolumns' });
      expect(await named.json()).toEqual({ status: 'SUCCESS', result: columns });
    }
    await sandbox.stop();
  });
});
