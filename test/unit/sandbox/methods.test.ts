import { describe, expect, it } from 'vitest';
import { password, request, startRig, user } from './caller.ts';

const success = (result: unknown) => ({ status: 'SUCCESS', result });
const done = { status: 'SUCCESS' };
const error = (code: string) => ({ status: 'ERROR', error: code });

describe('the login check', () => {
  it('answers the balance of the account', async () => {
    const { call, sandbox } = await startRig();
    sandbox.state.addAccount(user, password, '12.34');
    expect(await call('getbalance', { class: 'user' })).toEqual(success('12.34'));
  });
});

describe('creategroup', () => {
  it('creates a group of the account under the next id', async () => {
    const { call, sandbox, group } = await startRig();
    const fields = 'email, name,city';
    const reply = await call('creategroup', { name: 'Boletín', type: 'email', fields });
    expect(reply).toEqual(success(String(group + 1)));
    const created = sandbox.state.groupsOf(user).at(-1);
    expect(created?.data()).toMatchObject({
      id: group + 1,
      owner: user,
      name: 'Boletín',
      type: 'email',
      columns: ['email', 'name', 'city'],
      contacts: [],
    });
  });

  it('refuses a type that is neither mobile nor email', async () => {
    const { call } = await startRig();
    const reply = await call('creategroup', { name: 'x', type: 'fax', fields: 'mobile' });
    expect(reply).toEqual(error('INCORRECT_TYPE'));
  });

  it('refuses fields without the main field of the type', async () => {
    const { call, sandbox } = await startRig();
    const reply = await call('creategroup', { name: 'x', type: 'email', fields: 'mobile,name' });
    expect(reply).toEqual(error('MISSING_MAIN_FIELD'));
    expect(sandbox.state.groupsOf(user)).toHaveLength(1);
  });
});

describe('columns', () => {
  it('are answered, added and deleted with their values', async () => {
    const { call, sandbox, group } = await startRig();
    const contact = sandbox.state.addContact(group, { mobile: '1', name: 'Ana', address: 'Aquí' });
    expect(await call('getgroupcolumns')).toEqual(success(['mobile', 'name', 'address']));
    expect(await call('addcolumntogroup', { field: 'city' })).toEqual(done);
    expect(await call('deletecolumnfromgroup', { field: 'address' })).toEqual(done);
    expect(await call('getgroupcolumns')).toEqual(success(['mobile', 'name', 'city']));
    await call('addcolumntogroup', { field: 'address' });
    expect(sandbox.state.contact(group, contact)).toEqual({ mobile: '1', name: 'Ana' });
  });

  it('keep the main field', async () => {
    const { call } = await startRig();
    const reply = await call('deletecolumnfromgroup', { field: 'mobile' });
    expect(reply).toEqual(error('MISSING_MAIN_FIELD'));
  });
});

describe('deletegroup', () => {
  it('takes the group away', async () => {
    const { call, sandbox, group } = await startRig();
    expect(await call('deletegroup')).toEqual(done);
    expect(sandbox.state.group(group)).toBeNull();
    expect(await call('deletegroup')).toEqual(error('NOT_ACCESS_TO_GROUP'));
  });
});

describe('assigncountrytogroup', () => {
  it('keeps the country, in any letter case', async () => {
    const { call, sandbox, group } = await startRig();
    expect(await call('assigncountrytogroup', { countryiso3: 'esp' })).toEqual(done);
    expect(sandbox.state.group(group)?.country).toBe('ESP');
  });

  it.each(['xxx', 'es', 'España'])('does not know the country %s', async (countryiso3) => {
    const { call, sandbox, group } = await startRig();
    const reply = await call('assigncountrytogroup', { countryiso3 });
    expect(reply).toEqual(error('COUNTRY_NOT_FOUND'));
    expect(sandbox.state.group(group)?.country).toBeNull();
  });
});

describe('reading contacts', () => {
  it('answers all with their ids and empty values', async () => {
    const { call, sandbox, group } = await startRig();
    const [first, second] = sandbox.state.addContacts(group, [
      { mobile: '34600000000', name: 'Íñigo 🌻', address: 'C/ Colón, 1' },
      { mobile: '600000001' },
    ]);
    expect(await call('getcontacts')).toEqual(
      success([
        {
          idcontact: String(first),
          mobile: '34600000000',
          name: 'Íñigo 🌻',
          address: 'C/ Colón, 1',
        },
        { idcontact: String(second), mobile: '600000001', name: '', address: '' },
      ]),
    );
  });

  it('answers one', async () => {
    const { call, sandbox, group } = await startRig();
    const idcontact = String(sandbox.state.addContact(group, { mobile: '1', name: 'Ana' }));
    const contact = { idcontact, mobile: '1', name: 'Ana', address: '' };
    expect(await call('getcontact', { idcontact })).toEqual(success(contact));
    const other = sandbox.state.addGroup(user);
    const elsewhere = await call('getcontact', { idgroup: String(other), idcontact });
    expect(elsewhere).toEqual(error('NOT_ACCESS_TO_CONTACT'));
  });
});

describe('addcontact', () => {
  it('adds one and answers its id; ids grow over all groups', async () => {
    const { call, sandbox, group } = await startRig();
    const idgroup = String(sandbox.state.addGroup(user));
    const first = sandbox.state.addContact(idgroup, { mobile: '5' });
    const reply = await call('addcontact', { contact: 'mobile:123456789,name:testname' });
    expect(reply).toEqual(success(String(first + 1)));
    expect(sandbox.state.contactsOf(group)).toEqual([
      { id: first + 1, fields: { mobile: '123456789', name: 'testname' } },
    ]);
  });

  it('refuses a main field that stands in the group', async () => {
    const { call, sandbox, group } = await startRig();
    await call('addcontact', { contact: 'mobile:1,name:Ana' });
    expect(await call('addcontact', { contact: 'mobile:1' })).toEqual(error('CONTACT_EXISTS'));
    expect(sandbox.state.contactsOf(group)).toHaveLength(1);
  });

  it('refuses a contact without its main field', async () => {
    const { call } = await startRig();
    const reply = await call('addcontact', { contact: 'name:Ana' });
    expect(reply).toEqual(error('MISSING_COMPULSORY_PARAM'));
  });

  it('cuts a value at its comma, ignores unknown columns, and frees a deleted main field', async () => {
    const { call, sandbox, group } = await startRig();
    await call('addcontact', {
      contact: 'mobile:1,address:C/ Colón, 12, 3º B,colour:red,name:Ana',
    });
    const [contact] = sandbox.state.contactsOf(group);
    expect(contact?.fields).toEqual({ mobile: '1', address: 'C/ Colón', name: 'Ana' });
    await call('deletecontact', { idcontact: String(contact?.id) });
    expect(await call('addcontact', { contact: 'mobile:1' })).toMatchObject(done);
  });
});

describe('addcontactlist', () => {
  it('keeps commas and colons, and skips in silence what exists or lacks the main field', async () => {
    const { call, sandbox, group } = await startRig();
    sandbox.state.addContact(group, { mobile: '1', name: 'Ana' });
    const rows = [
      { mobile: '1', name: 'Otra' },
      { name: 'Nadie' },
      { mobile: 2, name: 'a, b: c', colour: 'red' },
      { mobile: '2', name: 'Repetida' },
      'text',
      { mobile: '3', name: null },
    ];
    const reply = await call('addcontactlist', { contacts: JSON.stringify(rows) });
    expect(reply).toMatchObject(done);
    expect(sandbox.state.contactsOf(group).map(({ fields }) => fields)).toEqual([
      { mobile: '1', name: 'Ana' },
      { mobile: '2', name: 'a, b: c' },
      { mobile: '3' },
    ]);
  });

  it.each(['', 'no JSON', '{"mobile":"1"}'])('refuses %j', async (contacts) => {
    const { call } = await startRig();
    expect(await call('addcontactlist', { contacts })).toEqual(error('MISSING_COMPULSORY_PARAM'));
  });

  it('takes 20,000 rows at once', async () => {
    const { call, sandbox, group } = await startRig();
    const rows = Array.from({ length: 20_000 }, (_, row) => ({
      mobile: `346${row}`,
      name: 'x'.repeat(80),
    }));
    await call('addcontactlist', { contacts: JSON.stringify(rows) });
    expect(sandbox.state.contactsOf(group)).toHaveLength(20_000);
  });
});

describe('modifycontact and deletecontact', () => {
  it('change and delete one contact', async () => {
    const { call, sandbox, group } = await startRig();
    const idcontact = String(sandbox.state.addContact(group, { mobile: '1', name: 'Ana' }));
    const contact = 'mobile:1,name:Eva,colour:red';
    expect(await call('modifycontact', { idcontact, contact })).toEqual(done);
    expect(sandbox.state.contact(group, idcontact)).toEqual({ mobile: '1', name: 'Eva' });
    expect(await call('deletecontact', { idcontact })).toEqual(done);
    expect(sandbox.state.contactsOf(group)).toEqual([]);
  });

  it('erase a value with an empty one, but never the main field', async () => {
    const { call, sandbox, group } = await startRig();
    const idcontact = String(sandbox.state.addContact(group, { mobile: '1', name: 'Ana' }));
    await call('modifycontact', { idcontact, contact: 'mobile:1,name:' });
    expect(sandbox.state.contact(group, idcontact)).toEqual({ mobile: '1' });
    const reply = await call('modifycontact', { idcontact, contact: 'mobile:,name:Eva' });
    expect(reply).toEqual(error('MISSING_COMPULSORY_PARAM'));
    expect(sandbox.state.contact(group, idcontact)).toEqual({ mobile: '1' });
  });
});

describe('another account', () => {
  it('has no access to a group that is not its own', async () => {
    const { sandbox, group, call } = await startRig();
    sandbox.state.addAccount('eva', 'otra');
    const idcontact = String(sandbox.state.addContact(group, { mobile: '1' }));
    const own = { class: 'group', user: 'eva', password: 'otra', idgroup: String(group) };
    const rest = { idcontact, contact: 'mobile:2', contacts: '[]', field: 'x', countryiso3: 'esp' };
    for (const method of onOneGroup) {
      const reply = await request(sandbox.origin, 'post', { ...own, ...rest, method });
      expect(await reply.json(), method).toEqual(error('NOT_ACCESS_TO_GROUP'));
    }
    expect(await call('getcontacts')).toMatchObject({ result: [{ mobile: '1' }] });
  });
});

const onOneGroup = [
  'getgroupcolumns',
  'addcolumntogroup',
  'deletecolumnfromgroup',
  'deletegroup',
  'assigncountrytogroup',
  'getcontacts',
  'getcontact',
  'addcontact',
  'addcontactlist',
  'modifycontact',
  'deletecontact',
];
